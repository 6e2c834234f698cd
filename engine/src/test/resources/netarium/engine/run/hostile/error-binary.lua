error("\0\255\27[2J\r\n", 0)
--[[ console

...
]]
