-- The same server as on a real network: it cannot tell the difference.
net.listen(80)
while true do
  local r = net.recv()
  if r then
    local req = http.parse_request(r.data)
    local text = "Hello loopback, you come from " .. r.src_ip .. " and asked for " .. req.path
    net.send(r.src_ip, r.src_port, http.build_response(200, text))
  end
end
