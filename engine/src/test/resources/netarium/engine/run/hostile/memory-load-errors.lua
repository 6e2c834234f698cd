--! ends: not enough memory
local s, t = "x = 'y' " .. ("y"):rep(1000000), {}
while true do t[#t + 1] = select(2, load(s)) end
