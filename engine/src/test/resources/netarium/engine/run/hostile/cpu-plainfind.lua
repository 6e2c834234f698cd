local s, p = ("a"):rep(200000), ("a"):rep(100000) .. "b"
while true do s:find(p, 1, true) end
--[[ console
scripts/cpu-plainfind.lua:2: busy for 1 s without waiting
]]
