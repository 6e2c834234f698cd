-- Sends a message to @server@ and prints the answer.
local conn = net.connect("@server@", 80)
conn:send("Hello")
while true do
  local r, err = conn:recv()
  if r then
    print(r.data)
    conn:close()
    break
  elseif err then
    print("no answer: " .. err)
    break
  end
end
