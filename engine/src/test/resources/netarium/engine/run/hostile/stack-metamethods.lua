--! contains: stack overflow
local t = setmetatable({}, {})
getmetatable(t).__index = function(t, k) return t[k + 1] end
print(t[1])
