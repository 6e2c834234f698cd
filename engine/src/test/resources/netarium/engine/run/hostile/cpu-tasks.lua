local function again() go(again) go(again) end
for i = 1, 10 do go(again) end
-- cpu: 100ns
--[[ console
not enough memory
...
]]
