local s = ("x"):rep(1000)
s:gsub(".", function() return ("y"):rep(1000000) end)
--[[ console
not enough memory
...
]]
