while true do
  pcall(function() while true do end end)
end
-- limits: "instructions": 5000000
-- cpu: 100ns
--[[ console
scripts/cpu-pcall.lua:2: instruction limit: this machine may use no more than 50...
]]
