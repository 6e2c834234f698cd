-- A hook cannot keep the limit away.
debug.sethook(function() error("never mind") end, "", 1000)
while true do pcall(function() while true do end end) end
-- limits: "instructions": 5000000
-- cpu: 100ns
--[[ console
scripts/cpu-hook-lifts.lua:3: instruction limit: this machine may use no more th...
]]
