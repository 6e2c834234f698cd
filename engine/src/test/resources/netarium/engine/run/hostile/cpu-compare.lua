local a, b = ("x"):rep(1000000) .. "a", ("x"):rep(1000000) .. "b"
while true do local _ = a < b, a == b, a <= b end
--[[ console
scripts/cpu-compare.lua:2: busy for 1 s without waiting
]]
