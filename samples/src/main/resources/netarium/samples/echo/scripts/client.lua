local function tell(what, data, err)
  print(what .. ": " .. (data and string.format("%q", data) or tostring(err)))
end

-- TCP: a stream of octets. What is written in two pieces may come back as one.
local tcp = assert(net.Dial("tcp", "server:7"))
tcp:Write("hello, ")
tcp:Write("world")
tell("tcp", tcp:Read())
tell("tcp again", tcp:Read())

-- A deadline ends the waiting, not the connection.
tcp:SetReadDeadline(0.1)
tcp:Write("slowly does it")
local data, err = tcp:Read()
tell("tcp within 0.1 s", data, err)
print("timeout? " .. tostring(err and err:Timeout()))
tcp:SetReadDeadline()
tell("tcp without a deadline", tcp:Read())

-- The server hears the end of what the client says, and the client still could hear the server.
tcp:CloseWrite()
tell("tcp after CloseWrite", tcp:Read())
tcp:Close()

-- UDP: datagrams. Each comes back whole, or not at all.
local udp = assert(net.Dial("udp", "server:7"))
udp:Write("one")
udp:Write("two")
tell("udp", udp:Read())
tell("udp", udp:Read())
udp:SetReadDeadline(0.2)
udp:Write("swallow this")
tell("udp within 0.2 s", udp:Read())
udp:SetReadDeadline()
udp:Write("three")
tell("udp", udp:Read())
udp:Close()

-- Where nobody listens, TCP says so at once; UDP hears it from ICMP, if it waits.
tell("tcp to port 8", net.Dial("tcp", "server:8"))
local lost = assert(net.Dial("udp", "server:8"))
lost:SetReadDeadline(0.2)
lost:Write("anybody?")
tell("udp to port 8", lost:Read())
