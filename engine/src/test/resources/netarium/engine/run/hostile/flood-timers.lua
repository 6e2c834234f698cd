for i = 1, 3000 do go(function() while true do sleep(0.001) end end) end
--[[ console
]]
