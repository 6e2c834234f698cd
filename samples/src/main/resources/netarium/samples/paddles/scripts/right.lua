-- The right player: shows what the host tells, and tells it where its own paddle is.
local network = require("lua.network")
local json = require("lua.json")
local court = require("court")

local TELL_EVERY = 0.05

local game = {
  left = 120,
  right = 120,
  ball = { x = 200, y = 120, vx = 0, vy = 0 },
  score = { 0, 0 },
}
local y = 120
local isOpen = false
local untilTold = 0

function love.load()
  court.open("Paddles: right")
  network.init()
  network.connect(1, "ws://left:8000/game")
end

local function hear(event)
  if event.type == "ws:open" then
    isOpen = true
    print("playing")
  elseif event.type == "ws:message" then
    game = json.decode(event.data)
  elseif event.type == "ws:error" then
    print("no game: " .. event.error)
  elseif event.type == "ws:close" then
    isOpen = false
    print("the game is gone")
  end
end

function love.update(dt)
  -- Between two messages the ball flies on as it did.
  game.ball.x = game.ball.x + game.ball.vx * dt
  game.ball.y = game.ball.y + game.ball.vy * dt
  for _, event in ipairs(network.poll()) do
    hear(event)
  end
  y = court.steer(y, game.ball, dt)
  game.right = y
  untilTold = untilTold - dt
  if isOpen and untilTold <= 0 then
    untilTold = TELL_EVERY
    network.send(1, json.encode({ y = math.floor(y + 0.5) }))
  end
end

function love.draw()
  court.draw(game, isOpen and "up and down, or W and S" or "no connection to the host")
end

function love.quit()
  network.destroy()
end
