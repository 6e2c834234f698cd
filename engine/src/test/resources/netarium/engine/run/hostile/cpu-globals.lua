-- Looking for a function's name among many globals.
for i = 1, 20000 do _G["g" .. i] = i end
while true do pcall(string.rep) end
--[[ console
scripts/cpu-globals.lua:3: busy for 1 s without waiting
]]
