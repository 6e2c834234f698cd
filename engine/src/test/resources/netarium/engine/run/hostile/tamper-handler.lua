-- The function under a running message handler is one of the machine's own.
xpcall(function() error("x") end, function()
  for level = 0, 10 do
    local info = debug.getinfo(level, "fS")
    if info and info.func and info.what == "C" then pcall(info.func) pcall(info.func, 1, 2, 3) end
  end
end)
print("alive")
--[[ console
alive
]]
