local f = ("%c"):rep(50000)
while true do os.date(f) end
-- cpu: 100ns
--[[ console
]]
