local G = _G
for name, lib in pairs(_G) do
  if type(lib) == "table" and lib ~= _G then
    for k in pairs(lib) do lib[k] = nil end
    setmetatable(lib, {__index = function() error("gone") end})
  end
end
for k in pairs(_G) do if k ~= "print" then G[k] = nil end end
print("all gone")
--[[ console
attempt to call a nil value
...
]]
