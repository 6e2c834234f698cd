local s = string.rep("x", 1e9)
--[[ console
not enough memory
...
]]
