local network = require("lua.network")
local json = require("lua.json")

local serverId = 1
local gameState = {}
local player = { x = 100, y = 100, name = "Me", score = 0 }

function love.load()
  network.init()

  -- Connect to game server on localhost:8000
  -- (In real scenario, use server's public IP or .onion address)
  network.connect(serverId, "ws://127.0.0.1:8000/game")
end

function love.update(dt)
  -- Handle movement
  local speed = 200
  if love.keyboard.isDown("up") then player.y = player.y - speed * dt end
  if love.keyboard.isDown("down") then player.y = player.y + speed * dt end
  if love.keyboard.isDown("left") then player.x = player.x - speed * dt end
  if love.keyboard.isDown("right") then player.x = player.x + speed * dt end

  -- Send player state to server
  network.send(serverId, json.encode({ x = player.x, y = player.y }))

  -- Receive game state
  local events = network.poll()
  for _, evt in ipairs(events) do
    if evt.type == "ws:open" then
      print("Connected to game server")

    elseif evt.type == "ws:message" then
      gameState = json.decode(evt.data)

    elseif evt.type == "ws:error" then
      print("Connection error:", evt.error)

    elseif evt.type == "ws:close" then
      print("Disconnected from server")
  end
end

function love.draw()
  -- Draw local player
  love.graphics.setColor(1, 1, 0)  -- Yellow
  love.graphics.circle("fill", player.x, player.y, 10)
  love.graphics.print(player.name, player.x - 30, player.y - 20)

  -- Draw other players
  love.graphics.setColor(1, 0, 1)  -- Magenta
  if gameState.players then
    for id, p in pairs(gameState.players) do
      if id ~= serverId and p.x then
        love.graphics.circle("fill", p.x, p.y, 10)
        love.graphics.print(p.name .. " (" .. (p.score or 0) .. ")", p.x - 30, p.y - 20)
      end
    end
  end
end
