-- Answers every message that arrives on port 80.
net.listen(80)
while true do
  local r = net.recv()
  if r then
    print(r.src_ip .. " says: " .. r.data)
    net.send(r.src_ip, r.src_port, "You said: " .. r.data)
  end
end
