local kept = {}
local mt mt = {__gc = function(o) kept[#kept + 1] = o setmetatable({}, mt) setmetatable({}, mt) end}
for i = 1, 100 do setmetatable({}, mt) end
while true do local t = {} end
--[[ console
error in __gc metamethod (not enough memory)
...
]]
