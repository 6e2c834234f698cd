local s, t = ("x"):rep(1000000), {}
while true do t[#t + 1] = debug.traceback(s) end
--[[ console
not enough memory
...
]]
