-- A socket with a path in place of an address: only programs of this machine can reach it, and no
-- frame carries what they say.
local listener = assert(net.Listen("unix", "/tmp/echo.sock"))

while true do
  local conn = assert(listener:Accept())
  go(function()
    local data = conn:Read()
    while data do
      conn:Write(data)
      data = conn:Read()
    end
    conn:Close()
  end)
end
