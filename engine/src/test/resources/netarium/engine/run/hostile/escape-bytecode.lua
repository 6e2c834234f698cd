print(load("\27Lua\82\0\1\4\4\4\8\0"))
print(load(string.char(27) .. "LuaR" .. ("x"):rep(100), "b", "b"))
print(load(string.char(27), "=b", "t"))
string.dump(function() end)
--[[ console
nil	attempt to load a binary chunk (only source text is accepted)
nil	attempt to load a binary chunk (only source text is accepted)
nil	attempt to load a binary chunk (mode is 't')
scripts/escape-bytecode.lua:4: unable to dump given function
...
]]
