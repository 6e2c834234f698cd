-- Asks the server for / and prints what comes back.
local conn = net.connect("server", 80)
conn:send(http.build_request("GET", "/"))
while true do
  local r, err = conn:recv()
  if r then
    local res = http.parse_response(r.data)
    print(res.status, res.body)
    conn:close()
    break
  elseif err then
    print("no answer: " .. err)
    break
  end
end
