local t = {}
for i = 1, 150 do t[#t + 1] = "local v" .. i end
for i = 1, 100 do t[#t + 1] = "local function f() local " for j = 1, 150 do t[#t + 1] = "w" .. i .. "_" .. j .. "," end t[#t + 1] = "w" end
for i = 1, 20000 do t[#t + 1] = "a = a" end
local s = table.concat(t, " ")
print(load(s, "=n"))
--[[ console
nil	n:1: function or expression too complex near 'a'
]]
