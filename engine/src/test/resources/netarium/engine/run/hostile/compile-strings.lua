print(load("x = '" .. ("y"):rep(2000000) .. "'", "=s") ~= nil)
print(load("x = [[" .. ("y"):rep(2000000), "=s"))
print(load("x = '\\z" .. (" "):rep(2000000), "=s"))
-- cpu: 100ns
--[[ console
false
nil	not enough memory
]]
