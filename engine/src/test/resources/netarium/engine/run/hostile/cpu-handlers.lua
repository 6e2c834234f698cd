local function again() while true do pcall(error) end end
xpcall(again, again)
-- limits: "instructions": 5000000
-- cpu: 100ns
--[[ console
scripts/cpu-handlers.lua:1: instruction limit: this machine may use no more than...
]]
