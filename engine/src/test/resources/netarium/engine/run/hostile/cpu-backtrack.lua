local s = ("a"):rep(30000)
while true do s:find("a-a-a-a-a-a-a-a-b") s:match(".-.-.-.-.-.-.-.-x") end
-- cpu: 100ns
--[[ console
scripts/cpu-backtrack.lua:2: pattern too complex
...
]]
