local t = {}
for i = 1, 20000 do t[#t + 1] = "goto l" .. i end
for i = 1, 20000 do t[#t + 1] = "::l" .. i .. "::" end
print(load(table.concat(t, " "), "=g") ~= nil)
print(load(("goto a "):rep(40000) .. "::a::", "=g"))
print(load(("::a:: "):rep(1000), "=g"))
-- cpu: 100ns
--[[ console
false
nil	too many labels/gotos (limit is 32767)
nil	g:1: label 'a' already defined on line 1
]]
