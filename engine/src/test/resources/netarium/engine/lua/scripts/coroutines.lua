-- yields across things
local function co(f, ...) local c = coroutine.wrap(f) local r = {} local args = {...} local x = {c(...)} while x[1] ~= nil do r[#r+1] = table.concat(x, ",") x = {c(#r)} end return table.concat(r, ";") end
print(co(function() local ok, e = pcall(function() coroutine.yield(1) local v = coroutine.yield(2) error("E" .. tostring(v)) end) coroutine.yield(tostring(ok) .. e) end))
local mt = setmetatable({}, {__index = function(t, k) return coroutine.yield("idx" .. k) end, __newindex = function(t, k, v) coroutine.yield("new" .. k .. v) end, __add = function(a, b) return coroutine.yield("add") end, __concat = function(a, b) return coroutine.yield("cat") end, __eq = function() return coroutine.yield("eq") end, __lt = function() return coroutine.yield("lt") end, __le = function() return coroutine.yield("le") end, __len = function() return coroutine.yield("len") end, __call = function(s, ...) return coroutine.yield("call" .. select('#', ...)) end, __unm = function() return coroutine.yield("unm") end})
local m2 = setmetatable({}, getmetatable(mt))
print(co(function() local r = {mt.foo, mt + 1, mt .. "x", "a" .. mt .. "b", #mt, mt(1, 2), -mt} mt.z = 5 local b = {mt == m2, mt < m2, mt <= m2, mt ~= m2, mt > m2, not (mt < m2)} for i = 1, #b do b[i] = tostring(b[i]) end coroutine.yield(table.concat(r, "|")) coroutine.yield(table.concat(b, "|")) end))
print(co(function() for a, b in function(s, c) return coroutine.yield("it" .. tostring(c)) end, nil, 0 do if a > 3 then break end end coroutine.yield("done") end))
print(pcall(coroutine.wrap(function() table.sort({3, 2, 1}, function(a, b) coroutine.yield() end) end)))
print(pcall(coroutine.yield, 1))
local c; c = coroutine.create(function() print(coroutine.resume(c)) print(coroutine.status(c)) local d = coroutine.create(function() print(coroutine.status(c)) print(coroutine.resume(c)) end) coroutine.resume(d) print(coroutine.running() == c, select(2, coroutine.running())) end) coroutine.resume(c)
print(select(2, coroutine.running()))
-- nested coroutines
local function gen(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end) end
local function filter(p, g) return coroutine.wrap(function() while true do local n = g() if n == nil then return end if n % p ~= 0 then coroutine.yield(n) end end end) end
local x = coroutine.wrap(function() for i = 2, 60 do coroutine.yield(i) end end) local ps = {} while true do local n = x() if n == nil then break end ps[#ps+1] = n x = filter(n, x) end print(table.concat(ps, " "))
-- LE via LT
local L = setmetatable({}, {__lt = function(a, b) return coroutine.yield("ltle") end}) local L2 = setmetatable({}, getmetatable(L))
print(co(function() local r = L <= L2 coroutine.yield(tostring(r)) end))
-- yield in pcall in coroutine in pcall
print(pcall(function() local w = coroutine.wrap(function() pcall(coroutine.yield, 1) error("boom", 0) end) w() w() end))
print(coroutine.resume(coroutine.create(function() return xpcall(function() coroutine.yield() end, print) end)))
local cc = coroutine.create(function() return xpcall(function() coroutine.yield(1) error("q") end, function(m) return m .. "!" end) end) print(coroutine.resume(cc)) print(coroutine.resume(cc))
