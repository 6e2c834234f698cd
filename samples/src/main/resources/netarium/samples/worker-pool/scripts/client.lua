-- Asks for one page after the other, then for several at once.
local function ask(method, path, body)
  local conn = net.connect("server", 8080)
  conn:send(http.build_request(method, path, body, { Host = "server:8080" }))
  local answer, err = http.reader(conn):read_response()
  conn:close()
  print(method, path, answer and answer.status or err, answer and answer.body)
end

ask("GET", "/")
ask("POST", "/echo", "Hello!")
ask("GET", "/broken")

-- These are under way together; the answers come as they get ready.
for _, path in ipairs({ "/slow", "/weather", "/", "/" }) do
  go(ask, "GET", path)
end
