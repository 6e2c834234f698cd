local t = {}
for i = 1, 20000 do t[i] = {} end
while true do collectgarbage() collectgarbage("step", 1000) collectgarbage("count") end
--[[ console
scripts/cpu-collect.lua:3: busy for 1 s without waiting
]]
