-- How a queen is set up: what her script says, else her configuration file, else what is usual.
--
-- A file has a line for each setting, `key value`; `alias NAME -> HOST` and `unalias NAME`; a `#`
-- begins a comment. The last line about a key counts.

local conf = {}

conf.defaults = {
  keyPath = "/var/hlhv/cert/key.pem",
  certPath = "/var/hlhv/cert/cert.pem",
  connKey = "",
  portHlhv = 2001,
  portHttps = 443,
  gardenFreq = 120,
  maxBandAge = 60,
  timeout = 1,
  timeoutReadHeader = 5,
  timeoutRead = 10,
  timeoutWrite = 15,
  timeoutIdle = 120,
}

conf.aliases = {
  ["localhost"] = "@",
  ["127.0.0.1"] = "@",
  ["::ffff:127.0.0.1"] = "@",
  ["::1"] = "@",
}

local function copy(from, to)
  for name, value in pairs(from) do to[name] = value end
  return to
end

local function set(made, key, value, where, say)
  local usual = conf.defaults[key]
  if usual == nil then
    say(where .. "there is no setting " .. key)
  elseif type(usual) == "string" then
    made[key] = value
  elseif tonumber(value) then
    made[key] = tonumber(value)
  else
    say(where .. key .. " is a number, not " .. value .. "; it stays " .. made[key])
  end
end

-- The settings of a file, on top of the usual ones; `say` is told what is wrong with it.
function conf.read(path, say)
  local made = copy(conf.defaults, {aliases = copy(conf.aliases, {})})
  if not path then return made end
  local file, err = io.open(path)
  if not file then
    say(err .. "; the queen goes by what is usual")
    return made
  end
  local number = 0
  for line in file:lines() do
    number = number + 1
    local where = path .. ":" .. number .. ": "
    local key, value = line:gsub("#.*", ""):match("^%s*(%S+)%s*(.-)%s*$")
    if key == "alias" then
      local name, host = value:match("^(.-)%s*%->%s*(.+)$")
      if name then
        made.aliases[name:lower()] = host
      else
        say(where .. "an alias is NAME -> HOST")
      end
    elseif key == "unalias" then
      made.aliases[value:lower()] = nil
    elseif key then
      set(made, key, value, where, say)
    end
  end
  file:close()
  return made
end

-- What a script may say, and which setting that is.
local OPTIONS = {
  key = "connKey", cert_path = "certPath", key_path = "keyPath", garden_freq = "gardenFreq",
  max_band_age = "maxBandAge", timeout = "timeout", timeout_read_header = "timeoutReadHeader",
  timeout_read = "timeoutRead", timeout_write = "timeoutWrite", timeout_idle = "timeoutIdle",
}

-- The settings for the options of hlhv.queen.
function conf.of(options, say)
  local made = conf.read(options.conf, say)
  for name, key in pairs(OPTIONS) do
    local value = options[name]
    if value ~= nil then
      if type(value) ~= type(conf.defaults[key]) then
        error("hlhv.queen: " .. name .. ": " .. type(conf.defaults[key]) .. " expected", 3)
      end
      made[key] = value
    end
  end
  for name, host in pairs(options.aliases or {}) do
    made.aliases[name:lower()] = host or nil
  end
  made.cellsAddr = options.cells_addr or ":" .. made.portHlhv
  made.httpsAddr = options.https_addr or ":" .. made.portHttps
  made.bandTimeout = options.band_timeout or 10
  return made
end

return conf
