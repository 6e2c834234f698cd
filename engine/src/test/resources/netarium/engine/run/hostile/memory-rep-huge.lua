--! ends: scripts/memory-rep-huge.lua:2: resulting string too large
local s = string.rep("x", 1e15)
