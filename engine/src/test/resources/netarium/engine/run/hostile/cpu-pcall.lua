--! limits: "instructions": 5000000
--! ends: scripts/cpu-pcall.lua:4: instruction limit: this machine may use no more than 5000000 instructions
while true do
  pcall(function() while true do end end)
end
