debug.setmetatable(nil, {__index = function() return nil end, __call = function() return "nil was called" end})
debug.setmetatable(1, {__index = math, __call = function(n) return n end})
debug.setmetatable(print, {__index = function() return "method" end})
debug.setmetatable(coroutine.running(), {__index = coroutine})
local none = nil
print(none(), (1).pi > 3, print.x)
debug.setmetatable(nil, {__index = error})
local x = nil
print(pcall(function() return x.y.z end))
--[[ console
nil was called	true	method
false	scripts/tamper-metatables.lua:9: bad argument #2 to '__index' (number expe...
]]
