print(load("x = " .. ("("):rep(1000000)))
print(load("x = " .. ("{"):rep(1000000)))
print(load("x = " .. ("-"):rep(1000000) .. "1"))
print(load(("do "):rep(1000000)))
print(load("x = " .. ("function() return "):rep(300000)))
print(load("x = a" .. ("[a"):rep(1000000)))
-- cpu: 100ns
--[[ console
nil	[string "x = (((((((((((((((((((((((((((((((((((((((((..."]:1: too many C le...
nil	[string "x = {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{..."]:1: too many C le...
nil	[string "x = -----------------------------------------..."]:1: unexpected sy...
]]
