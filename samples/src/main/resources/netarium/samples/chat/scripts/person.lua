local network = require("lua.network")

local name = ...
local isOpen = false
local began = os.time()

local function say(text)
  print(string.format("%2d s  %s", os.time() - began, text))
end

network.init()
network.connect(1, "ws://chat.example.org:8000/chat")

-- Somebody who says something every three seconds.
go(function()
  for number = 1, 9 do
    sleep(3)
    if isOpen then network.send(1, "line " .. number) end
  end
  network.close(1, 1000, "good night")
end)

local isOver = false
while not isOver do
  for _, e in ipairs(network.poll()) do
    if e.type == "ws:open" then
      say("connected")
      isOpen = true
      network.send(1, "I am " .. name)
    elseif e.type == "ws:message" then
      say(e.data)
    elseif e.type == "ws:error" then
      say("trouble: " .. e.error)
    elseif e.type == "ws:close" then
      say("closed: " .. e.code .. " " .. e.reason)
      isOpen = false
      isOver = e.code == 1000
    end
  end
end
