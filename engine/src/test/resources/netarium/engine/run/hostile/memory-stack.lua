local t = {}
for i = 1, 1000 do
  t[i] = coroutine.wrap(function(...) coroutine.yield(...) end)
  t[i](table.unpack({}, 1, 100000))
end
--[[ console
scripts/memory-stack.lua:4: scripts/memory-stack.lua:3: stack overflow
...
]]
