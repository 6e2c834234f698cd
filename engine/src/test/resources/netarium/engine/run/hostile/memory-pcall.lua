-- Runs out of memory, forgets, and tries again: for ever, within its limit.
while true do
  pcall(function() local t = {} while true do t[#t + 1] = ("x"):rep(100) .. #t end end)
end
--[[ console
scripts/memory-pcall.lua:3: busy for 1 s without waiting
]]
