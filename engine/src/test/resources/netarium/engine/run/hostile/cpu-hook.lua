--! limits: "instructions": 5000000
--! begins: scripts/cpu-hook.lua:
--! contains: instruction limit
debug.sethook(function() while true do end end, "crl", 1)
debug.sethook(coroutine.create(function() end), function() end, "l")
local x = 1
while true do x = x + 1 end
