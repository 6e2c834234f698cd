--! held: busy for 1 s without waiting
local s = ("("):rep(200000)
while true do s:find("%b()") s:gsub("%b()", "") end
