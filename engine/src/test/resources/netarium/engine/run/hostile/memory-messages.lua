local s, t = ("x"):rep(1000000), {}
while true do t[#t + 1] = select(2, pcall(error, s, 1)) end
--[[ console
scripts/memory-messages.lua:2: busy for 1 s without waiting
]]
