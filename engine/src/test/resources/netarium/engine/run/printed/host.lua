local network = require("lua.network")
local json = require("lua.json")

local gameServer = "game"
local players = {}  -- id -> { x, y, name, score }

function love.load()
  network.init()
  network.listen(gameServer, 8000, "127.0.0.1")
  print("Game server listening on port 8000")
end

function love.update(dt)
  local events = network.poll()
  for _, evt in ipairs(events) do
    if evt.type == "ws:server:ready" then
      print("Server ready on port " .. evt.port)

    elseif evt.type == "ws:peer:connect" then
      print("Client " .. evt.clientId .. " joined")
      players[evt.clientId] = { x = 0, y = 0, name = "Player" .. evt.clientId, score = 0 }

    elseif evt.type == "ws:peer:message" then
      -- Parse player update: { x, y, action }
      local msg = json.decode(evt.data)
      if players[evt.clientId] then
        players[evt.clientId].x = msg.x or players[evt.clientId].x
        players[evt.clientId].y = msg.y or players[evt.clientId].y
        if msg.action == "collect" then
          players[evt.clientId].score = (players[evt.clientId].score or 0) + 10
        end
      end

    elseif evt.type == "ws:peer:disconnect" then
      print("Client " .. evt.clientId .. " left")
      players[evt.clientId] = nil
  end

  -- Broadcast game state every frame
  local state = { players = players, time = love.timer.getTime() }
  network.broadcast(gameServer, json.encode(state))
end
