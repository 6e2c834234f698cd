--! runs
print(load("return " .. ("x .. "):rep(100000) .. "x", "=chain"))
print(load("return " .. ("x + "):rep(100000) .. "x", "=chain") ~= nil)
