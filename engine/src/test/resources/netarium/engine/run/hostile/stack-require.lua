package.preload.a = function() package.loaded.a = nil require("a") end
require("a")
--[[ console
C stack overflow
...
]]
