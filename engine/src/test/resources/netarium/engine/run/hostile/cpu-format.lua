while true do
  local s = ("%99.99f"):format(1e308)
  s = ("%.99e%99d%99s"):format(1e-300, 1, "x")
  s = ("%q"):format(("\0"):rep(10000))
end
--[[ console
scripts/cpu-format.lua:2: busy for 1 s without waiting
]]
