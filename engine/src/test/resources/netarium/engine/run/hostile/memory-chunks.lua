local s, t = "local x = {" .. ("f(),"):rep(20000) .. "}", {}
while true do t[#t + 1] = load(s) end
--[[ console
scripts/memory-chunks.lua:2: busy for 1 s without waiting
]]
