local t = {}
while true do t = {t} end
--[[ console
not enough memory
...
]]
