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
---@field on_http? function Answers requests: `function(res, req)`.
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

---Starts a cell and returns at once. It connects to the queen, and again when that ends: after 4,
---6, 9 … at most 63 seconds.
---@param options CellOptions
---@return HlhvCell cell
function hlhv.cell(options) end
