-- Each worker loads this file into an environment of its own, so each counts for itself.
local handled = 0

function handle_request(method, path, body)
  handled = handled + 1
  if path == "/" then
    return 200, "text/plain", "request " .. handled .. " of this worker"
  elseif path == "/slow" then
    sleep(0.3) -- only this request waits
    return 200, "text/plain", "slept 0.3 s"
  elseif path == "/weather" then
    local report, err = http_get("http://weather.example/today")
    if not report then
      return 502, "text/plain", err
    end
    return 200, "text/plain", report
  elseif path == "/echo" and method == "POST" then
    return 200, "text/plain", body
  elseif path == "/broken" then
    error("this page has a mistake")
  end
  return 404, "text/plain", "no such page"
end
