local s = ("x"):rep(1000000)
local t = {}
for i = 1, 5000 do t[i] = s end
table.concat(t)
--[[ console
not enough memory
...
]]
