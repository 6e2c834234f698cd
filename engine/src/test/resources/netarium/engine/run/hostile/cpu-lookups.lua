local t = {}
for i = 1, 60000 do t[i + 0.5] = true end
for i = 1, 60000 do t[i + 0.5] = nil end
while true do next(t) end
--[[ console
scripts/cpu-lookups.lua:4: busy for 1 s without waiting
]]
