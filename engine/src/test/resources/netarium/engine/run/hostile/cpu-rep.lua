while true do local s = ("x"):rep(4000000) end
--[[ console
scripts/cpu-rep.lua:1: busy for 1 s without waiting
]]
