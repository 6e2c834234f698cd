--! limits: "instructions": 5000000
--! contains: instruction limit
-- A hook cannot keep the limit away.
debug.sethook(function() error("never mind") end, "", 1000)
while true do pcall(function() while true do end end) end
