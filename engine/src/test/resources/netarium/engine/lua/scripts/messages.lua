-- stress odd things
print(pcall(string.rep)) print(pcall(string.rep, {})) print(pcall(("x").rep, "x", {})) print(pcall(function() string.rep() end)) print(pcall(function() ("x"):rep({}) end)) print(pcall(function() ("x"):bad() end))
print(pcall(function() local t = {} t.x.y.z = 1 end)) print(pcall(function() return a.b.c end)) print(pcall(function() a.b = 1 end)) print(pcall(function() a() end)) print(pcall(function() local a = {} a.b.c() end)) print(pcall(function() local a = {} a.b() end)) print(pcall(function() local a = {} a:b() end)) print(pcall(function() return #a end)) print(pcall(function() return a < 1 end)) print(pcall(function() return {} .. "x" end)) print(pcall(function() local t = {} return t.x .. "y" end)) print(pcall(function() return 2 ^ {} end)) print(pcall(function() return -nil end)) print(pcall(function() local up = nil return (function() return up.x end)() end)) print(pcall(function() local up = nil return (function() up() end)() end))
print(pcall(function() for k in pairs(nil) do end end)) print(pcall(function() for k in nil do end end)) print(pcall(function() for k in 5, 6 do end end)) print(pcall(next, {}, 1)) print(pcall(rawset, {}, nil, 1)) print(pcall(function() local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v) end}) t[nil] = 1 end))
print(pcall(tostring)) print(pcall(tonumber)) print(pcall(tonumber, "1", 99)) print(pcall(tonumber, {}, 10)) print(pcall(select, 0)) print(pcall(select, -5, 1)) print(pcall(select)) print(pcall(error)) print(pcall(error, nil)) print(pcall(error, "x", 0)) print(pcall(error, "x", 5)) print(select("#", pcall(error)))
print(pcall(coroutine.resume, 1)) print(pcall(coroutine.create, 1)) print(pcall(coroutine.wrap)) print(pcall(coroutine.status, nil)) print(coroutine.resume(coroutine.create(function(...) return ... end), 1, 2, 3)) print(coroutine.resume(coroutine.create(function() error("e") end))) print(coroutine.resume(coroutine.create(function() error({}) end)) == false) print(coroutine.resume(coroutine.create(function() local x = nil; x() end)))
local dead = coroutine.create(function() end) coroutine.resume(dead) print(coroutine.resume(dead)) print(pcall(coroutine.wrap(function() error("w") end)))
local co = coroutine.wrap(function() local ok, e = pcall(function() local w = coroutine.wrap(function() coroutine.yield(1) error("inner") end) w() w() end) coroutine.yield(ok, e) return "fin" end) print(co()) print(co()) print(pcall(co))
-- coroutine inside metamethod inside coroutine inside sort
local t = {3, 1, 2} table.sort(t, function(a, b) local g = coroutine.wrap(function() coroutine.yield(a < b) end) return g() end) print(table.concat(t, ","))
print(("abc"):gsub("%w", function(c) local g = coroutine.wrap(function() coroutine.yield(c .. c) end) return g() end))
-- recursion through pcall and metamethods
local function deep(n) if n == 0 then return "bottom" end local ok, r = pcall(deep, n - 1) return r end print(deep(150)) local r = deep(250) print(type(r) == "string" and r:match("C stack overflow") or r)
local m = setmetatable({}, {}) getmetatable(m).__index = function(t, k) if k == 0 then return "zero" end return t[k - 1] end print(m[150], pcall(function() return m[250] end))
local w = coroutine.wrap(function() local function nest(n) if n == 0 then return "ok" end return coroutine.wrap(function() return nest(n - 1) end)() end return nest(100) end) print(w()) 
-- table iteration with deletion
local t = {} for i = 1, 100 do t[i] = i t["k" .. i] = i end local c = 0 for k in pairs(t) do t[k] = nil c = c + 1 end print(c, next(t))
local t = {} for i = 100, 1, -1 do t[i] = i end print(#t) for i = 1, 50 do t[i] = nil end local s = 0 for k, v in pairs(t) do s = s + v end print(s) t[1] = 1 print(t[1], t[51])
local t = {10, 20, 30, nil} print(#t) t[4] = 40 print(#t) t[#t] = nil t[#t] = nil print(#t) t[2^53] = "big" t[-1] = "neg" t[1.5] = "frac" print(t[2^53], t[-1], t[1.5]) t[0] = 0 print(t[-0.0], t[0])
local t = {} t[1e300] = 1 t[-1e300] = 2 t[1/0] = 3 t[-1/0] = 4 print(t[1e300], t[-1e300], t[1/0], t[-1/0]) local t = {[1] = "a", [2] = "b", "c"} print(t[1], t[2], #t)
local t = setmetatable({}, {__index = table}) t:insert("x") t:insert("y") print(t:concat("+"), #t) 
-- debug
local function where() local i = debug.getinfo(1, "nSl") return i.name, i.namewhat, i.short_src, i.currentline, i.linedefined, i.what end print(where()) print(debug.getinfo(print).what, debug.getinfo(1, "f").func ~= nil, debug.getinfo(50)) print(pcall(debug.getinfo, 1, "X")) print(debug.traceback("x", 1):match("^x\nstack traceback:\n\t[^\n]*"))
print(debug.traceback({}) ~= nil) 
local function f(a, b, ...) local x = a + b return x, ... end print(f(1, 2, 3, 4)) print(pcall(f)) print(pcall(f, 1))
print(string.format("%5.2f|%d|%s|%q|%x", 3.14159, 42, {} ~= nil, 'a"b\n', 255)) print(#string.rep("ab", 1000, ","), ("x"):rep(0), ("x"):rep(-1))
goto done do print("skipped") end ::done:: print("done")
