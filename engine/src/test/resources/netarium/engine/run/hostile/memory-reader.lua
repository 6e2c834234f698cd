local piece = ("x"):rep(1000000)
print(load(function() return piece end))
--[[ console
nil	not enough memory
]]
