-- What both players have in common: the court, the paddles, and how they are drawn.
local court = { width = 400, height = 240, paddle = 44, speed = 180 }

local graphics = love.graphics
local isPlayed = false

function court.open(title)
  love.window.setMode(court.width, court.height)
  love.window.setTitle(title)
  graphics.setBackgroundColor(0.05, 0.09, 0.16)
end

-- Where a paddle goes next: as the keys say. Until somebody presses one it plays by itself.
function court.steer(y, ball, dt)
  local up = love.keyboard.isDown("up", "w")
  local down = love.keyboard.isDown("down", "s")
  isPlayed = isPlayed or up or down
  local way = (down and 1 or 0) - (up and 1 or 0)
  if not isPlayed and math.abs(ball.y - y) > 4 then
    way = ball.y > y and 0.6 or -0.6
  end
  local half = court.paddle / 2
  return math.max(half, math.min(court.height - half, y + way * court.speed * dt))
end

function court.draw(game, note)
  graphics.setColor(0.15, 0.22, 0.34)
  for y = 6, court.height, 20 do
    graphics.rectangle("fill", court.width / 2 - 1, y, 2, 8)
  end
  graphics.setColor(0.95, 0.97, 1)
  graphics.rectangle("fill", 12, game.left - court.paddle / 2, 6, court.paddle, 2)
  graphics.rectangle("fill", court.width - 18, game.right - court.paddle / 2, 6, court.paddle, 2)
  graphics.setColor(1, 0.78, 0.2)
  graphics.circle("fill", game.ball.x, game.ball.y, 5)
  graphics.setColor(0.6, 0.7, 0.85)
  graphics.setNewFont(24)
  graphics.printf(game.score[1] .. "   " .. game.score[2], 0, 10, court.width, "center")
  graphics.setNewFont(12)
  graphics.printf(note, 0, court.height - 20, court.width, "center")
end

return court
