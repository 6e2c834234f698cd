--! runs
print(load("local " .. ("a,"):rep(300) .. "a", "=locals"))
print(load(("local a "):rep(300), "=locals"))
