--! notice: scripts/cpu-rep.lua:2: busy for 1 s without waiting
while true do local s = ("x"):rep(4000000) end
