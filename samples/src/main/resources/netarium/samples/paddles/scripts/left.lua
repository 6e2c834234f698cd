-- The left player. This machine is also the host: it moves the ball, counts, and tells the other.
local network = require("lua.network")
local json = require("lua.json")
local court = require("court")

local TELL_EVERY = 0.05

local game = {
  left = 120,
  right = 120,
  ball = { x = 200, y = 120, vx = -150, vy = 70 },
  score = { 0, 0 },
}
local other
local untilTold = 0

function love.load()
  court.open("Paddles: left")
  network.init()
  network.listen("game", 8000, "0.0.0.0")
end

local function hear(event)
  if event.type == "ws:server:ready" then
    print("waiting on port " .. event.port)
  elseif event.type == "ws:peer:connect" then
    other = event.clientId
    print("the other player is here")
  elseif event.type == "ws:peer:disconnect" then
    other = nil
    print("the other player is gone: " .. event.code)
  elseif event.type == "ws:peer:message" then
    local ok, said = pcall(json.decode, event.data)
    if ok and type(said) == "table" and type(said.y) == "number" then
      game.right = said.y
    end
  end
end

local function serve(to)
  local ball = game.ball
  ball.x, ball.y = court.width / 2, court.height / 2
  ball.vx, ball.vy = to * 150, 70
end

-- Sends the ball back from a paddle: the further from its middle, the steeper.
local function bounce(y, to)
  local ball = game.ball
  local off = ball.y - y
  if math.abs(off) <= court.paddle / 2 + 5 then
    ball.vx = to * math.min(320, math.abs(ball.vx) + 10)
    ball.vy = ball.vy + off * 3
    return true
  end
end

local function move(dt)
  local ball = game.ball
  ball.x, ball.y = ball.x + ball.vx * dt, ball.y + ball.vy * dt
  if (ball.y < 5 and ball.vy < 0) or (ball.y > court.height - 5 and ball.vy > 0) then
    ball.vy = -ball.vy
  end
  local atLeft = ball.vx < 0 and ball.x < 23
  local atRight = ball.vx > 0 and ball.x > court.width - 23
  if atLeft and not bounce(game.left, 1) and ball.x < 0 then
    game.score[2] = game.score[2] + 1
    serve(1)
  elseif atRight and not bounce(game.right, -1) and ball.x > court.width then
    game.score[1] = game.score[1] + 1
    serve(-1)
  end
end

function love.update(dt)
  for _, event in ipairs(network.poll()) do
    hear(event)
  end
  game.left = court.steer(game.left, game.ball, dt)
  if other then
    move(dt)
  end
  untilTold = untilTold - dt
  if other and untilTold <= 0 then
    untilTold = TELL_EVERY
    network.broadcast("game", json.encode(game))
  end
end

function love.draw()
  court.draw(game, other and "up and down, or W and S" or "waiting for the other player")
end

function love.quit()
  network.destroy()
end
