local s = ""
while true do s = s .. "x" if #s > 1000000 then s = "" end end
--[[ console
scripts/cpu-join.lua:2: busy for 1 s without waiting
]]
