local s = ("x"):rep(1000000)
for i = 1, 1000 do package.searchers[i] = function() return s end end
require("x")
--[[ console
not enough memory
...
]]
