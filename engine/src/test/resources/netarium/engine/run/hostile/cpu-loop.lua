--! notice: scripts/cpu-loop.lua:2: busy for 1 s without waiting
while true do end
