local t = setmetatable({}, {})
getmetatable(t).__tostring = function(t) return tostring(t) end
print(t)
--[[ console
C stack overflow
...
]]
