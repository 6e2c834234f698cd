local t = setmetatable({}, {})
getmetatable(t).__index = function(t, k) return t[k + 1] end
print(t[1])
--[[ console
scripts/stack-metamethods.lua:2: C stack overflow
...
]]
