---@meta

---# net: messages
---
---Messages between machines in a few calls. Each message travels over a real TCP connection, which
---you see in the trace with its handshake, acknowledgements and end.
---
---One send is one message: `recv` gives back exactly what one `send` was given, however many
---segments it took. What is wrong at once raises an error (an unknown host, a port in use); what
---the network answers later comes as `nil, err` and as a notice on the console.
---
---A server that answers everybody:
---
---```lua
---net.listen(4000)
---net.send("127.0.0.1", 4000, "hello")     -- a message to ourselves
---local m = net.recv()
---while not m do m = net.recv() end        -- polling is cheap here
---print(m.data, m.dst_port)                --> hello 4000
---net.send(m.src_ip, m.src_port, "hi")     -- the answer takes the same connection
---```

---The network functions of a machine. `listen`, `recv`, `send`, `connect` and `ip` exchange
---messages; `Dial`, `Listen` and the others with a capital letter are those of Go.
---@class netlib
net = {}

---A message that `net.recv` or `conn:recv` hands over.
---@class Message
---@field src_ip string The sender's address, `10.0.0.2`.
---@field src_port integer The sender's port; answer to it with `net.send`.
---@field dst_ip string The address of this machine that the message came to.
---@field dst_port integer The port of this machine that the message came to.
---@field data string The octets that the sender gave to one `send`.

---Opens a port, so that other machines can connect to it. The system accepts every connection by
---itself; `net.recv` then hands over what they send. Opening the same port twice in one process
---does nothing.
---
---Raises `Address already in use (port 80)` if another process of this machine has the port. It
---becomes free when the process that opened it ends.
---@param port integer Port from 1 to 65535; 0 lets the system pick a free one.
function net.listen(port) end

---Looks for a message and does not wait for one: gives the oldest message that came to a port of
---this process or over a connection that `net.send` opened, or nil if there is none.
---
---A loop around it costs next to nothing: after a look in vain the next one may take up to a 60th
---of a second, and ends at once when something arrives. A connection whose peer has closed it is
---closed on this side too when the process comes back here.
---
---```lua
---print(net.recv())  --> nil
---```
---@return Message? message
function net.recv() end

---Sends one message. It goes over the newest connection to that host and port, so that it can
---answer a message that came; if there is none, one is opened, and the message follows the
---handshake. Waits while TCP's send buffer is full.
---
---Raises `Invalid IP/host: x` for a name that no machine has. That nobody listens there shows
---later, as a notice on the console.
---@async
---@param host string Address, name of a machine, or `localhost`.
---@param port integer Port from 0 to 65535.
---@param data string Any octets; an empty string sends nothing.
function net.send(host, port, data) end

---Opens a TCP connection and returns at once, before the other side has answered. What is sent
---before the handshake ends is sent after it.
---
---Whether it worked, `conn:recv` tells: it answers `nil, err` once, and the console has a notice.
---Raises `Invalid IP/host: x` for a name that no machine has.
---
---```lua
---local conn = net.connect("web", 80)
---conn:send(http.build_request("GET", "/"))
---local m, err = conn:recv()
---while not m and not err do m, err = conn:recv() end
---print(http.parse_response(m.data).status)  --> 200
---conn:close()
---```
---@param host string Address, name of a machine, or `localhost`.
---@param port integer Port from 0 to 65535.
---@return MessageConn conn
function net.connect(host, port) end

---The address of this machine, of its first interface that has one.
---
---```lua
---print(net.ip())  --> 10.0.0.1
---```
---@return string? address nil for a machine without one.
function net.ip() end

---A connection that `net.connect` opened.
---@class MessageConn
---@field connection_id integer A number for this connection, from 1 on.
local MessageConn = {}

---Sends one message; the other side receives it whole. Waits while TCP's send buffer is full. What
---is sent to a peer that is gone is lost; `recv` tells.
---
---Raises `Connection closed` after `close`.
---@async
---@param data string Any octets; an empty string sends nothing.
function MessageConn:send(data) end

---Looks for a message and does not wait for one. Without a message and without an error it answers
---nil alone; when the connection was refused or reset, or the peer has closed it and all it sent
---has been read, it answers `nil, err`, once.
---
---Raises `Connection closed` after `close`.
---@return Message? message
---@return string? err Why nothing will come any more: `closed by the peer`.
function MessageConn:recv() end

---Closes the connection: TCP sends what is left and then FIN. A second call does nothing.
function MessageConn:close() end
