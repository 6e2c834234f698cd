-- A program in a browser can do less with the network than others, and hears so.
local names, err = net.LookupAddr("10.0.0.80")
print("who is 10.0.0.80: " .. tostring(err))

-- Names it asks for as browsers do: by HTTPS. And it sees what another host answers only if that
-- host allows it.
for _, path in ipairs{"/", "/orders"} do
  local page, err = http_get("https://www.shop.test" .. path)
  print("https " .. path .. ": " .. (page or tostring(err)):gsub("\n", ""))
end
