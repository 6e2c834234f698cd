local network = require("lua.network")

local names = {}

network.init()
network.listen("chat", 8000, "0.0.0.0")

while true do
  for _, e in ipairs(network.poll()) do
    if e.type == "ws:server:ready" then
      print("open on port " .. e.port)
    elseif e.type == "ws:peer:message" then
      local name = e.data:match("^I am (.+)$")
      if name then
        names[e.clientId] = name
        network.broadcast("chat", name .. " has come")
      else
        network.broadcast("chat", names[e.clientId] .. ": " .. e.data)
      end
    elseif e.type == "ws:peer:disconnect" then
      network.broadcast("chat", names[e.clientId] .. " has gone")
      names[e.clientId] = nil
    end
  end
end
