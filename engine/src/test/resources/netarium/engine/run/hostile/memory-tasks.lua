local function wait() sleep(1000) end
while true do go(wait) end
--[[ console
not enough memory
...
]]
