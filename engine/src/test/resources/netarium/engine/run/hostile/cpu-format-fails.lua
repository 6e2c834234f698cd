local s = ("x"):rep(1000000)
while true do pcall(string.format, "%s%s%d", s, s, "no number") end
--[[ console
scripts/cpu-format-fails.lua:2: busy for 1 s without waiting
]]
