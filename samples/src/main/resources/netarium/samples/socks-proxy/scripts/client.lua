local socks5 = require("lua.socks5")

local function fetch(port, host, path, user, password)
  print(path .. " by port " .. port)
  local sock, err = socks5.connect("proxy", port, host, 80, user, password)
  if not sock then
    print("  " .. err)
    return
  end
  sock:send(http.build_request("GET", path, nil, { Host = host }))
  local answer = http.parse_response(sock:receive("*a"))
  print("  " .. answer.status .. " " .. answer.body:gsub("\n", ""))
  sock:close()
end

-- The client itself knows no www.example.org, and has no way to it.
print("without a proxy: " .. tostring(select(2, net.Dial("tcp", "10.0.2.2:80"))))

fetch(1080, "www.example.org", "/free")
fetch(1081, "www.example.org", "/closed")
fetch(1081, "www.example.org", "/secret", "alice", "secret")
fetch(1080, "nowhere.example.org", "/lost")
