-- Long texts for those who only look at them.
local s = ("x"):rep(2000000)
while true do io.open(s) os.getenv(s) os.remove(s) pcall(net.connect, s, 1) pcall(require, s) end
-- cpu: 100ns
--[[ console
]]
