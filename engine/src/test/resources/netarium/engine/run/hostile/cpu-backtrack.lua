--! held: busy for 1 s without waiting
local s = ("a"):rep(30000)
while true do s:find("a-a-a-a-a-a-a-a-b") s:match(".-.-.-.-.-.-.-.-x") end
