---@meta

---# network: WebSockets that are polled
---
---Connections that open themselves again, and servers, as games and chats use them. No function
---waits for the network; what happens is told by `network.poll` as a list of events.
---
---```lua
---network.listen("hub", 9000)
---network.connect("me", "ws://localhost:9000/")
---local done = false
---while not done do
---  for _, e in ipairs(network.poll()) do
---    if e.type == "ws:open" then
---      network.send("me", "hello")
---    elseif e.type == "ws:peer:message" then
---      network.sendToClient("hub", e.clientId, e.data .. "!")
---    elseif e.type == "ws:message" then
---      print(e.data)  --> hello!
---      done = true
---    end
---  end
---end
---network.destroy()
---```

---WebSockets.
---@class networklib
network = {}

---What happened.
---@alias NetworkEventType
---| "ws:open" # A connection of ours is open. `id`.
---| "ws:message" # A message came. `id`, `data`, `binary`.
---| "ws:close" # A connection is closed, or was lost (code 1006). `id`, `code`, `reason`.
---| "ws:error" # Something went wrong. `id`, `error`.
---| "ws:server:ready" # A server listens. `serverId`, `port`.
---| "ws:server:error" # A server cannot listen. `serverId`, `error`.
---| "ws:peer:connect" # Somebody came to a server. `serverId`, `clientId`.
---| "ws:peer:message" # A message came to a server. `serverId`, `clientId`, `data`, `binary`.
---| "ws:peer:disconnect" # Somebody left a server. `serverId`, `clientId`, `code`, `reason`.

---An event. Which fields it has depends on its type.
---@class NetworkEvent
---@field type NetworkEventType
---@field id? string|number The connection, as `network.connect` named it.
---@field serverId? string|number The server, as `network.listen` named it.
---@field clientId? integer Who it was at the server, from 1 on; numbers are never given twice.
---@field data? string The message.
---@field binary? boolean true for a message that is no text.
---@field code? integer Why it was closed: 1000 as intended, 1001 going away, 1006 lost.
---@field reason? string What the other side said about it.
---@field error? string What went wrong.
---@field port? integer Where a server listens.

---Options of `network.connect`.
---@class ConnectOptions
---@field proxy? string `socks5://user:password@host:port`, `http://host:port`; else `ALL_PROXY` …
---@field reconnect? boolean false to give up after the first failure.

---Begins; `connect` and `listen` do so by themselves.
function network.init() end

---Opens a connection under a name of one's own; one that has this name already is let go. When it
---is lost or refused, it is tried again after 1, 2, 4 … at most 60 seconds.
---@param id string|number
---@param url string `ws://host:port/path`
---@param options? ConnectOptions
function network.connect(id, url, options) end

---Sends a message over an open connection; without one, nothing happens. Waits while more than 256
---KiB wait to be sent.
---@async
---@param id string|number
---@param data string
---@param kind? "text"|"binary" Text if not given, and the data can be (UTF-8).
function network.send(id, data, kind) end

---Closes a connection for good. `ws:close` tells when the other side has agreed.
---@param id string|number
---@param code? integer 1000 if not given.
---@param reason? string At most 123 octets.
function network.close(id, code, reason) end

---All events since the last call, an empty list if there are none. After a look in vain the next
---one may take up to a 60th of a second, so a loop around it costs next to nothing.
---@return NetworkEvent[] events
function network.poll() end

---Opens a server. `ws:server:ready` or `ws:server:error` tells whether it could.
---@param serverId string|number
---@param port integer 0 for any free port.
---@param host? string This machine only (127.0.0.1) if not given; `0.0.0.0` for everybody.
---@param options? ServeOptions
function network.listen(serverId, port, host, options) end

---How a server is wanted.
---@class ServeOptions
---@field tls? boolean|string|PoolFiles For `wss://`, as for `http.pool`.

---Sends a message to all who have come to a server. One who takes nothing any more is given up.
---@param serverId string|number
---@param data string
---@param kind? "text"|"binary" Text if not given, and the data can be (UTF-8).
function network.broadcast(serverId, data, kind) end

---Sends a message to one of them. Waits while more than 256 KiB wait to be sent there.
---@async
---@param serverId string|number
---@param clientId integer
---@param data string
---@param kind? "text"|"binary" Text if not given, and the data can be (UTF-8).
function network.sendToClient(serverId, clientId, data, kind) end

---Ends a server: its clients are told so (1001), and are gone for this script at once.
---@param serverId string|number
function network.stopServer(serverId) end

---Lets go of all connections and servers and forgets what has happened.
function network.destroy() end
