local t = {}
while true do
  local s = ("x"):rep(1000000)
  t[#t + 1] = s:sub(1, 20) t[#t + 1] = s:match("^(x)")
end
--[[ console
scripts/memory-slices.lua:3: busy for 1 s without waiting
]]
