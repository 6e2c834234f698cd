local found = 0
for level = 0, 20 do
  local info = debug.getinfo(level, "nSluf")
  if not info then break end
  if info.func ~= nil and type(info.func) ~= "function" then print("strange", info.func) end
  for i = -3, 50 do
    local name, value = debug.getlocal(level, i)
    if name ~= "found" then pcall(debug.setlocal, level, i, {}) end
  end
  for i = 1, 20 do
    local name, value = debug.getupvalue(info.func, i)
    if type(value) == "userdata" then found = found + 1 end
  end
end
print("found", found)
--[[ console
found	0
]]
