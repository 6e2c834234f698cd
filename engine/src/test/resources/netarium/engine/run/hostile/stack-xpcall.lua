--! runs
local function f() return xpcall(f, f) end
print(f())
