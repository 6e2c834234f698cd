--! runs
print(xpcall(error, function() return nil + 1 end))
print(xpcall(error, nil))
print(pcall(xpcall))
