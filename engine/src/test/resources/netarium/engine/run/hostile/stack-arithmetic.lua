local t = setmetatable({}, {__add = function(a, b) return a + b end, __concat = function(a, b) return a .. b end})
print(select(2, pcall(function() return t + 1 end)) ~= nil)
print(t .. "x")
--[[ console
true
scripts/stack-arithmetic.lua:1: C stack overflow
...
]]
