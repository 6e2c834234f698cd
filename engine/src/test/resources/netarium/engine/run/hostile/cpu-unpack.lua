local t = {}
for i = 1, 100000 do t[i] = i end
while true do select("#", table.unpack(t)) select(-1, table.unpack(t, 1, 100000)) end
--[[ console
scripts/cpu-unpack.lua:3: busy for 1 s without waiting
]]
