--! ends: not enough memory
local function again() go(again) go(again) end
for i = 1, 10 do go(again) end
