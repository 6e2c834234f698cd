--! runs
local function reader() return load(reader)() end
load(reader)
print(select("#", load(reader)))
