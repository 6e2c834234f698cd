local function f() return pcall(f) end
print(f())
--[[ console
true	true	true	true	true	true	true	true	true	true	true	true	true	true	true	true	...
]]
