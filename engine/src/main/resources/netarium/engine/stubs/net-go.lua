---@meta

---# net: connections as in Go
---
---The functions of Go's package `net`: the calls wait, errors come as the last result, and many
---connections are served by one task each (`go`).
---
---An echo server, and a client on the same machine:
---
---```lua
---local listener = assert(net.Listen("tcp", ":4000"))
---go(function()
---  while true do
---    local conn, err = listener:Accept()
---    if err then return end               -- the listener was closed
---    go(function()
---      local data = conn:Read()
---      while data do
---        conn:Write(data)
---        data = conn:Read()
---      end
---      conn:Close()
---    end)
---  end
---end)
---local conn = assert(net.Dial("tcp", "localhost:4000"))
---conn:Write("hello")
---print(conn:Read())  --> hello nil
---conn:Close()
---listener:Close()
---```

---The network functions of a machine.
---@class netlib
net = {}

---What Go calls a network. Addresses are IPv4 so far, whatever the figure at the end.
---@alias Network
---| "tcp" # A stream of octets: reliable and in order.
---| "tcp4" # The same.
---| "tcp6" # The same.
---| "udp" # Datagrams: each may be lost, and they may overtake each other.
---| "udp4" # The same.
---| "udp6" # The same.
---| "unix" # A stream between programs of one machine, by a name in its file tree.
---| "ws" # Messages of a WebSocket as a stream; the address is a URL, `ws://host/path`.
---| "wss" # The same over TLS, `wss://host/path`.

---The networks that give streams.
---@alias TcpNetwork "tcp"|"tcp4"|"tcp6"

---The networks that give streams, wherever they lead.
---@alias StreamNetwork "tcp"|"tcp4"|"tcp6"|"unix"

---The networks that give datagrams.
---@alias UdpNetwork "udp"|"udp4"|"udp6"

---Opens a connection and waits until it stands. With `udp` nothing is sent yet: the result only
---remembers the peer. With `ws` and `wss` one `Write` is one binary message, and the messages that
---come are read as one stream; on a machine of the platform `browser` these are the only networks.
---
---The address is `host:port`; the port may be a name, such as `http`; without a host it is this
---machine. Errors: `connection refused` (nobody listens there), `lookup x failed` (no such name),
---no route, or a time-out after TCP has given up.
---
---```lua
---local conn, err = net.Dial("tcp", "web:7")
---if not conn then error(err:Error()) end
---conn:Write("ping")
---print(conn:Read())         --> ping nil
---conn:Close()
---print(net.Dial("tcp", "web:4711"))  --> nil connection refused
---print(net.Dial("unix", "/tmp/x"))   --> nil no such file or directory
---```
---@async
---@param network Network
---@param address string `host:port`, a path for `unix`, a URL for `ws` and `wss`.
---@return Conn? conn
---@return NetError? err
---@overload fun(network: UdpNetwork, address: string): PacketConn?, NetError?
function net.Dial(network, address) end

---As `net.Dial`, but waits no longer than that; then the error is `i/o timeout`.
---
---```lua
---local conn, err = net.DialTimeout("tcp", "10.0.0.99:80", 0.5)  -- no such machine
---print(conn, err, err:Timeout())  --> nil i/o timeout true
---```
---@async
---@param network Network
---@param address string `host:port`
---@param seconds number The longest wait; 0 and less is no limit of its own.
---@return Conn? conn
---@return NetError? err
---@overload fun(network: UdpNetwork, address: string, seconds: number): PacketConn?, NetError?
function net.DialTimeout(network, address, seconds) end

---Opens a TCP port, or a Unix socket by a name of the file tree. `listener:Accept()` then gives one
---connection after the other.
---
---A Unix socket is a file of its own kind, which closing leaves where it is: see `UnixListener`.
---
---```lua
---local listener = net.Listen("tcp", ":0")   -- any free port, on all interfaces
---print(listener:Addr().Port >= 49152)       --> true
---print(net.Listen("tcp", listener:Addr()))  --> nil address already in use
---```
---@param network StreamNetwork
---@param address? string|Addr|UnixAddr `:80`; no host is all interfaces, port 0 or nothing any free port. A path for `unix`.
---@return Listener? listener
---@return NetError? err
---@overload fun(network: "unix", address: string|UnixAddr): UnixListener?, NetError?
function net.Listen(network, address) end

---Opens a UDP port, to receive datagrams from anybody and to send them to anybody.
---
---```lua
---local a = net.ListenPacket("udp", "127.0.0.1:5000")
---local b = net.ListenPacket("udp", "127.0.0.1:0")
---b:WriteTo("hello", "127.0.0.1:5000")
---local data, from = a:ReadFrom()
---print(data, from == b:LocalAddr())  --> hello true
---```
---@param network UdpNetwork
---@param address? string|Addr As for `net.Listen`.
---@return PacketConn? conn
---@return NetError? err
function net.ListenPacket(network, address) end

---As `net.Dial` for TCP, with addresses as values and a port of one's own.
---@async
---@param network TcpNetwork
---@param laddr string|Addr|nil Where from: only its port counts; nil or port 0 for any.
---@param raddr string|Addr|nil Where to; without it the error is `missing address`.
---@return Conn? conn
---@return NetError? err
function net.DialTCP(network, laddr, raddr) end

---As `net.Dial` for UDP, with addresses as values and a port of one's own.
---@param network UdpNetwork
---@param laddr string|Addr|nil Where from: only its port counts; nil or port 0 for any.
---@param raddr string|Addr|nil Where to; without it the error is `missing address`.
---@return PacketConn? conn
---@return NetError? err
function net.DialUDP(network, laddr, raddr) end

---The same as `net.Listen`.
---@param network TcpNetwork
---@param laddr? string|Addr Where to listen; nothing for any free port.
---@return Listener? listener
---@return NetError? err
function net.ListenTCP(network, laddr) end

---As `net.Dial` for Unix sockets, with a name of one's own if one is wanted.
---
---```lua
---local listener = net.Listen("unix", "/tmp/clock")
---go(function() listener:Accept():Write("noon") end)
---local conn = net.DialUnix("unix", nil, "/tmp/clock")
---print(conn:Read(), conn:RemoteAddr():String())  --> noon /tmp/clock
---```
---@param network "unix"
---@param laddr string|UnixAddr|nil A name for this end; nil for none.
---@param raddr string|UnixAddr|nil Whom to call; without it the error is `missing address`.
---@return Conn? conn
---@return NetError? err
function net.DialUnix(network, laddr, raddr) end

---The same as `net.Listen` for Unix sockets.
---@param network "unix"
---@param laddr string|UnixAddr|nil Where to listen; without it the error is `missing address`.
---@return UnixListener? listener
---@return NetError? err
function net.ListenUnix(network, laddr) end

---The same as `net.ListenPacket`.
---@param network UdpNetwork
---@param laddr? string|Addr Where to listen; nothing for any free port.
---@return PacketConn? conn
---@return NetError? err
function net.ListenUDP(network, laddr) end

---The address that a text means, with names looked up.
---
---```lua
---print(net.ResolveTCPAddr("tcp", "web:http"))  --> 10.0.0.2:80 nil
---```
---@param network TcpNetwork
---@param address string `host:port`; without a host it is 0.0.0.0.
---@return Addr? addr
---@return NetError? err
function net.ResolveTCPAddr(network, address) end

---The address that a text means, with names looked up.
---@param network UdpNetwork
---@param address string `host:port`; without a host it is 0.0.0.0.
---@return Addr? addr
---@return NetError? err
function net.ResolveUDPAddr(network, address) end

---The name of a Unix socket as a value. Nothing is looked up.
---
---```lua
---local addr = net.ResolveUnixAddr("unix", "/tmp/s")
---print(addr, addr:Network(), addr.Name)  --> /tmp/s unix /tmp/s
---```
---@param network "unix"
---@param address string
---@return UnixAddr? addr
---@return NetError? err
function net.ResolveUnixAddr(network, address) end

---A TCP connection, from `net.Dial` or `listener:Accept`; a Unix or WebSocket connection is one, too. Several tasks may use it at a time, one
---to read and one to write. It is closed when the process ends.
---@class Conn
local Conn = {}

---Reads what has come, at most `n` octets, and waits for the first. TCP is a stream: what one
---`Write` sent may come in several pieces, or several in one.
---
---```lua
---local conn = net.Dial("tcp", "web:7")
---conn:Write("abcdef")
---print(conn:Read(4))          --> abcd nil
---conn:CloseWrite()            -- the peer reads the end and closes
---print(conn:Read(4))          --> ef nil
---local data, err = conn:Read(4)
---print(data, err == io.EOF)   --> nil true
---```
---@async
---@param n? integer The most octets to hand over, 4096 if not given.
---@return string? data nil when there is an error.
---@return NetError? err `io.EOF` after the last octet; a time-out, a reset, or that it is closed.
function Conn:Read(n) end

---Sends octets, and waits until TCP has taken all of them into its send buffer. That they have
---arrived it does not mean.
---@async
---@param data string
---@return integer? n How many octets were taken; nil for none, when there is an error.
---@return NetError? err
function Conn:Write(data) end

---Closes the connection: what was written is still sent, then FIN. Whoever waits in `Read` or
---`Write` gets an error.
---@return NetError? err If it was closed already.
function Conn:Close() end

---Ends the sending half: the peer reads `io.EOF` after what was written; reading goes on. A WebSocket
---has no halves: that is an error.
---@return NetError? err If the connection was closed already.
function Conn:CloseWrite() end

---This machine's end of the connection; that of a Unix connection has mostly no name.
---@return Addr|UnixAddr addr
function Conn:LocalAddr() end

---The other end of the connection.
---@return Addr|UnixAddr addr
function Conn:RemoteAddr() end

---Limits how long reads and writes may wait from now on, also those that wait already. After that
---they fail with `i/o timeout`; the connection stays usable, with a new deadline.
---
---```lua
---local conn = net.Dial("tcp", "web:7")
---conn:SetDeadline(0.2)
---local data, err = conn:Read()             -- nobody sends anything
---print(err, err == os.ErrDeadlineExceeded)  --> i/o timeout true
---```
---@param seconds? number Seconds from now; 0 and less has passed already; nil takes the limit away.
---@return NetError? err If the connection was closed already.
function Conn:SetDeadline(seconds) end

---As `SetDeadline`, for reads only.
---@param seconds? number Seconds from now; nil for no limit.
---@return NetError? err If the connection was closed already.
function Conn:SetReadDeadline(seconds) end

---As `SetDeadline`, for writes only.
---@param seconds? number Seconds from now; nil for no limit.
---@return NetError? err If the connection was closed already.
function Conn:SetWriteDeadline(seconds) end

---An open TCP port, from `net.Listen`. Up to 128 connections may stand waiting for `Accept`.
---@class Listener
local Listener = {}

---Waits for the next connection. Give it a task of its own (`go`), so that the next one need not
---wait.
---@async
---@return Conn? conn
---@return NetError? err When the listener is closed or its deadline passes.
function Listener:Accept() end

---Closes the port; connections that were accepted live on.
---@return NetError? err If it was closed already.
function Listener:Close() end

---Where it listens; its port is the one that was picked when 0 was asked for.
---@return Addr|UnixAddr addr
function Listener:Addr() end

---Limits how long `Accept` may wait from now on.
---@param seconds? number Seconds from now; 0 and less has passed already; nil for no limit.
---@return NetError? err If the listener was closed already.
function Listener:SetDeadline(seconds) end

---A Unix socket that listens, from `net.Listen("unix", …)` or `net.ListenUnix`. Closing it leaves its
---file: then calls are refused, and listening there again needs `fs.rm` first.
---
---```lua
---local listener = net.Listen("unix", "/tmp/s")
---print(fs.stat("/tmp/s").type)         --> socket
---listener:Close()
---print(net.Dial("unix", "/tmp/s"))     --> nil connection refused
---print(net.Listen("unix", "/tmp/s"))   --> nil address already in use
---fs.rm("/tmp/s")
---listener = net.Listen("unix", "/tmp/s")
---listener:SetUnlinkOnClose(true)
---listener:Close()
---print(fs.stat("/tmp/s"))              --> nil
---```
---@class UnixListener : Listener
local UnixListener = {}

---Whether closing, also by the end of the process, removes the file. It does not unless asked to.
---@param unlink boolean
function UnixListener:SetUnlinkOnClose(unlink) end

---A UDP socket, from `net.ListenPacket` or `net.Dial("udp", …)`. One call is one datagram. One that
---was dialled talks with its peer alone, with `Read` and `Write`.
---@class PacketConn
local PacketConn = {}

---Waits for a datagram. What of it is longer than `n` is lost.
---@async
---@param n? integer The most octets to hand over, 4096 if not given.
---@return string? data
---@return Addr? addr Who sent it.
---@return NetError? err
function PacketConn:ReadFrom(n) end

---Sends one datagram. Nothing tells whether it arrives. One that was dialled answers an error here:
---use `Write`.
---@param data string
---@param addr string|Addr `host:port`, or the `addr` that came with a datagram.
---@return integer? n How many octets were sent.
---@return NetError? err
function PacketConn:WriteTo(data, addr) end

---Waits for a datagram, of one that was dialled: from its peer. If the peer's machine said that
---nobody listens there, the error is `connection refused`.
---@async
---@param n? integer The most octets to hand over, 4096 if not given.
---@return string? data
---@return NetError? err
function PacketConn:Read(n) end

---Sends one datagram to the peer that was dialled.
---
---```lua
---local conn = net.Dial("udp", "web:7")
---conn:SetReadDeadline(1)    -- a datagram may be lost
---conn:Write("ping")
---print(conn:Read())         --> ping nil
---```
---@param data string
---@return integer? n How many octets were sent.
---@return NetError? err
function PacketConn:Write(data) end

---Closes the port.
---@return NetError? err If it was closed already.
function PacketConn:Close() end

---Where it is bound.
---@return Addr addr
function PacketConn:LocalAddr() end

---The peer of one that was dialled.
---@return Addr? addr nil if it was not dialled.
function PacketConn:RemoteAddr() end

---Limits how long reads may wait from now on; writes never wait, but fail once it has passed.
---@param seconds? number Seconds from now; 0 and less has passed already; nil for no limit.
---@return NetError? err If it was closed already.
function PacketConn:SetDeadline(seconds) end

---As `SetDeadline`, for reads only.
---@param seconds? number Seconds from now; nil for no limit.
---@return NetError? err If it was closed already.
function PacketConn:SetReadDeadline(seconds) end

---As `SetDeadline`, for writes only.
---@param seconds? number Seconds from now; nil for no limit.
---@return NetError? err If it was closed already.
function PacketConn:SetWriteDeadline(seconds) end

---One end of a conversation: an address and a port. `tostring` and `==` work on it.
---@class Addr
---@field IP IP
---@field Port integer
---@field Zone string Always empty: only IPv6 has zones.
local Addr = {}

---`tcp` or `udp`.
---@return string network
function Addr:Network() end

---The text, `10.0.0.2:80`.
---@return string text
function Addr:String() end

---The name of a Unix socket. `tostring` and `==` work on it. An end without a name has the empty one.
---@class UnixAddr
---@field Name string
---@field Net string Always `unix`.
local UnixAddr = {}

---`unix`.
---@return string network
function UnixAddr:Network() end

---The name.
---@return string text
function UnixAddr:String() end
