-- every event, on the left and on the right, with the operands it gets
local log = {}
local function note(event) return function(a, b) log[#log + 1] = event .. ":" .. type(a) .. "," .. type(b) return event end end
local mt = {}
for _, e in ipairs{"add", "sub", "mul", "div", "mod", "pow", "unm", "concat", "len"} do mt["__" .. e] = note(e) end
local o = setmetatable({}, mt)
print(o + 1, 1 + o, o - 1, 1 - o, o * 2, 2 * o, o / 2, 2 / o, o % 2, 2 % o, o ^ 2, 2 ^ o, -o, o .. "s", "s" .. o, 1 .. o, #o, "5" + o, o + o)
print(table.concat(log, " "))
-- __index: functions, chains, rawget; __newindex into another table
local base = {hello = "base"}
local mid = setmetatable({}, {__index = base})
local top = setmetatable({}, {__index = mid})
print(top.hello, rawget(top, "hello"), top.none)
local store = {}
local proxy = setmetatable({}, {__index = store, __newindex = store})
proxy.x = 1 proxy[2] = "two" print(rawget(proxy, "x"), store.x, proxy[2])
local calls = 0
local counting = setmetatable({present = 1}, {__index = function(t, k) calls = calls + 1 return k end, __newindex = function(t, k, v) rawset(t, k, v .. "!") end})
print(counting.present, counting.absent, counting[7], calls) counting.a = "v" counting.present = 2 print(counting.a, counting.present)
-- a metamethod that appears later is seen
local late = setmetatable({}, {}) print(late.x) getmetatable(late).__index = function() return "late" end print(late.x) getmetatable(late).__index = nil print(late.x)
-- equality needs the same handler on both sides
local eq = function() return true end
local a, b, c = setmetatable({}, {__eq = eq}), setmetatable({}, {__eq = eq}), setmetatable({}, {__eq = function() return true end})
print(a == b, a == c, a ~= b, a == 1, rawequal(a, b))
-- order
local V = {} V.__lt = function(x, y) return x.v < y.v end V.__le = function(x, y) return x.v <= y.v end
local function v(n) return setmetatable({v = n}, V) end
print(v(1) < v(2), v(2) < v(1), v(1) <= v(1), v(1) > v(2), v(2) >= v(1), not (v(1) < v(2)))
local W = {__lt = function(x, y) return x.v < y.v end}
local function w(n) return setmetatable({v = n}, W) end
print(w(1) <= w(1), w(2) <= w(1), w(1) >= w(2))
-- __call with shifted arguments, and chains of it
local C = setmetatable({}, {__call = function(self, ...) return select("#", ...), ... end})
print(C(), C(nil), (C(1, 2, 3))) print(pcall(C, "through pcall"))
local function tailcalled(...) return C(...) end print(tailcalled("x", "y"))
-- __pairs, __ipairs, __tostring, __metatable
print(pcall(pairs)) for k, v in pairs(setmetatable({}, {__pairs = function(t) return function(_, k) if not k then return 1, "one" end end, t, nil end})) do print(k, v) end
for i, v in ipairs(setmetatable({}, {__ipairs = function(t) return function(_, i) if i < 2 then return i + 1, i * 10 end end, t, 0 end})) do print(i, v) end
print(tostring(setmetatable({}, {__tostring = function() return "text" end})), getmetatable("").__index == string, getmetatable(setmetatable({}, {__metatable = "no"})))
-- concat is right to left and joins what it can
local K = setmetatable({}, {__concat = function(x, y) return (type(x) == "table" and "T" or x) .. "|" .. (type(y) == "table" and "T" or y) end})
print("a" .. "b" .. K .. "c" .. "d", 1 .. K .. 2, K .. K, "x" .. 1 .. 2.5 .. "y")
-- __len and the length of strings and tables
print(#setmetatable({1, 2}, {__len = function() return 10 end}), rawlen(setmetatable({1, 2}, {__len = function() return 10 end})), #"\0a\0")
-- __unm, __index on strings, numbers' missing
print(("x"):rep(3), ("%d"):format(3)) print(pcall(function() return (5).x end)) print(pcall(function() local s = "abc" s.x = 1 end))
-- errors inside metamethods name them
print(pcall(function() return setmetatable({}, {__add = function() error("inside") end}) + 1 end))
print(pcall(function() return setmetatable({}, {__index = function(t, k) error("no field " .. k, 2) end}).foo end))
-- multiple results of a metamethod are cut to one
print(setmetatable({}, {__index = function() return 1, 2, 3 end}).x, (setmetatable({}, {__add = function() return 1, 2 end}) + 1))
