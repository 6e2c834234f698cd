--! held: busy for 1 s without waiting
local s = ""
while true do s = s .. "x" if #s > 1000000 then s = "" end end
