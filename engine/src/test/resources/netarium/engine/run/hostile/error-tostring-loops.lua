error(setmetatable({}, {__tostring = function() while true do end end}))
--[[ console
scripts/error-tostring-loops.lua:1: busy for 1 s without waiting
]]
