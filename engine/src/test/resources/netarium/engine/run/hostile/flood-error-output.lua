local s = ("x"):rep(1000)
while true do io.stderr:write(s) end
-- limits: "output": "1MiB"
--[[ console
xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...
]]
