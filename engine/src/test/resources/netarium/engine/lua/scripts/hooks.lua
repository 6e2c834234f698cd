-- Events of hooks, in order.
local seen = {}
local function note(event, line) seen[#seen + 1] = event .. (line and ":" .. line or "") end
local function show(title) debug.sethook() print(title, table.concat(seen, " ")) seen = {} end

local function leaf(x) return x end
local function tail(x) return leaf(x) end
local function nested(x)
  local y = tail(x)
  return y + math.abs(-1)
end

debug.sethook(note, "c") nested(1) show("calls")
debug.sethook(note, "r") nested(1) show("returns")
debug.sethook(note, "cr") nested(1) show("both")
debug.sethook(note, "l")
for i = 1, 2 do
  nested(i)
end
show("lines")
debug.sethook(function() seen[#seen + 1] = "n" end, "", 100)
for i = 1, 1000 do end
show("count")

-- A hook that fails ends what it interrupted.
print(pcall(function()
  debug.sethook(function() debug.sethook() error("from hook") end, "l")
  local x = 1
  return x
end))
debug.sethook()
print(pcall(function()
  debug.sethook(function() debug.sethook() error({}, 0) end, "c")
  return tostring(1)
end) == false)
debug.sethook()

-- What a hook sees.
local function subject(a, b)
  local c = a + b
  return c
end
local names = {}
debug.sethook(function(event, line)
  local i = 1
  while true do
    local name, value = debug.getlocal(2, i)
    if not name or name:sub(1, 1) == "(" then break end
    names[#names + 1] = line .. name .. "=" .. tostring(value)
    i = i + 1
  end
  if debug.getinfo(2, "f").func == subject then debug.setlocal(2, 1, 10) end
end, "l")
local result = subject(1, 2)
debug.sethook()
print(result, #names > 3)

-- Each coroutine has its own.
local co = coroutine.create(function() local a = 1
  coroutine.yield(a)
  return a
end)
debug.sethook(co, note, "l")
print(debug.gethook(co) == note, select(2, debug.gethook(co)), debug.gethook())
coroutine.resume(co) coroutine.resume(co)
print(table.concat(seen, " "))
print(pcall(debug.sethook, 1, "l"))
print(pcall(debug.sethook, print))

-- Yields do not cross a hook.
co = coroutine.create(function()
  debug.sethook(function() coroutine.yield() end, "l")
  local x = 1
end)
print(coroutine.resume(co))
