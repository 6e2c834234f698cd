local s, t = ("x"):rep(1000000), {}
for i = 1, 100 do t[i] = s end
print(table.unpack(t))
--[[ console
not enough memory
...
]]
