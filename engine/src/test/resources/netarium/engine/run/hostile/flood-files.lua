local t = {}
while true do
  local f, message = io.open("same", "w")
  if not f then print(#t, message) break end
  t[#t + 1] = f
end
--[[ console
1024	same: Too many open files
]]
