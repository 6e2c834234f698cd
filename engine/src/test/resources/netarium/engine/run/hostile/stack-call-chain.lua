local t = {}
setmetatable(t, {__call = t})
print(pcall(t))
local u = {}
for i = 1, 100000 do u = setmetatable({}, {__call = u}) end
print((pcall(u)))
--[[ console
false	attempt to call a table value
not enough memory
...
]]
