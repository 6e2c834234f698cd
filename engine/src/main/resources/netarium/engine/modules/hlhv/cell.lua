-- A cell of a hive: answers requests that a queen (hlhv.queen) hands over.
--
--   hlhv.cell{
--     queen = "queen:2001", key = "secret", mount = {host = "@", path = "/photos/"},
--     on_http = function(res, req)
--       res:WriteHead(200, {["Content-Type"] = "text/plain"})
--       res:WriteBody("you asked for " .. req.Head.path)
--     end,
--   }
--
-- It connects to the queen, says its key and where it wants to be mounted, and opens another
-- connection, a band, whenever she asks for one. When the connection is lost it comes back later.

local arguments = require("hlhv.arguments")
local files = require("hlhv.files")
local frames = require("hlhv.frames")
local net = require("lua.net")

local LOGIN_SECONDS = 10
local MOST_BANDS_AT_ONCE = 64
local BODY_OCTETS = 8192
local CACHE_SECONDS = 4 * 60 * 60

local FIRST_WAIT, WAIT_AFTER_SUCCESS, LONGEST_WAIT = 4, 2, 63
local SUCCESS_SECONDS = 10

---- Requests and answers ----
--
-- An exchange is one request and its answer on a band. What a handler gets are two views of it.

-- One frame of the body: its octets, or "" at the end; nil and an error.
local function receive(exchange)
  if exchange.isOver then return "" end
  if not exchange.isWanted then
    if exchange.isBegun then return nil, "the body was not asked for before the answer" end
    exchange.isWanted = true
    local ok, err = exchange.stream:Send(frames.HTTPResWant, {maxSize = exchange.most})
    if not ok then return nil, err end
  end
  local kind, payload = exchange.stream:Read()
  if kind == frames.HTTPReqBody then return payload end
  exchange.isOver = true
  if kind == frames.HTTPReqEnd then return "" end
  exchange.isBroken = true
  return nil, kind and "instead of the body came " .. frames.name(kind) or payload
end

-- The queen reads the answer when she has sent the body that was asked for: what nobody has read of
-- it is kept.
local function keepRest(exchange)
  while exchange.isWanted and not exchange.isOver do
    local data = receive(exchange)
    if not data or data == "" then return end
    table.insert(exchange.kept, data)
  end
end

local function newRequest(exchange)
  local req = {Head = exchange.head}

  -- How much of the body is wanted; 0 is as much as usual. To be said before it is read.
  function req:SetMaxBodySize(octets)
    arguments.check("SetMaxBodySize", 1, "number", octets)
    exchange.most = octets > 0 and octets or BODY_OCTETS
  end

  -- The next piece of the body: whether there may be more, the octets, and an error.
  function req:ReadBody()
    local data, err = table.remove(exchange.kept, 1), nil
    if not data then data, err = receive(exchange) end
    if not data then return nil, nil, err end
    return data ~= "", data
  end

  -- The whole body, at most as much as SetMaxBodySize says; nil and an error.
  function req:ReadBodyFull()
    local parts = {}
    while true do
      local more, data, err = self:ReadBody()
      if err then return nil, err end
      if not more then return table.concat(parts) end
      parts[#parts + 1] = data
    end
  end

  return req
end

local function newResponse(exchange)
  local res = {}

  -- Begins the answer: its status, and header fields as name → value or array of values.
  function res:WriteHead(code, headers)
    arguments.check("WriteHead", 1, "number", code)
    arguments.checkOptional("WriteHead", 2, "table", headers)
    if exchange.isBegun then error("the head has been written already", 2) end
    keepRest(exchange)
    exchange.isBegun = true
    return exchange.stream:Send(frames.HTTPResHead, {statusCode = code, headers = headers})
  end

  -- Writes octets of the body, as often as there are some.
  function res:WriteBody(data)
    if type(data) == "number" then data = tostring(data) end
    arguments.check("WriteBody", 1, "string", data)
    if not exchange.isBegun then error("WriteHead comes before WriteBody", 2) end
    return exchange.stream:WriteBody(frames.HTTPResBody, data)
  end

  return res
end

---- The cell ----

local Cell = {}
Cell.__index = Cell

function Cell:say(...)
  if not self.quiet then io.stderr:write("hlhv.cell: ", string.format(...), "\n") end
end

function Cell:dial(address)
  if not self.isTls then return net.DialTimeout("tcp", address, LOGIN_SECONDS) end
  local host = self.queen:match("^%[?(.-)%]?:%d+$")
  return require("lua.tls").DialTimeout("tcp", address, LOGIN_SECONDS, {
    ServerName = host, InsecureSkipVerify = self.insecure, RootCAs = self.rootCertPath,
  })
end

-- Connects and says who this is: the stream and what the queen accepts, or nil and a sentence.
function Cell:login(address, iAm)
  local conn, err = self:dial(address)
  if not conn then return nil, "cannot reach the queen at " .. address .. ": " .. tostring(err) end
  local stream = frames.Stream(conn)
  conn:SetDeadline(LOGIN_SECONDS)
  local ok, kind, payload = stream:Send(frames.IAm, iAm)
  if ok then
    kind, payload = stream:Read()
  end
  local accepted = kind == frames.Accept and frames.decode(kind, payload)
  if accepted then
    conn:SetDeadline(nil)
    return stream, accepted
  end
  stream:Close()
  if type(kind) == "number" then
    return nil, "server sent strange response: " .. frames.name(kind)
  end
  return nil, "the queen at " .. address .. " did not accept this cell: is the key right? ("
    .. tostring(payload or kind) .. ")"
end

-- Is a cell of the queen until that ends: whether it ever was, for how long, and why it ended.
function Cell:attend()
  local stream, accepted = self:login(self.queen, {
    connKind = frames.ConnKindCell, uuid = "", key = self.key,
  })
  if not stream then return 0, accepted end
  local began = os.time()
  local session = {
    uuid = accepted.uuid, key = accepted.key, bands = {},
    address = stream.conn:RemoteAddr():String(),
  }
  self.leash = stream
  local ok, err = stream:Send(frames.Mount, self.mount)
  while ok do
    local kind, payload = stream:Read()
    local need = kind == frames.NeedBand and frames.decode(kind, payload)
    if need then
      for _ = 1, math.min(need.count, MOST_BANDS_AT_ONCE) do go(self.band, self, session) end
    else
      ok, err = nil, kind and "the queen sent " .. frames.name(kind) or tostring(payload)
    end
  end
  self.leash = nil
  stream:Close()
  for band in pairs(session.bands) do band:Close() end
  return os.time() - began, "the leash has ended: " .. tostring(err)
end

-- Opens a band and answers what comes over it.
function Cell:band(session)
  local stream, err = self:login(session.address, {
    connKind = frames.ConnKindBand, uuid = session.uuid, key = session.key,
  })
  if not stream then return self:say("no band: %s", err) end
  session.bands[stream] = true
  while true do
    local kind, payload = stream:Read()
    local head = kind == frames.HTTPReqHead and frames.decode(kind, payload)
    if not head or not self:answer(stream, head) then break end
  end
  session.bands[stream] = nil
  stream:Close()
end

-- A file of this cell, if it has one for the request.
function Cell:serveFile(res, head)
  if head.method ~= "GET" and head.method ~= "HEAD" then return false end
  local content, type = self.files:find(head.path)
  if not content then return false end
  res:WriteHead(200, {
    ["content-type"] = type, ["content-length"] = #content,
    ["cache-control"] = "max-age=" .. self.cacheMaxAge,
  })
  if head.method == "GET" then res:WriteBody(content) end
  return true
end

local function nothingHere(res)
  res:WriteHead(404, {["content-type"] = "text/plain; charset=utf-8"})
  res:WriteBody("404 page not found\n")
end

-- Answers one request; whether the band can be used for another.
function Cell:answer(stream, head)
  local exchange = {stream = stream, head = head, most = BODY_OCTETS, kept = {}}
  local res, req = newResponse(exchange), newRequest(exchange)
  local function handle()
    if not self:serveFile(res, head) then (self.onHttp or nothingHere)(res, req) end
  end
  local function explain(err) return debug.traceback(tostring(err), 2) end
  local isDone, why = xpcall(handle, explain)
  if not isDone then
    io.stderr:write(string.format("hlhv.cell: %s %s: %s\n", head.method, head.path, why))
    -- An answer that has begun cannot be taken back: all that is left is to break it off.
    if exchange.isBegun then return false end
  end
  return stream:Write(frames.HTTPResEnd) and not exchange.isBroken
end

function Cell:run()
  local wait = FIRST_WAIT
  while not self.isStopped do
    local seconds, why = self:attend()
    if self.isStopped then break end
    if seconds > SUCCESS_SECONDS then wait = WAIT_AFTER_SUCCESS end
    self:say("%s; next try in %d s", why, wait)
    sleep(wait)
    wait = math.min(math.floor(wait * 1.5), LONGEST_WAIT)
  end
end

-- Leaves the queen and does not come back.
function Cell:stop()
  self.isStopped = true
  if self.leash then
    self.leash:Write(frames.Unmount)
    self.leash:Close()
  end
end

local function want(options, name, kind, usual)
  local value = options[name]
  if value == nil then value = usual end
  if value ~= nil and type(value) ~= kind then
    error("hlhv.cell: " .. name .. ": " .. kind .. " expected, got " .. type(value), 4)
  end
  return value
end

-- Starts a cell, which lives as long as the process or until it is stopped.
local function cell(options)
  arguments.check("hlhv.cell", 1, "table", options)
  local function get(name, kind, usual) return want(options, name, kind, usual) end
  local address = get("queen", "string")
  if not address then error("hlhv.cell: queen: the queen's address is missing", 3) end
  local mount = get("mount", "table", {})
  local self = setmetatable({
    queen = address:find(":%d+$") and address or address .. ":2001",
    key = get("key", "string", ""),
    mount = {host = mount.host or "@", path = mount.path or "/"},
    onHttp = get("on_http", "function"),
    files = files.Store(options.files),
    cacheMaxAge = get("cache_max_age", "number", CACHE_SECONDS),
    isTls = get("tls", "boolean", true),
    insecure = get("insecure", "boolean", false),
    rootCertPath = get("root_cert_path", "string"),
    quiet = get("quiet", "boolean", false),
  }, Cell)
  go(self.run, self)
  return {Stop = function() self:stop() end}
end

return cell
