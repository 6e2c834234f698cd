-- Records what the reference interpreter makes of every probe in the files it is given, in place:
-- `lua5.2 record.lua FILE.txt ...`. A probe begins with `=== number`, may have lines `@args` and
-- `@stdin`, and then the script, which runs as `p.lua` in an empty folder; what follows `--- exit`
-- is the record. Octets that do not print are shown as \xHH, a missing line end as \c.
local interpreter = os.getenv("LUA") or "lua5.2"

local function contents(name)
  local f = assert(io.open(name, "rb"))
  local text = f:read("*a")
  f:close()
  return text
end

local function save(name, text)
  local f = assert(io.open(name, "wb"))
  f:write(text)
  f:close()
end

local function unescape(text)
  return (text:gsub("\\(.)(%x?%x?)", function(c, hex)
    if c == "x" then return string.char(tonumber(hex, 16)) end
    return (c == "n" and "\n" or c == "t" and "\t" or c == "r" and "\r" or c) .. hex
  end))
end

local function shown(prefix, text)
  local out = {}
  for line, eol in text:gmatch("([^\n]*)(\n?)") do
    if line ~= "" or eol ~= "" then
      line = line:gsub("[%c\\\127-\255]", function(c)
        return c == "\\" and "\\\\" or c == "\t" and "\\t" or ("\\x%02X"):format(c:byte())
      end)
      out[#out + 1] = prefix .. line .. (eol == "" and "\\c" or "") .. "\n"
    end
  end
  return table.concat(out)
end

-- What differs from run to run: addresses.
local function masked(text)
  return (text:gsub("0x%x%x%x%x%x%x%x%x+", "0xADDRESS"))
end

local function quoted(word) return "'" .. word:gsub("'", "'\\''") .. "'" end

local folder = os.tmpname()
os.remove(folder)
os.execute("mkdir " .. folder)

local function play(script, args, stdin)
  os.execute("rm -rf " .. folder .. "/w && mkdir " .. folder .. "/w")
  save(folder .. "/w/p.lua", script)
  save(folder .. "/in", unescape(stdin))
  local words = {}
  for word in args:gmatch("%S+") do words[#words + 1] = quoted(word) end
  local _, _, code = os.execute(("cd %s/w && timeout 20 %s p.lua %s <../in >../out 2>../err"):format(
    folder, interpreter, table.concat(words, " ")))
  return "--- exit " .. code .. "\n" .. shown("out|", masked(contents(folder .. "/out")))
    .. shown("err|", masked(contents(folder .. "/err")))
end

for _, name in ipairs(arg) do
  local out, count = {}, 0
  local comment, rest = contents(name):match("^(.-)(===.*)$")
  for body in (rest:gsub("\n=== ", "\n\0=== ") .. "\0"):gmatch("=== %d+\n([^%z]*)%z") do
    local probe = body:gsub("%-%-%- exit.*$", "")
    local script, args, stdin = probe, "", ""
    script = script:gsub("^@args ?([^\n]*)\n", function(a) args = a return "" end)
    script = script:gsub("^@stdin ?([^\n]*)\n", function(i) stdin = i return "" end)
    count = count + 1
    out[#out + 1] = "=== " .. count .. "\n" .. probe .. play(script, args, stdin)
  end
  save(name, comment .. table.concat(out))
  print(name, count)
end
os.execute("rm -rf " .. folder)
