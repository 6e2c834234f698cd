local s = ("("):rep(200000)
while true do s:find("%b()") s:gsub("%b()", "") end
-- cpu: 100ns
--[[ console
scripts/cpu-balance.lua:2: pattern too complex
...
]]
