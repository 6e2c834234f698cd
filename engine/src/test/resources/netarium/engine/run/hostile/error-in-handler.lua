print(xpcall(error, function() return nil + 1 end))
print(xpcall(error, nil))
print(pcall(xpcall))
--[[ console
false	error in error handling
false	error in error handling
false	bad argument #2 to 'xpcall' (value expected)
]]
