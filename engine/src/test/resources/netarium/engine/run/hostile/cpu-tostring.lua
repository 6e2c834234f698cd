local t = setmetatable({}, {__tostring = function(t) return ("x"):rep(100000) end})
while true do tostring(t) tostring(print) tostring(1e100) end
--[[ console
scripts/cpu-tostring.lua:2: busy for 1 s without waiting
]]
