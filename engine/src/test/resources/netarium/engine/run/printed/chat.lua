local network = require("lua.network")
network.init()

local connectionId = 1

function love.update(dt)
  -- Connect on first frame
  if not connected then
    network.connect(connectionId, "ws://localhost:8000/chat")
    connected = true
  end

  -- Poll for events
  local events = network.poll()
  for _, evt in ipairs(events) do
    if evt.id == connectionId then
      if evt.type == "ws:open" then
        print("Connected to chat")
        network.send(connectionId, "Hello chat!")
      elseif evt.type == "ws:message" then
        print("Received:", evt.data)
      elseif evt.type == "ws:error" then
        print("Connection error:", evt.error)
      elseif evt.type == "ws:close" then
        print("Disconnected")
      end
    end
  end
end

function love.mousereleased(x, y, button)
  if button == 1 then
    network.send(connectionId, "User clicked at " .. x .. ", " .. y)
  end
end
