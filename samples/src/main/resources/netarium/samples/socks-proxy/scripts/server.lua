local listener = net.Listen("tcp", ":80")

while true do
  local conn = listener:Accept()
  go(function()
    local data = conn:Read(4096)
    local request = http.parse_request(data)
    local from = conn:RemoteAddr():String()
    print(request.method .. " " .. request.path .. " from " .. from)
    conn:Write(http.build_response(200, "You come from " .. from .. "\n"))
    conn:Close()
  end)
end
