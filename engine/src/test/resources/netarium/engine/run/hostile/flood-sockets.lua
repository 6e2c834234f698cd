--! runs
local n = 0
while true do
  local ok, message = pcall(net.connect, "127.0.0.1", 1 + n % 60000)
  if not ok then print(n, message) break end
  n = n + 1
end
