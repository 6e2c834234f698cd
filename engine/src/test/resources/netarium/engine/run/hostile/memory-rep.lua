--! ends: not enough memory
local s = string.rep("x", 1e9)
