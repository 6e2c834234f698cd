local s = ("1"):rep(1000000)
while true do tonumber(s) tonumber(s, 36) pcall(function() return s + 1 end) end
--[[ console
scripts/cpu-tonumber.lua:2: busy for 1 s without waiting
]]
