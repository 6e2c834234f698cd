local s = (" "):rep(300000)
while true do s:find("%f[%w]%w+$") s:find("[^%s]+%s-$") end
--[[ console
scripts/cpu-frontier.lua:2: busy for 1 s without waiting
]]
