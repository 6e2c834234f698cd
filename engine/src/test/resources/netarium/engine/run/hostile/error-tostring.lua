error(setmetatable({}, {__tostring = function() error("inner") end}))
--[[ console
scripts/error-tostring.lua:1: inner
...
]]
