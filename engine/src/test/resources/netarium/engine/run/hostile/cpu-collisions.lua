-- Strings that a simple polynomial hash takes for one another.
local words = {""}
for i = 1, 13 do
  local longer = {}
  for _, w in ipairs(words) do longer[#longer + 1] = w .. "Aa" longer[#longer + 1] = w .. "BB" end
  words = longer
end
while true do
  local t = {}
  for _, w in ipairs(words) do t[w] = true end
end
-- limits: "memory": "16MiB"
--[[ console
scripts/cpu-collisions.lua:10: busy for 1 s without waiting
]]
