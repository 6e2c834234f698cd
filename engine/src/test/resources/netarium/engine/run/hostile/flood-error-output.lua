--! limits: "output": "1MiB"
--! contains: more than 1048576 octets of output: the program was ended
local s = ("x"):rep(1000)
while true do io.stderr:write(s) end
