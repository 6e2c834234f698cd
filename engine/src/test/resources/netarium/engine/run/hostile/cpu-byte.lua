local s = ("x"):rep(150000)
while true do s:byte(1, -1) string.char(s:byte(1, 100000)) end
--[[ console
scripts/cpu-byte.lua:2: busy for 1 s without waiting
]]
