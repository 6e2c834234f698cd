local found = 0
for _, f in ipairs{print, pcall, string.rep, io.write, net.send, coroutine.wrap(print), io.lines} do
  for i = 1, 5 do
    local ok, name, value = pcall(debug.getupvalue, f, i)
    if ok and value ~= nil and type(value) ~= "thread" then found = found + 1 end
    pcall(debug.setupvalue, f, i, nil)
    pcall(debug.upvalueid, f, i)
    pcall(debug.upvaluejoin, f, i, print, 1)
  end
end
print("found", found)
--[[ console
found	0
]]
