local t = {}
while true do
  local co = coroutine.wrap(function() local a, b, c coroutine.yield() end)
  co()
  t[#t + 1] = co
end
--[[ console
not enough memory
...
]]
