-- Three names for this machine itself, one after the other.
for _, host in ipairs { "localhost", "127.1.1.1", net.ip() } do
  local conn = net.connect(host, 80)
  conn:send(http.build_request("GET", "/via/" .. host))
  local res = assert(http.reader(conn):read_response())
  print(res.status, res.body)
  conn:close()
end
