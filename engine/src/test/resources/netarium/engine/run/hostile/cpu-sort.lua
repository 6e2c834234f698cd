local t = {}
for i = 1, 5000 do t[i] = i % 17 end
while true do pcall(table.sort, t, function(a, b) return true end) pcall(table.sort, t, function(a, b) return a ~= b end) end
--[[ console
scripts/cpu-sort.lua:3: busy for 1 s without waiting
]]
