net.listen(9)
local s = ("x"):rep(60000)
while true do net.send("127.0.0.1", 9, s) end
--[[ console
]]
