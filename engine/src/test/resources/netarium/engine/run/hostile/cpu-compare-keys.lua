local t = {}
local a = ("x"):rep(1000000)
while true do t[a .. "y"] = 1 t[a .. "y"] = nil end
--[[ console
scripts/cpu-compare-keys.lua:3: busy for 1 s without waiting
]]
