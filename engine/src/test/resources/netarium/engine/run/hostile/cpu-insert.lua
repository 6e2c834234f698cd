local t = setmetatable({}, {__len = function() return 2^31 - 2 end})
while true do pcall(table.insert, t, 1, "x") pcall(table.remove, t, 1) end
--[[ console
]]
