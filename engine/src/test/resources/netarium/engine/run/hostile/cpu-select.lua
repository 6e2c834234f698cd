local t = {}
for i = 1, 60000 do t[i] = i end
local function f(...) while true do select(30000, ...) local a = ... end end
f(table.unpack(t))
--[[ console
scripts/cpu-select.lua:3: busy for 1 s without waiting
]]
