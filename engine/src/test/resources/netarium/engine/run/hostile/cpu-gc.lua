local function make() setmetatable({}, {__gc = function() make() while true do end end}) end
make()
while true do collectgarbage() end
--[[ console
scripts/cpu-gc.lua:1: busy for 1 s without waiting
]]
