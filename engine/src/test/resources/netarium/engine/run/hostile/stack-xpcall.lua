local function f() return xpcall(f, f) end
print(f())
--[[ console
true	true	true	true	true	true	true	true	true	true	true	true	true	true	true	true	...
]]
