local f, t = pairs({1, 2, 3})
print(pcall(f, {}, "no key"))
local g = ("abc"):gmatch(".")
print(pcall(next, {}, {}))
local step, state, start = ipairs({})
print(pcall(step, nil, 1), pcall(step, {}, {}))
print(select("#", pcall(g, {}, 1, 2)))
--[[ console
false	invalid key to 'next'
false	invalid key to 'next'
false	false	bad argument #2 to '?' (number expected, got table)
2
]]
