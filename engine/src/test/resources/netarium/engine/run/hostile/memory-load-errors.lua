local s, t = "x = 'y' " .. ("y"):rep(1000000), {}
while true do t[#t + 1] = select(2, load(s)) end
--[[ console
scripts/memory-load-errors.lua:2: busy for 1 s without waiting
]]
