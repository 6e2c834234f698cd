local function tb(s) return (s:gsub('\n\t%[C%]: in %?$', '')) end
-- stack overflow
local function rec(n) return 1 + rec(n + 1) end print(pcall(rec, 1)) local ok, e = pcall(function() local function f() return f() + 1 end return f() end) print(ok, e)
local idx = setmetatable({}, {}) getmetatable(idx).__index = function(t, k) return t[k] end print(pcall(function() return idx.x end))
local chain = {} for i = 1, 150 do chain = setmetatable({}, {__index = chain}) end print(pcall(function() return chain.x end))
print(select('#', table.unpack({}, 1, 1000)))
print(xpcall(function() error("a") end, function(m) error("b") end))
print(tb(select(2, xpcall(function() local x = nil + 1 end, function(m) return debug.traceback(m, 1) end))))
local function lvl3() error("deep") end local function lvl2() lvl3() end function lvl1() lvl2() end
print(tb(select(2, xpcall(lvl1, debug.traceback))))

print(tb(select(2, xpcall(function() return lvl1() end, debug.traceback))))
local tco = coroutine.create(function() local function inner() coroutine.yield() end inner() end) coroutine.resume(tco) print(debug.traceback(tco)) print(debug.traceback(tco, "msg")) print(tb(debug.traceback("m", 0)))
local r = {} local function down(n) if n == 0 then error("bottom") end down(n - 1) end print(tb(select(2, xpcall(down, debug.traceback, 40))))
for _, src in ipairs{"x = ", "for i = 1 do end", "local function", "goto nope", "break", "return return", "x = 'abc", "x = [[abc", "a.b:c = 1", "f(", "::a:: ::a::", "x = 3x", "x = 1..2", "if x then else elseif", "x = }", "'\\q'", "x = 0x", "for a, b in c", "return ...", "function f() return ... end"} do local f, m = load(src) print(type(f), m) end
print(load("return ...", "=name")(1, 2)) print(pcall(load("error('x')", "@file.lua"))) print(pcall(load("error('x')", "=name"))) print(pcall(load("error('x')"))) print(pcall(load("local a\n\nerror('x')", "line1\nline2")))
print(load("return x", "n", "t", {x = 5})())  print(load("x", "n", "b")) print(pcall(load, 5)) 
local i = 0 print(load(function() i = i + 1 return ({"return ", "1 +", " 2", ""})[i] end)())
print(1e15, 123456789012345, 1e14, 2^63, -2^63, 0.1, 1/0, -1/0, 100, 1e-5, 123.456e10, 5 % 3, -5 % 3, 5 % -3, 5.5 % 2, 2^0.5, 10^0.3, 0x10, 0xA.8p1, 1/-0.0, -0.0, 0x.1p4, 1e308 * 10, 3 % (1/0), -3 % (1/0)) 
print("10" + 5, "0x10" * 2, 10 .. 20, -"2", "5" % 3, pcall(function() return "abc" + 1 end)) print(#"abc", not nil, not 0)
print(next({}, nil), rawequal("a", "a"), rawlen({1, 2, nil, 4}))

