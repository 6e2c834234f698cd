-- The client of unix.lua, on the same machine.
local conn = assert(net.Dial("unix", "/tmp/echo.sock"))
conn:Write("no frame carries this")
print("unix: " .. conn:Read())
conn:SetReadDeadline(0.1)
print("unix within 0.1 s: " .. tostring(select(2, conn:Read())))
conn:Close()
