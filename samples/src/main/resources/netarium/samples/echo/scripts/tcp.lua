-- An echo server as one writes it in Go: a listener, and a task for each connection.
local listener = assert(net.Listen("tcp", ":7"))

local function serve(conn)
  while true do
    local data, err = conn:Read(1024)
    if not data then
      print(conn:RemoteAddr():String() .. ": " .. tostring(err))
      conn:Close()
      return
    end
    -- "slowly …" is answered late, so that somebody's patience can end.
    if data:sub(1, 6) == "slowly" then
      sleep(0.4)
    end
    conn:Write(data)
  end
end

while true do
  local conn = assert(listener:Accept())
  go(serve, conn)
end
