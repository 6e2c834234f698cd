local s = "x = {" .. ("{1,2,3},"):rep(10000) .. "}"
while true do load(s) end
--[[ console
scripts/compile-loop.lua:2: busy for 1 s without waiting
]]
