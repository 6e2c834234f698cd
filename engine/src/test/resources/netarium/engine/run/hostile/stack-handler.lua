print(xpcall(error, function(m) error(m) end, "x"))
--[[ console
false	error in error handling
]]
