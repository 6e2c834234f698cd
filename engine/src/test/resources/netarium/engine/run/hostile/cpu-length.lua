local t = {}
for i = 1, 60000 do t[i] = true end
for i = 60000, 2, -1 do t[i] = nil end
while true do local n = #t t[n + 1] = nil end
--[[ console
scripts/cpu-length.lua:4: busy for 1 s without waiting
]]
