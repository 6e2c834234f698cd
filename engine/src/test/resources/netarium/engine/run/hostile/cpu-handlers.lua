--! limits: "instructions": 5000000
--! begins: scripts/cpu-handlers.lua:3: instruction limit
local function again() while true do pcall(error) end end
xpcall(again, again)
