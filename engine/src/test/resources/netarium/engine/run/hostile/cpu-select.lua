--! held: busy for 1 s without waiting
local t = {}
for i = 1, 100000 do t[i] = i end
local function f(...) while true do select(50000, ...) local a = ... end end
f(table.unpack(t))
