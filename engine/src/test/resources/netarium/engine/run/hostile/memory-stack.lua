--! ends: not enough memory
local t = {}
for i = 1, 1000 do
  t[i] = coroutine.wrap(function(...) coroutine.yield(...) end)
  t[i](table.unpack({}, 1, 100000))
end
