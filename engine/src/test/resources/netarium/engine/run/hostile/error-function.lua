error(print)
--[[ console
(no error message)
]]
