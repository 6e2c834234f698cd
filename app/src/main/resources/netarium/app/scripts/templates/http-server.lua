-- Answers GET / with a line of text, on port 80.
net.listen(80)
while true do
  local r = net.recv()
  if r then
    local request = http.parse_request(r.data)
    if request and request.path == "/" then
      net.send(r.src_ip, r.src_port, http.build_response(200, "Hello"))
    else
      net.send(r.src_ip, r.src_port, http.build_response(404, "nothing here"))
    end
  end
end
