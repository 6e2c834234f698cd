--! prints: false	too many results to unpack
--! runs
print(pcall(table.unpack, {}, 1, 1e8))
print(pcall(table.unpack, {}, 1, 1e6))
print(pcall(string.byte, ("x"):rep(1000000), 1, -1))
