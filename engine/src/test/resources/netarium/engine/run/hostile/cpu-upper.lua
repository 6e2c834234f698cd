local s = ("a"):rep(2000000)
while true do s:upper() s:lower() s:reverse() end
--[[ console
scripts/cpu-upper.lua:2: busy for 1 s without waiting
]]
