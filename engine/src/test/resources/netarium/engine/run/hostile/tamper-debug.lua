--! runs
local found = 0
for level = 0, 20 do
  local info = debug.getinfo(level, "nSluf")
  if not info then break end
  if info.func ~= nil and type(info.func) ~= "function" then print("strange", info.func) end
  for i = -3, 50 do pcall(debug.getlocal, level, i) pcall(debug.setlocal, level, i, {}) end
  for i = 1, 20 do
    local name, value = debug.getupvalue(info.func, i)
    if type(value) == "userdata" then found = found + 1 end
  end
  pcall(info.func) pcall(info.func, 1, {}, print)
end
for _, f in ipairs{print, pcall, string.rep, io.write, net.send, coroutine.wrap(print), io.lines} do
  for i = 1, 5 do
    local ok, name, value = pcall(debug.getupvalue, f, i)
    if ok and value ~= nil then found = found + 1 end
    pcall(debug.setupvalue, f, i, nil)
    pcall(debug.upvalueid, f, i)
    pcall(debug.upvaluejoin, f, i, print, 1)
  end
end
print("found", found)
