-- The frames that a queen and her cells exchange (hlhv.queen, hlhv.cell).
--
-- On the wire a frame is its length, four octets, the highest first; then so many octets: one for
-- the kind, the rest is the payload. The payload of most kinds is a JSON object with always the
-- same fields in the same order; bodies are octets as they are; ends have none.
--
--   local frames = require("hlhv.frames")
--   local octets = frames.pack(frames.Mount, frames.encode(frames.Mount, {host = "@", path = "/"}))

local json = require("lua.json")
local sync = require("lua.sync")

local frames = {
  -- On the leash, and at the beginning of a band.
  IAm = 0x00,
  Accept = 0x08,
  Mount = 0x10,
  Unmount = 0x11,
  NeedBand = 0x20,
  -- On a band: from the queen …
  HTTPReqHead = 0x30,
  HTTPReqBody = 0x31,
  HTTPReqEnd = 0x32,
  -- … and from the cell.
  HTTPResWant = 0x38,
  HTTPResHead = 0x39,
  HTTPResBody = 0x3A,
  HTTPResEnd = 0x3B,

  -- What an IAm says it is.
  ConnKindCell = 0,
  ConnKindBand = 1,

  -- More octets of body than this never stand in one frame that is written here.
  ChunkOctets = 1024,

  -- A longer frame than this is not read.
  MaxOctets = 1024 * 1024,
}

-- The names by kind.
frames.names = {}
for _, name in ipairs {
  "IAm", "Accept", "Mount", "Unmount", "NeedBand", "HTTPReqHead", "HTTPReqBody", "HTTPReqEnd",
  "HTTPResWant", "HTTPResHead", "HTTPResBody", "HTTPResEnd",
} do
  frames.names[frames[name]] = name
end

-- The fields of the kinds that are JSON: name, type. `lists` is an object of arrays of strings.
frames.fields = {
  [frames.IAm] = {{"connKind", "int"}, {"uuid", "string"}, {"key", "string"}},
  [frames.Accept] = {{"uuid", "string"}, {"key", "string"}},
  [frames.Mount] = {{"host", "string"}, {"path", "string"}},
  [frames.NeedBand] = {{"count", "int"}},
  [frames.HTTPReqHead] = {
    {"remoteAddrReal", "string"}, {"remoteAddr", "string"}, {"method", "string"},
    {"scheme", "string"}, {"host", "string"}, {"port", "int"}, {"path", "string"},
    {"fragment", "string"}, {"query", "lists"}, {"proto", "string"}, {"protoMajor", "int"},
    {"protoMinor", "int"}, {"headers", "lists"}, {"cookies", "lists"},
  },
  [frames.HTTPResWant] = {{"maxSize", "int"}},
  [frames.HTTPResHead] = {{"statusCode", "int"}, {"headers", "lists"}},
}

-- The name of a kind, for people.
function frames.name(kind)
  return frames.names[kind] or string.format("kind 0x%02X", kind)
end

-- The octets of a frame.
function frames.pack(kind, payload)
  payload = payload or ""
  local length = 1 + #payload
  assert(length <= frames.MaxOctets, "frame too long")
  return string.char(
    math.floor(length / 0x1000000), math.floor(length / 0x10000) % 256,
    math.floor(length / 0x100) % 256, length % 256, kind) .. payload
end

-- The frame that begins at an octet of a string: its kind, its payload and where the next one
-- begins. nil where more octets are needed; nil and a sentence if it is no frame, or longer than
-- `most`.
function frames.unpack(octets, at, most)
  at, most = at or 1, most or frames.MaxOctets
  if #octets < at + 3 then return nil end
  local a, b, c, d = octets:byte(at, at + 3)
  local length = ((a * 256 + b) * 256 + c) * 256 + d
  if length == 0 then return nil, "empty frame" end
  if length > most then
    return nil, string.format("frame of %.0f octets: at most %d are read", length, most)
  end
  local last = at + 3 + length
  if #octets < last then return nil end
  return octets:byte(at + 4), octets:sub(at + 5, last), last + 1
end

-- JSON is UTF-8; each octet of a text that is not becomes the replacement character.
local function text(value)
  local ok, written = pcall(json.encode, tostring(value))
  return ok and written or json.encode((tostring(value):gsub("[\128-\255]", "\239\191\189")))
end

local function list(values)
  local written = {}
  for i, value in ipairs(type(values) == "table" and values or {values}) do
    written[i] = text(value)
  end
  return "[" .. table.concat(written, ",") .. "]"
end

local write = {
  string = function(value) return text(value or "") end,
  int = function(value) return string.format("%.0f", value or 0) end,
  lists = function(value)
    local names, written = {}, {}
    for name in pairs(value or {}) do names[#names + 1] = name end
    table.sort(names)
    for i, name in ipairs(names) do
      written[i] = text(name) .. ":" .. list(value[name])
    end
    return "{" .. table.concat(written, ",") .. "}"
  end,
}

-- The payload of a JSON kind, with all its fields; those that `values` lacks are empty or 0.
function frames.encode(kind, values)
  local written = {}
  for i, field in ipairs(frames.fields[kind]) do
    local name, type = field[1], field[2]
    written[i] = '"' .. name .. '":' .. write[type](values[name])
  end
  return "{" .. table.concat(written, ",") .. "}"
end

local function isLists(value)
  if type(value) ~= "table" then return false end
  for name, values in pairs(value) do
    if type(name) ~= "string" or type(values) ~= "table" then return false end
    for _, each in ipairs(values) do
      if type(each) ~= "string" then return false end
    end
  end
  return true
end

local read = {
  string = function(value) return type(value) == "string" and value end,
  int = function(value)
    return type(value) == "number" and value % 1 == 0 and math.abs(value) < 2 ^ 53 and value
  end,
  lists = function(value) return isLists(value) and value end,
}

local empty = {
  string = function() return "" end,
  int = function() return 0 end,
  lists = function() return {} end,
}

-- The fields of a payload; missing ones are empty or 0, those nobody knows are left out. nil and a
-- sentence if it is not what the kind wants.
function frames.decode(kind, payload)
  local ok, given = pcall(json.decode, payload)
  if not ok or type(given) ~= "table" then
    return nil, frames.name(kind) .. ": no JSON object"
  end
  local values = {}
  for _, field in ipairs(frames.fields[kind]) do
    local name, type = field[1], field[2]
    local value = given[name]
    if value == nil or value == json.null then
      values[name] = empty[type]()
    else
      value = read[type](value)
      if not value then
        return nil, frames.name(kind) .. ": field " .. name .. " is no " .. type
      end
      values[name] = value
    end
  end
  return values
end

-- A connection that speaks in frames.
local Stream = {}
Stream.__index = Stream

-- `conn`: a connection as net.Dial, tls.Dial or Accept give it. Frames that come are not longer
-- than its field `most`.
function frames.Stream(conn)
  return setmetatable({
    conn = conn, buffer = "", most = frames.MaxOctets, writing = sync.Mutex(),
  }, Stream)
end

-- The next frame: its kind and its payload. nil and an error at the end, io.EOF if that comes
-- between two frames.
function Stream:Read()
  while true do
    local kind, payload, after = frames.unpack(self.buffer, 1, self.most)
    if kind then
      self.buffer = self.buffer:sub(after)
      return kind, payload
    end
    if payload then return nil, payload end
    local octets, err = self.conn:Read(4096)
    if not octets or octets == "" then
      if err == io.EOF and self.buffer ~= "" then return nil, "unexpected EOF in a frame" end
      return nil, err or "nothing read"
    end
    self.buffer = self.buffer .. octets
  end
end

-- Writes a frame; tasks that write at the same time take turns. nil and an error if that fails.
function Stream:Write(kind, payload)
  self.writing:Lock()
  local written, err = self.conn:Write(frames.pack(kind, payload))
  self.writing:Unlock()
  if err then return nil, err end
  return written
end

-- Writes a frame of a JSON kind.
function Stream:Send(kind, values)
  return self:Write(kind, frames.encode(kind, values))
end

-- Writes octets as frames of one kind, none longer than ChunkOctets.
function Stream:WriteBody(kind, data)
  for at = 1, #data, frames.ChunkOctets do
    local written, err = self:Write(kind, data:sub(at, at + frames.ChunkOctets - 1))
    if not written then return nil, err end
  end
  return #data
end

function Stream:Close()
  return self.conn:Close()
end

return frames
