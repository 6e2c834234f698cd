local s, t = ("x"):rep(1000000), {}
while true do t[#t + 1] = select(2, pcall(collectgarbage, s)) end
--[[ console
scripts/memory-options.lua:2: busy for 1 s without waiting
]]
