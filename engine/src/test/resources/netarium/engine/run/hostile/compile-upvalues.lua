local t = {}
for i = 1, 190 do t[#t + 1] = "local a" .. i end
t[#t + 1] = "function f()"
for i = 1, 190 do t[#t + 1] = "local b" .. i end
t[#t + 1] = "return function() return 0"
for i = 1, 190 do t[#t + 1] = "+ a" .. i .. "+ b" .. i end
t[#t + 1] = "end end"
print(load(table.concat(t, " "), "=up"))
--[[ console
nil	up:1: too many upvalues (limit is 255) in function at line 1 near '+'
]]
