local function f(n) if n == 0 then return #debug.traceback() end return (f(n - 1)) end
print(f(10000) < 5000)
--[[ console
true
]]
