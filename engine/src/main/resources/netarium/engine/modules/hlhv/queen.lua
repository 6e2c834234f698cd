-- The queen of a hive: takes HTTPS requests and has them answered by cells (hlhv.cell), which
-- connect to her and say for which host and path.
--
--   hlhv.queen{key = "secret", aliases = {["(fallback)"] = "@"}}
--
-- A cell keeps one connection for commands, the leash. Each request goes over another connection
-- of the cell, a band, which carries one request at a time; when none is free the queen asks for
-- one more. Bands that nobody needs any more are closed by the gardener.

local arguments = require("hlhv.arguments")
local conf = require("hlhv.conf")
local frames = require("hlhv.frames")
local keys = require("hlhv.keys")
local http = require("lua.http")
local net = require("lua.net")
local sync = require("lua.sync")

local PAGES = {
  [400] = {"Bad Request", "this is no path"},
  [404] = {"Not Found", "there is no cell mounted on the path"},
  [502] = {"Bad Gateway", "cell couldn't handle http req"},
  [503] = {"Service Unavailable", "this page is unavailable right now"},
}

local PAGE = [[
<!DOCTYPE html>
<html>
<head><title>%d %s</title></head>
<body><h1>%d %s</h1><p>%s</p></body>
</html>
]]

-- What belongs to one connection between two machines and is nothing for the next.
local HOP_BY_HOP = {
  ["connection"] = true, ["keep-alive"] = true, ["transfer-encoding"] = true, ["upgrade"] = true,
}

-- Of somebody whom nobody knows yet no longer frame is read.
local LOGIN_OCTETS = 4096

local Queen = {}
Queen.__index = Queen

function Queen:say(...)
  if not self.quiet then io.stderr:write("hlhv.queen: ", string.format(...), "\n") end
end

---- Mounts ----

-- The host that a name stands for. Mounts and requests go by the same aliases.
function Queen:host(name)
  name = name:lower()
  local fallback = name ~= "@" and self.settings.aliases["(fallback)"]
  return self.settings.aliases[name] or fallback or name
end

-- Has a cell answer for a host and a path: for that path alone, or all below it if it ends in a
-- slash. nil and a sentence if that cannot be.
function Queen:mount(cell, host, path)
  if host == "" or host:find("/", 1, true) then
    return nil, "mux: a mount needs a host, and " .. host .. " is none"
  end
  if path:sub(1, 1) ~= "/" then return nil, "mux: the path " .. path .. " does not begin with /" end
  local pattern = self:host(host) .. path
  local there = self.mounts[pattern]
  if there and there ~= cell then return nil, "mux: existing mount on " .. pattern end
  self:unmount(cell)
  self.mounts[pattern] = cell
  cell.pattern = pattern
  self:say("%s is mounted on %s", cell.name, pattern)
  return true
end

function Queen:unmount(cell)
  if cell.pattern then
    self.mounts[cell.pattern] = nil
    cell.pattern = nil
  end
end

-- The cell for a request, and the path as that sees it: what is mounted exactly there, else on the
-- longest path that ends in a slash.
function Queen:find(host, path)
  local wanted = self:host(host) .. path
  local cell = self.mounts[wanted]
  if cell then return cell, "/" end
  for at = #wanted, 1, -1 do
    if wanted:byte(at) == 0x2F and self.mounts[wanted:sub(1, at)] then
      return self.mounts[wanted:sub(1, at)], wanted:sub(at)
    end
  end
end

---- Leashes ----

-- Somebody has connected; who it is must be said in time.
function Queen:login(conn)
  conn:SetDeadline(self.settings.timeout)
  local stream = frames.Stream(conn)
  stream.most = LOGIN_OCTETS
  local from = conn:RemoteAddr():String()
  local kind, payload = stream:Read()
  local who, err
  stream.most = frames.MaxOctets
  if kind == frames.IAm then
    who, err = frames.decode(kind, payload)
  else
    err = kind and "it began with " .. frames.name(kind) or tostring(payload)
  end
  if who and who.connKind == frames.ConnKindCell then
    if keys.matches(self.settings.connKey, who.key) or self.settings.connKey == "" then
      return self:leash(stream, from)
    end
    err = "wrong key"
  elseif who and who.connKind == frames.ConnKindBand then
    local cell = self.cells[who.uuid]
    if cell and cell.key == who.key then return self:band(cell, stream) end
    err = "a band of no cell that is here"
  end
  self:say("refused %s: %s", from, err or "it is neither cell nor band")
  stream:Close()
end

-- A cell has come: listens to its commands until it goes.
function Queen:leash(stream, from)
  local cell = {
    name = "cell " .. from, uuid = keys.uuid(), key = keys.uuid(), stream = stream,
    bands = {}, free = {}, waiting = {}, made = 0, lock = sync.Mutex(),
  }
  self.cells[cell.uuid] = cell
  local ok, err = stream:Send(frames.Accept, {uuid = cell.uuid, key = cell.key})
  stream.conn:SetDeadline(nil)
  while ok do
    local kind, payload = stream:Read()
    if not kind then
      err = payload
      break
    end
    ok, err = self:command(cell, kind, payload)
  end
  self:say("%s is gone: %s", cell.name, tostring(err))
  self:forget(cell)
end

function Queen:command(cell, kind, payload)
  if kind == frames.Mount then
    local mount, err = frames.decode(kind, payload)
    if not mount then return nil, err end
    return self:mount(cell, mount.host, mount.path)
  elseif kind == frames.Unmount then
    self:unmount(cell)
    return true
  end
  return nil, frames.name(kind) .. " does not belong on a leash"
end

-- The leash has ended: nothing is mounted any more, all bands are closed.
function Queen:forget(cell)
  cell.stream:Close()
  self:unmount(cell)
  self.cells[cell.uuid] = nil
  cell.lock:Lock()
  cell.isGone = true
  local bands, waiting = cell.bands, cell.waiting
  cell.bands, cell.free, cell.waiting = {}, {}, {}
  cell.lock:Unlock()
  for _, band in ipairs(bands) do band.stream:Close() end
  for _, waiter in ipairs(waiting) do waiter.given:Done() end
end

---- Bands ----

-- A band of a cell has come.
function Queen:band(cell, stream)
  local ok = stream:Send(frames.Accept, {uuid = cell.uuid, key = ""})
  stream.conn:SetDeadline(nil)
  if not ok or cell.isGone then return stream:Close() end
  cell.made = cell.made + 1
  local band = {cell = cell, stream = stream, number = cell.made}
  cell.lock:Lock()
  table.insert(cell.bands, band)
  cell.lock:Unlock()
  self:free(band)
  self:garden()
end

-- Gives a band to the request that has waited longest, or keeps it for the next.
function Queen:free(band)
  local cell = band.cell
  band.used = os.time()
  cell.lock:Lock()
  if cell.isGone then
    band.stream:Close()
  else
    local waiter = table.remove(cell.waiting, 1)
    if waiter then
      waiter.band = band
      waiter.given:Done()
    else
      local at = 1
      while cell.free[at] and cell.free[at].number < band.number do at = at + 1 end
      table.insert(cell.free, at, band)
    end
  end
  cell.lock:Unlock()
end

local function remove(list, item)
  for at, each in ipairs(list) do
    if each == item then return table.remove(list, at) end
  end
end

-- Closes a band that cannot be used any more.
function Queen:drop(band)
  band.stream:Close()
  local cell = band.cell
  cell.lock:Lock()
  remove(cell.bands, band)
  remove(cell.free, band)
  cell.lock:Unlock()
end

-- A band that is nobody else's: a free one, or one that the cell opens now. nil if none comes.
function Queen:take(cell)
  cell.lock:Lock()
  local band = table.remove(cell.free, 1)
  if band or cell.isGone then
    cell.lock:Unlock()
    return band
  end
  local waiter = {given = sync.WaitGroup()}
  waiter.given:Add(1)
  table.insert(cell.waiting, waiter)
  cell.lock:Unlock()
  cell.stream:Send(frames.NeedBand, {count = 1})
  waiter.given:Wait(self.settings.bandTimeout)
  cell.lock:Lock()
  remove(cell.waiting, waiter)
  cell.lock:Unlock()
  return waiter.band
end

function Queen:hasBands()
  for _, cell in pairs(self.cells) do
    if cell.bands[1] then return true end
  end
  return false
end

-- As long as there are bands, now and then closes those that have been idle for too long.
function Queen:garden()
  if self.isGardening then return end
  self.isGardening = true
  go(function()
    while self:hasBands() do
      sleep(self.settings.gardenFreq)
      for _, cell in pairs(self.cells) do self:weed(cell) end
    end
    self.isGardening = false
  end)
end

function Queen:weed(cell)
  local kept, old = {}, {}
  cell.lock:Lock()
  for _, band in ipairs(cell.free) do
    local isOld = os.time() - band.used > self.settings.maxBandAge
    table.insert(isOld and old or kept, band)
  end
  cell.free = kept
  cell.lock:Unlock()
  for _, band in ipairs(old) do
    self:say("band %d of %s was idle for %d s", band.number, cell.name, os.time() - band.used)
    self:drop(band)
  end
end

---- Requests ----

local function page(w, code)
  local title, text = PAGES[code][1], PAGES[code][2]
  w:Header():Set("Content-Type", "text/html; charset=utf-8")
  w:WriteHeader(code)
  w:Write(PAGE:format(code, title, code, title, text))
end

-- The host and the port of a Host field; without a port it is that of HTTPS.
local function hostAndPort(text, usual)
  local host, port = text:match("^%[(.*)%]:?(%d*)$")
  if not host then host, port = text:match("^([^:]*):?(%d*)$") end
  return host or text, tonumber(port) or usual
end

local function lists(values, toName)
  local made = {}
  for name, each in pairs(values) do
    made[toName and toName(name) or name] = each
  end
  return made
end

-- What a cell is told about a request.
function Queen:head(r, path)
  local host, port = hostAndPort(r.Host, self.isTls and 443 or 80)
  local cookies = {}
  for _, cookie in ipairs(r:Cookies()) do
    cookies[cookie.Name] = cookies[cookie.Name] or {}
    table.insert(cookies[cookie.Name], cookie.Value)
  end
  return {
    remoteAddrReal = r.RemoteAddr, remoteAddr = r.RemoteAddr, method = r.Method,
    scheme = self.isTls and "https" or "http", host = host, port = port, path = path,
    fragment = "", query = lists(r.URL:Query()), proto = r.Proto, protoMajor = r.ProtoMajor,
    protoMinor = r.ProtoMinor, headers = lists(r.Header, string.lower), cookies = cookies,
  }
end

-- Answers a request: the handler of the HTTPS server.
function Queen:serve(w, r)
  local path = r.URL.Path
  if path:sub(1, 1) ~= "/" then return page(w, 400) end
  local cell, rest = self:find((hostAndPort(r.Host)), path)
  if not cell then return page(w, 404) end
  local head = self:head(r, rest)
  while true do
    local band = self:take(cell)
    if not band then return page(w, 503) end
    if band.stream:Send(frames.HTTPReqHead, head) then
      return self:relay(w, r, band)
    end
    self:drop(band)
  end
end

-- The next frame of the cell, which must come in time.
function Queen:next(band)
  band.stream.conn:SetReadDeadline(self.settings.timeoutWrite)
  return band.stream:Read()
end

-- Sends the body that the cell has asked for, not more than it wants.
local function sendBody(r, band, most)
  while most > 0 do
    local data, err = r.Body:Read(math.min(most, frames.ChunkOctets))
    if data and data ~= "" then
      if not band.stream:WriteBody(frames.HTTPReqBody, data) then return false end
      most = most - #data
    end
    if err == io.EOF then break end
    if err then return false end
  end
  return band.stream:Write(frames.HTTPReqEnd)
end

-- Hands the request to the cell and the answer to the client.
function Queen:relay(w, r, band)
  local kind, payload = self:next(band)
  if kind == frames.HTTPResWant then
    local want = frames.decode(kind, payload)
    if want and sendBody(r, band, want.maxSize) then
      kind, payload = self:next(band)
    else
      kind = nil
    end
  end
  local head = kind == frames.HTTPResHead and frames.decode(kind, payload)
  if not head or head.statusCode < 200 or head.statusCode > 999 then
    self:drop(band)
    return page(w, 502)
  end
  for name, values in pairs(head.headers) do
    if not HOP_BY_HOP[name:lower()] then
      for _, value in ipairs(values) do w:Header():Add(name, value) end
    end
  end
  w:WriteHeader(head.statusCode)
  self:relayBody(w, band)
end

function Queen:relayBody(w, band)
  while true do
    local kind, payload = self:next(band)
    if kind == frames.HTTPResBody then
      local _, err = w:Write(payload)
      if err and err ~= http.ErrBodyNotAllowed then
        return self:drop(band)
      end
      w:Flush()
    elseif kind == frames.HTTPResEnd then
      band.stream.conn:SetReadDeadline(nil)
      return self:free(band)
    else
      self:drop(band)
      error(http.ErrAbortHandler)
    end
  end
end

---- Beginning and end ----

-- Ends everything: no more requests, no more cells.
function Queen:close()
  self.cellListener:Close()
  self.httpListener:Close()
  for _, cell in pairs(self.cells) do cell.stream:Close() end
end

-- What is mounted, as patterns, in order.
function Queen:patterns()
  local patterns = {}
  for pattern in pairs(self.mounts) do patterns[#patterns + 1] = pattern end
  table.sort(patterns)
  return patterns
end

-- The certificate of the files if both are there, else what the topology's authority issues.
local function certificate(settings)
  local cert, key = io.open(settings.certPath), io.open(settings.keyPath)
  if cert then cert:close() end
  if key then key:close() end
  return cert and key and {settings.certPath, settings.keyPath} or nil
end

function Queen:listen(addr)
  if not self.isTls then return net.Listen("tcp", addr) end
  return require("lua.tls").Listen("tcp", addr, {Certificate = certificate(self.settings)})
end

-- Starts a queen, who lives as long as the process: the queen, or nil and an error if one of her
-- ports cannot be opened.
local function queen(options)
  arguments.checkOptional("hlhv.queen", 1, "table", options)
  options = options or {}
  local self = setmetatable({cells = {}, mounts = {}, quiet = options.quiet}, Queen)
  self.isTls = options.tls ~= false
  self.settings = conf.of(options, function(text) self:say("%s", text) end)
  if self.settings.connKey == "" then self:say("there is no key: every cell is accepted") end
  local err
  self.cellListener, err = self:listen(self.settings.cellsAddr)
  if not self.cellListener then return nil, err end
  self.httpListener, err = self:listen(self.settings.httpsAddr)
  if not self.httpListener then
    self.cellListener:Close()
    return nil, err
  end
  go(function()
    while true do
      local conn = self.cellListener:Accept()
      if not conn then return end
      go(self.login, self, conn)
    end
  end)
  go(function()
    http.Serve(self.httpListener, function(w, r) self:serve(w, r) end)
  end)
  return {
    Close = function() self:close() end,
    Mounts = function() return self:patterns() end,
  }
end

return queen
