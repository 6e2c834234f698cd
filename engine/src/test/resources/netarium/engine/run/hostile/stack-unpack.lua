print(pcall(table.unpack, {}, 1, 1e8))
print(pcall(table.unpack, {}, 1, 1e6))
print(pcall(string.byte, ("x"):rep(1000000), 1, -1))
--[[ console
false	too many results to unpack
false	too many results to unpack
false	stack overflow (string slice too long)
]]
