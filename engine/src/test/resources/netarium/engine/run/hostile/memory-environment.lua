local s = ("x"):rep(1000000)
for i = 1, 100000 do
  if os.setenv then os.setenv("v" .. i, s) end
end
--[[ console
scripts/memory-environment.lua:3: environment too large (limit is 131072 octets)
...
]]
