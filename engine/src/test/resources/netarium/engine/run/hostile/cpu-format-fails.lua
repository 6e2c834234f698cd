--! held: busy for 1 s without waiting
local s = ("x"):rep(1000000)
while true do pcall(string.format, "%s%s%d", s, s, "no number") end
