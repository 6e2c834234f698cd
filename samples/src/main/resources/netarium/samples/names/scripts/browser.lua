-- A program in a browser has no sockets, and asks for names as browsers do: by HTTPS.
local conn, err = net.Dial("udp", "10.0.0.53:53")
print("udp: " .. tostring(err))

print("https: " .. (http_get("https://www.shop.test/"):gsub("\n", "")))
