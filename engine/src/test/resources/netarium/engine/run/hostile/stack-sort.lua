local function f(a, b) local t = {1, 2} table.sort(t, f) return false end
f(1, 2)
--[[ console
C stack overflow
...
]]
