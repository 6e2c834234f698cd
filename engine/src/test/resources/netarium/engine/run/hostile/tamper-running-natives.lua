-- The slots of natives that run are theirs: sort, gsub, load, require, print.
local function poke()
  for level = 1, 12 do
    for i = 1, 12 do pcall(debug.setlocal, level, i, level * i) pcall(debug.setlocal, level, i, nil) end
  end
end
local t = {3, 1, 2}
table.sort(t, function(a, b) poke() return a < b end)
print(("abc"):gsub("%w", function(c) poke() end))
print(load(function() poke() end))
package.preload.x = function() poke() return "x" end
print(require("x"))
print(setmetatable({}, {__tostring = function() poke() return "text" end}))
print(pcall(poke), xpcall(poke, poke))
for i = 1, 3 do poke() end
local list = {poke(), {poke()}, poke()}
print(#list)
--[[ console
abc	3
function: ...
x
text
true	true
2
]]
