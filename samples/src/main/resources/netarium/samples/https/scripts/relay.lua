-- A machine in the middle: whoever connects to it is connected to web, and every octet is passed
-- on. It reads them all, and understands nothing.
local listener = assert(net.Listen("tcp", ":443"))

local function pass(from, to)
  while true do
    local data = from:Read(4096)
    if not data then
      to:CloseWrite()
      return
    end
    to:Write(data)
  end
end

while true do
  local client = listener:Accept()
  local server = client and net.Dial("tcp", "10.0.1.2:443")
  if server then
    go(pass, client, server)
    go(pass, server, client)
  end
end
