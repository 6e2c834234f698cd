local n = 0
for port = 1, 65535 do
  local ok, message = pcall(net.listen, port)
  if not ok then print(n, message) break end
  n = n + 1
end
--[[ console
8192	too many open sockets (limit is 8192)
]]
