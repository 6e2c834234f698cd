local function reader() return load(reader)() end
load(reader)
print(select("#", load(reader)))
--[[ console
2
]]
