local function f(n) return 1 + f(n + 1) end
f(1)
--[[ console
scripts/stack-recursion.lua:1: stack overflow
...
]]
