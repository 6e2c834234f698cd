local n = 0
while true do
  local ok, message = pcall(net.connect, "127.0.0.1", 1 + n % 60000)
  if not ok then print(n, message) break end
  n = n + 1
end
--[[ console
connection to 127.0.0.1:1 refused: nobody listens there
connection to 127.0.0.1:2 refused: nobody listens there
connection to 127.0.0.1:3 refused: nobody listens there
connection to 127.0.0.1:4 refused: nobody listens there
connection to 127.0.0.1:5 refused: nobody listens there
(and so on)
connection to 127.0.0.1:8188 refused: nobody listens there
connection to 127.0.0.1:8189 refused: nobody listens there
connection to 127.0.0.1:8190 refused: nobody listens there
8192	too many open sockets (limit is 8192)
connection to 127.0.0.1:8193 refused: nobody listens there
]]
