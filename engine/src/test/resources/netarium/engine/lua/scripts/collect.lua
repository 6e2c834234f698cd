-- Finalizers and weak tables.
local log = {}
local mt = {__gc = function(o) log[#log + 1] = o.name end}
for i = 1, 3 do setmetatable({name = "o" .. i}, mt) end
collectgarbage()
print(table.concat(log, " ")) log = {}

-- Marked when the metatable is set: a later __gc does not count, a replaced one does.
local late = {} setmetatable({name = "late"}, late) late.__gc = mt.__gc
local changed = {__gc = true} setmetatable({name = "changed"}, changed) changed.__gc = mt.__gc
collectgarbage()
print(table.concat(log, " ")) log = {}

-- Resurrection, once.
local kept
do
  local back = setmetatable({name = "back"}, {__gc = function(o) kept = o log[#log + 1] = "saved" end})
end
collectgarbage()
print(kept and kept.name, table.concat(log, " "))
kept = nil collectgarbage() collectgarbage()
print(table.concat(log, " ")) log = {}

-- Errors reach who asked for the collection.
setmetatable({}, {__gc = function() error("broken") end})
print(pcall(collectgarbage))
setmetatable({}, {__gc = function() error({}) end})
print(pcall(collectgarbage))
setmetatable({}, {__gc = function() coroutine.yield() end})
print(coroutine.wrap(function() return pcall(collectgarbage) end)())
print(pcall(collectgarbage))

-- By themselves.
local done = false
setmetatable({}, {__gc = function() done = true end})
local rounds = 0
repeat local t = {{}, {}} rounds = rounds + 1 until done or rounds > 1e6
print(done)
collectgarbage("stop")
print(collectgarbage("isrunning"))
done = false
setmetatable({}, {__gc = function() done = true end})
for i = 1, 20000 do local t = {{}, {}} end
print(done)
collectgarbage("restart")
print(collectgarbage("isrunning"), collectgarbage("step", 1e6))
print(collectgarbage("setpause", 150), collectgarbage("setpause", 200))

-- Weak values go before finalizers run, weak keys after.
local values = setmetatable({}, {__mode = "v"})
local keys = setmetatable({}, {__mode = "k"})
do
  local o = setmetatable({}, {__gc = function(o) print("value", values[1], "key", keys[o]) end})
  values[1] = o keys[o] = "there"
end
collectgarbage()
collectgarbage()
print(next(keys), next(values))

-- Ephemerons: a chain through values.
local chain = setmetatable({}, {__mode = "k"})
local first = {}
local last = first
for i = 1, 1000 do local n = {} chain[last] = n last = n end
last = nil
collectgarbage()
local n, count = first, 0
while chain[n] do n = chain[n] count = count + 1 end
print(count)
first, n = nil, nil
collectgarbage()
print(next(chain))
