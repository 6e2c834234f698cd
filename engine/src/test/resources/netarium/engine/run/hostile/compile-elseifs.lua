print(load("if a then " .. ("elseif b then "):rep(100000) .. "end", "=e"))
-- cpu: 100ns
--[[ console
nil	e:1: control structure too long near 'elseif'
]]
