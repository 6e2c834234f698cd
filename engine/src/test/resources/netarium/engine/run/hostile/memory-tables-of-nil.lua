local t = {}
while true do for i = 1, 100000 do t[i] = i end for i = 1, 100000 do t[i] = nil end t = setmetatable({}, {__index = t}) end
--[[ console
not enough memory
...
]]
