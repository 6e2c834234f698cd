while true do
  local t = {}
  for i = 1, 2000 do t[i] = i % 3 == 0 and 0/0 or i end
  pcall(table.sort, t)
end
--[[ console
scripts/cpu-sort-nan.lua:3: busy for 1 s without waiting
]]
