local made = 0
for i = 1, 3000000 do
  local f, message = io.open("f" .. i, "w")
  if not f then print(message) break end
  f:close()
end
--[[ console
]]
