debug.sethook(function() while true do end end, "crl", 1)
debug.sethook(coroutine.create(function() end), function() end, "l")
local x = 1
while true do x = x + 1 end
-- limits: "instructions": 5000000
-- cpu: 100ns
--[[ console
scripts/cpu-hook.lua:1: instruction limit: this machine may use no more than 500...
]]
