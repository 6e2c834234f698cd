local f = assert(io.open("big", "w"))
local s = ("x"):rep(1000000)
local written = 0
while f:write(s) do written = written + 1 end
print(written < 200, select(2, f:write(s)))
--[[ console
true	No space left on device	28
]]
