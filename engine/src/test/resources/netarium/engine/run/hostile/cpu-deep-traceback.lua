local function f(n)
  if n > 0 then return (f(n - 1)) end
  while true do debug.traceback() pcall(error, "x", 15000) debug.getinfo(15000, "n") end
end
f(15000)
--[[ console
scripts/cpu-deep-traceback.lua:3: busy for 1 s without waiting
]]
