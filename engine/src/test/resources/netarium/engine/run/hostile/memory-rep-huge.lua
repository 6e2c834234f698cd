local s = string.rep("x", 1e15)
--[[ console
scripts/memory-rep-huge.lua:1: resulting string too large
...
]]
