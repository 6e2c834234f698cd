--! runs
print(load("if a then " .. ("elseif b then "):rep(100000) .. "end", "=e"))
