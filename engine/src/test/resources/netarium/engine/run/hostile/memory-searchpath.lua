package.searchpath(("x"):rep(1000000), ("?;"):rep(10000))
--[[ console
not enough memory
...
]]
