-- The files that a cell serves by itself, before its handler is asked.
--
--   files = "/var/www"                        -- a directory, at the cell's root
--   files = {
--     ["/"] = "/var/www/",                    -- a directory: both end in a slash
--     ["/about"] = "/home/about.html",        -- a file
--     ["/hello"] = {path = "/home/hello.html", template = {name = "world"}},
--   }
--
-- Files are read when they are asked for, so that what changes is seen.

local files = {}

local TYPES = {
  html = "text/html; charset=utf-8", htm = "text/html; charset=utf-8",
  css = "text/css; charset=utf-8", js = "text/javascript; charset=utf-8",
  txt = "text/plain; charset=utf-8", md = "text/markdown; charset=utf-8",
  lua = "text/plain; charset=utf-8", json = "application/json", xml = "application/xml",
  png = "image/png", jpg = "image/jpeg", jpeg = "image/jpeg", gif = "image/gif",
  svg = "image/svg+xml", ico = "image/x-icon", pdf = "application/pdf", wasm = "application/wasm",
}

local MAGIC = {
  {"^\137PNG\r\n\26\n", "image/png"}, {"^\255\216\255", "image/jpeg"}, {"^GIF8[79]a", "image/gif"},
  {"^%%PDF%-", "application/pdf"}, {"^%s*<!DOCTYPE [Hh][Tt][Mm][Ll]", "text/html; charset=utf-8"},
  {"^%s*<html", "text/html; charset=utf-8"}, {"^%s*<%?xml", "text/xml; charset=utf-8"},
}

-- What a file holds, by its name, else by its first octets.
function files.type(path, content)
  local named = TYPES[(path:match("%.(%w+)$") or ""):lower()]
  if named then return named end
  for _, each in ipairs(MAGIC) do
    if content:find(each[1]) then return each[2] end
  end
  local isBinary = content:sub(1, 512):find("[%z\1-\8\11\14-\26\28-\31]")
  return isBinary and "application/octet-stream" or "text/plain; charset=utf-8"
end

-- Puts values for {names}; a backslash takes the next character as it is.
function files.template(text, values)
  text = text:gsub("\\(.)", function(c) return ("\\%03d"):format(c:byte()) end)
  text = text:gsub("{([%w_]+)}", function(name)
    local value = values[name]
    return value ~= nil and (tostring(value):gsub("\\", "\\092")) or nil
  end)
  return (text:gsub("\\(%d%d%d)", function(code) return string.char(code) end))
end

local function content(path)
  local file = io.open(path, "rb")
  if not file then return nil end
  local octets = file:read("*a")
  file:close()
  return octets
end

-- Whether a path stays below where it begins.
local function isInside(path)
  for part in path:gmatch("[^/]+") do
    if part == ".." then return false end
  end
  return not path:find("%z")
end

local Store = {}
Store.__index = Store

-- `given`: a directory, or what stands at which path.
function files.Store(given)
  if type(given) == "string" then given = {["/"] = given} end
  local store = setmetatable({exact = {}, folders = {}}, Store)
  for web, entry in pairs(given or {}) do
    if type(entry) == "string" then entry = {path = entry} end
    assert(type(entry.path) == "string", "hlhv.cell: files: " .. web .. " has no path")
    if web:sub(-1) == "/" then
      store.folders[#store.folders + 1] = {web = web, entry = entry}
    else
      store.exact[web] = entry
    end
  end
  table.sort(store.folders, function(a, b) return #a.web > #b.web end)
  return store
end

function Store:locate(path)
  local entry = self.exact[path]
  if entry then return entry, entry.path end
  for _, folder in ipairs(self.folders) do
    if path:sub(1, #folder.web) == folder.web and isInside(path) then
      local rest = path:sub(#folder.web + 1)
      if rest == "" or rest:sub(-1) == "/" then rest = rest .. "index.html" end
      return folder.entry, (folder.entry.path:gsub("/*$", "/")) .. rest
    end
  end
end

-- The file at a path of the cell: its octets and what they are; nil if there is none.
function Store:find(path)
  local entry, place = self:locate(path)
  local octets = entry and content(place)
  if not octets then return nil end
  if entry.template then octets = files.template(octets, entry.template) end
  return octets, files.type(place, octets)
end

return files
