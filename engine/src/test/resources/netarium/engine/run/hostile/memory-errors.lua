-- Messages made from long strings count as well.
local s, t = ("x"):rep(1000000), {}
while true do
  t[#t + 1] = select(2, pcall(error, s, 1))
  t[#t + 1] = select(2, pcall(collectgarbage, s))
  t[#t + 1] = select(2, pcall(require, s))
  t[#t + 1] = debug.traceback(s)
end
--[[ console
not enough memory
...
]]
