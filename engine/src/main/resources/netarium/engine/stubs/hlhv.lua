---@meta

---# hlhv: a queen and her cells
---
---A queen takes the HTTPS requests of a whole site. Cells connect to her, say which paths they
---answer, and get the requests for them over connections of their own; so a site grows by machines
---that nobody outside needs to reach.
---
---Both are written in Lua and stand on every machine to be read: `/usr/lib/lua/hlhv/queen.lua`,
---`cell.lua`, and `frames.lua` for what they say to each other. `require("hlhv.queen")` and
---`require("hlhv.cell")` give the same functions as `hlhv.queen` and `hlhv.cell`.

---Queens and cells.
---@class hlhvlib
hlhv = {}

---What `hlhv.queen` is given. Times are in seconds.
---@class QueenOptions
---@field conf? string Path of a configuration file; options here count more than its lines.
---@field key? string What cells must say: the key, or `sha256:SALT:HEX`; empty: nothing.
---@field cells_addr? string Where cells connect, `:2001` if not given.
---@field https_addr? string Where requests come, `:443` if not given.
---@field aliases? table<string, string> Name to host; `(fallback)` is for all other names.
---@field cert_path? string The certificate, PEM; the topology's authority issues one if not given.
---@field key_path? string Its private key, PEM.
---@field tls? boolean `false`: without TLS, for lessons.
---@field garden_freq? number How often idle bands are looked for; 120 if not given.
---@field max_band_age? number How long a band may be idle; 60 if not given.
---@field timeout? number How long a connection may take to say who it is; 1 if not given.
---@field timeout_write? number How long a cell may take for each frame; 15 if not given.
---@field band_timeout? number How long a request waits for a band; 10 if not given.
---@field quiet? boolean `true`: says nothing on the console.

---A queen who listens. She ends with the process that made her.
---@class HlhvQueen
local HlhvQueen = {}

---Ends it: no more requests, no more cells.
function HlhvQueen:Close() end

---What is mounted.
---@return string[] patterns Host and path, `@/photos/`, in order.
function HlhvQueen:Mounts() end

---Starts a queen and returns at once.
---@param options? QueenOptions
---@return HlhvQueen? queen
---@return NetError? err A port is in use.
function hlhv.queen(options) end

---Which requests a cell answers.
---@class CellMount
---@field host? string `@` if not given: what the queen's aliases lead to.
---@field path? string That path alone, or all below it if it ends in a slash; `/` if not given.

---What `hlhv.cell` is given.
---@class CellOptions
---@field queen string Where the queen is, `queen:2001`; the port may be missing.
---@field key? string What she wants to hear.
---@field mount? CellMount
---@field on_http? fun(res: HlhvResponse, req: HlhvRequest) Answers requests.
---@field files? string|table A directory, or paths with what stands there, served before `on_http`.
---@field cache_max_age? number For how many seconds files may be kept; 4 hours if not given.
---@field tls? boolean `false`: without TLS, for lessons.
---@field insecure? boolean `true`: whatever certificate the queen shows.
---@field root_cert_path? string The authority that is trusted instead of the topology's, PEM.
---@field quiet? boolean `true`: only errors of the handler are on the console.

---A cell. It ends with the process that made it.
---@class HlhvCell
local HlhvCell = {}

---Leaves the queen and does not come back.
function HlhvCell:Stop() end

---What a cell is told about a request.
---@class HlhvHead
---@field remoteAddrReal string Address and port from which it came to the queen.
---@field remoteAddr string The same.
---@field method string `GET`, `POST` …
---@field scheme string `https`, or `http` of a queen without TLS.
---@field host string As the client wrote it, without the port.
---@field port integer
---@field path string As seen from the mount: at `@/photos/`, `/photos/bee.svg` is `/bee.svg`.
---@field fragment string Always empty: browsers keep it.
---@field query table<string, string[]>
---@field proto string `HTTP/1.1`
---@field protoMajor integer
---@field protoMinor integer
---@field headers table<string, string[]> Names in small letters.
---@field cookies table<string, string[]>

---A request as a cell gets it.
---@class HlhvRequest
---@field Head HlhvHead
local HlhvRequest = {}

---How much of the body is wanted, before it is read: the queen sends no more.
---@param octets integer 0 is as much as usual, 8192.
function HlhvRequest:SetMaxBodySize(octets) end

---The next piece of the body, which the first call asks the queen for. Once the answer has begun it
---is too late for that.
---@async
---@return boolean? more Whether there may be more; nil if something went wrong.
---@return string? data
---@return any err
function HlhvRequest:ReadBody() end

---The whole body, at most as much as `SetMaxBodySize` says.
---@async
---@return string? body
---@return any err
function HlhvRequest:ReadBodyFull() end

---What a cell answers. It ends when the handler returns; a handler that wrote no head, or failed
---before, makes the queen answer 502.
---@class HlhvResponse
local HlhvResponse = {}

---Begins the answer, once.
---@async
---@param code integer 200 to 999; the queen answers 502 instead of what is less.
---@param headers? table<string, string|string[]>
---@return integer? written
---@return any err
function HlhvResponse:WriteHead(code, headers) end

---Writes a piece of the body, after the head.
---@async
---@param data string
---@return integer? written
---@return any err
function HlhvResponse:WriteBody(data) end

---Starts a cell and returns at once. It connects to the queen, and again when that ends: after 4,
---6, 9 … at most 63 seconds.
---
---```lua
---hlhv.queen{key = "honey", https_addr = ":8443", quiet = true}
---hlhv.cell{
---  queen = "localhost", key = "honey", mount = {path = "/photos/"},
---  on_http = function(res, req)
---    res:WriteHead(200, {["Content-Type"] = "text/plain"})
---    res:WriteBody("no photo of " .. req.Head.path .. " yet")
---  end,
---}
---sleep(1)
---print(http_get("https://localhost:8443/photos/bee"))  --> no photo of /bee yet
---```
---@param options CellOptions
---@return HlhvCell cell
function hlhv.cell(options) end
