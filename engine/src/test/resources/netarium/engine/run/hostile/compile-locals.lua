print(load("local " .. ("a,"):rep(300) .. "a", "=locals"))
print(load(("local a "):rep(300), "=locals"))
--[[ console
nil	locals:1: too many local variables (limit is 200) in main function near ','
nil	locals:1: too many local variables (limit is 200) in main function near 'local'
]]
