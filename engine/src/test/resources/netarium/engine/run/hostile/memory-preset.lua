local t = {}
for i = 1, 1e9 do t[i] = 1 end
--[[ console
not enough memory
...
]]
