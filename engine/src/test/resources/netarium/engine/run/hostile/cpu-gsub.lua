local s = ("ab"):rep(100000)
while true do s:gsub(".", {a = "b"}) s:gsub("a*", "%0%0") end
--[[ console
scripts/cpu-gsub.lua:2: busy for 1 s without waiting
]]
