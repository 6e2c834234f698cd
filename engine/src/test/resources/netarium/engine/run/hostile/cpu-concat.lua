local t = {}
for i = 1, 100000 do t[i] = "" end
t[100001] = true
while true do pcall(table.concat, t, "", 1, 100001) end
--[[ console
scripts/cpu-concat.lua:4: busy for 1 s without waiting
]]
