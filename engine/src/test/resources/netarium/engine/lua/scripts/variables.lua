-- What debug reads and writes.
local function f(a, ...)
  local b = 5
  print(debug.getlocal(1, 1)) print(debug.getlocal(1, 2)) print(debug.getlocal(1, 3) == nil or "temp")
  print(debug.getlocal(1, -1)) print(debug.getlocal(1, -2)) print(debug.getlocal(1, -3))
  print(debug.setlocal(1, 2, 7), b, debug.setlocal(1, -1, "v"), (...))
  print(debug.setlocal(1, 40, 1), debug.setlocal(1, -9, 1))
end
f(1, 2, 3)
print(debug.getlocal(f, 1), debug.getlocal(f, 2), debug.getlocal(print, 1))
print(pcall(debug.getlocal, 50, 1))
print(pcall(debug.getlocal, 1))
print(pcall(debug.setlocal, 50, 1, 2))
print(pcall(debug.getlocal, {}, 1))

local x, y = 1, 2
local function g() return x end
local function h() return y, x end
print(debug.getupvalue(g, 1)) print(debug.getupvalue(h, 1)) print(debug.getupvalue(h, 2))
print(debug.getupvalue(h, 3), debug.getupvalue(h, 0), debug.getupvalue(print, 1))
print(debug.setupvalue(g, 1, 10), x, debug.setupvalue(g, 2, 1))
print(debug.upvalueid(g, 1) == debug.upvalueid(h, 2), debug.upvalueid(g, 1) == debug.upvalueid(h, 1))
debug.upvaluejoin(g, 1, h, 1)
print(g(), h())
print(pcall(debug.upvalueid, g, 2))
print(pcall(debug.upvaluejoin, g, 1, h, 9))
print(pcall(debug.upvaluejoin, print, 1, h, 1))
print(pcall(debug.upvaluejoin, g, 1, string.gmatch("x", "x"), 1))
print(debug.getupvalue(string.gmatch("x", "y"), 1))
print(debug.getupvalue(coroutine.wrap(g), 2))
print(pcall(debug.setupvalue, g, 1))
print(pcall(debug.getupvalue, {}, 1))

local co = coroutine.create(function(p) local q = p * 2 coroutine.yield(q) return q end)
coroutine.resume(co, 21)
print(debug.getlocal(co, 1, 1)) print(debug.getlocal(co, 1, 2))
print(debug.setlocal(co, 1, 2, "set"), coroutine.resume(co))
print(debug.traceback(co)) print(debug.traceback(co, "m", 1))
print(debug.getuservalue(1), debug.getuservalue({}))
print(pcall(debug.setuservalue, {}, {}))
local i = debug.getinfo(f, "uSL")
print(i.nparams, i.isvararg, i.nups, i.what, i.activelines[3], i.activelines[2])
i = debug.getinfo(string.gmatch("x", "y"), "u") print(i.nups)
print(pcall(debug.getinfo, 1, "x")) print(pcall(debug.getinfo, {}))
print(pcall(debug.getinfo, co, 1, ">S"))
-- functions that capture the same are the same
local made = {} for n = 1, 3 do made[n] = function() return x end end
print(made[1] == made[2], made[2] == made[3])
for n = 1, 3 do made[n] = function() return n end end
print(made[1] == made[2])
