error({code = 1})
--[[ console
(no error message)
]]
