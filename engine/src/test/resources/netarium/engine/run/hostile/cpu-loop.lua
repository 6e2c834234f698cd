while true do end
--[[ console
scripts/cpu-loop.lua:1: busy for 1 s without waiting
]]
