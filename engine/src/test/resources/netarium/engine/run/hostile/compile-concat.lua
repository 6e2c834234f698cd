print(load("return " .. ("x .. "):rep(100000) .. "x", "=chain"))
print(load("return " .. ("x + "):rep(100000) .. "x", "=chain") ~= nil)
-- cpu: 100ns
--[[ console
nil	chain:1: too many C levels (limit is 200) in main function near 'x'
true
]]
