local t = {}
while true do t[#t + 1] = {} end
--[[ console
not enough memory
...
]]
