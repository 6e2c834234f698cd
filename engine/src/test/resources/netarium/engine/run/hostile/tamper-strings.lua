local mt = getmetatable("")
mt.__index = function() return "owned" end
mt.__call = function() return "owned" end
mt.__add = function() return 42 end
mt.__concat = mt.__call
string.format = nil
string.rep = function() return "owned" end
print(("x").y, ("x")(), "a" + "b")
--[[ console
owned	owned	42
]]
