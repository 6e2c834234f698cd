local function f(...) return f(1, ...) end
f()
--[[ console
scripts/stack-varargs.lua:1: busy for 1 s without waiting
]]
