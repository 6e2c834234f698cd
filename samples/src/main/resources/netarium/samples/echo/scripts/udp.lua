-- UDP has no connections: a datagram comes from somebody and goes back there.
local socket = assert(net.ListenPacket("udp", ":7"))

while true do
  local data, from = socket:ReadFrom()
  if data and data ~= "swallow this" then
    socket:WriteTo(data, from)
  end
end
