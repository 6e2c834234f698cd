--! runs
print(xpcall(error, function(m) error(m) end, "x"))
