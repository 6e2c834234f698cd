local t = {}
setmetatable(t, {__index = t, __newindex = t})
print(pcall(function() return t.x end))
print(pcall(function() t.x = 1 end))
local u = {}
setmetatable(u, {__index = function(_, k) return u[k .. "x"] end})
print((pcall(function() return u.x end)))
--[[ console
false	scripts/cpu-index-loop.lua:3: loop in gettable
false	scripts/cpu-index-loop.lua:4: loop in settable
false
]]
