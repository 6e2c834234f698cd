--! held: busy for 1 s without waiting
local f = ("%c"):rep(50000)
while true do os.date(f) end
