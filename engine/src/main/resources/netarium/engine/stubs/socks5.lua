---@meta

---# socks5: through a proxy
---
---Connections through a SOCKS5 proxy (a machine that runs `socks5d`), as LuaSocket gives them.
---
---```lua
---local sock = assert(socks5.connect("web", 1080, "web", 7))
---sock:send("ping\n")
---print(sock:receive("*l"))  --> ping
---sock:close()
---```

---SOCKS5.
---@class socks5lib
socks5 = {}

---Connects to a host through a proxy, which also looks the name up, and waits until the connection
---stands.
---@async
---@param proxyHost string
---@param proxyPort integer 1 to 65535.
---@param host string
---@param port integer 1 to 65535.
---@param user? string At most 255 octets.
---@param password? string At most 255 octets.
---@return SocksSocket? sock
---@return string? err What the proxy said, or that it cannot be reached.
function socks5.connect(proxyHost, proxyPort, host, port, user, password) end

---A connection through a proxy.
---@class SocksSocket
local SocksSocket = {}

---Sends a part of a string, all of it if nothing else is said, and waits until TCP has taken it.
---@async
---@param data string
---@param from? integer The first octet to send; 1 if not given.
---@param to? integer The last octet to send.
---@return integer? last The last octet that was sent.
---@return string? err `closed` or `timeout`
---@return integer? sent How far it came.
function SocksSocket:send(data, from, to) end

---Receives: a line without its end, everything up to the end, or so many octets.
---@async
---@param pattern? "*l"|"*a"|integer A line if not given.
---@param prefix? string What the result begins with; it counts for the number of octets.
---@return string? data
---@return string? err `closed` or `timeout`
---@return string? partial What had come.
function SocksSocket:receive(pattern, prefix) end

---Limits how long each call may wait.
---@param seconds? number nil or a negative number for no limit, 0 for not at all.
---@return integer done Always 1.
function SocksSocket:settimeout(seconds) end

---Closes the connection.
---@return integer done Always 1.
function SocksSocket:close() end
