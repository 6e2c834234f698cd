local SITE = "https://www.hive.example"

http.init()

-- Asks and waits, as a browser does that has nothing else to do.
local function ask(path, options)
  options = options or {}
  options.url = SITE .. path
  http.request(path, options)
  local answers = http.poll()
  while #answers == 0 do
    answers = http.poll()
  end
  local answer = answers[1]
  local text = answer.body or answer.error
  print(string.format("%s %s: %d, %d octets", options.method or "GET", path, answer.status, #text))
  return answer
end

ask("/photos/")

-- Four photos at once, as a page has them: one band does not do for that.
local group = sync.WaitGroup()
for _, name in ipairs { "bee", "flower", "hive", "meadow" } do
  group:Add(1)
  go(function()
    local svg, err = http_get(SITE .. "/photos/" .. name .. ".svg")
    print("photo " .. name .. ": " .. (svg and #svg .. " octets" or err))
    group:Done()
  end)
end
group:Wait()

ask("/book/", {
  method = "POST", body = "What a buzz!", headers = { ["Content-Type"] = "text/plain" },
})
print(ask("/book/").body)
ask("/")

-- The cell with the guest book breaks down, and comes back.
ask("/book/crash")
ask("/book/")
sleep(2)
ask("/book/")
