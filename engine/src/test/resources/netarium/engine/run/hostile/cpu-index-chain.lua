local t = {}
for i = 1, 1000 do t = setmetatable({}, {__index = t}) end
while true do pcall(function() return t.x end) end
--[[ console
scripts/cpu-index-chain.lua:3: busy for 1 s without waiting
]]
