local t = {}
for i = 1, 30000 do t[i] = "x" .. i .. "='" .. i .. "'" end
local f, message = load(table.concat(t, " "), "=constants")
print(f ~= nil, message)
-- cpu: 100ns
--[[ console
true	nil
]]
