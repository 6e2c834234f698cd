-- Another server, on another machine.
function handle_request(_, path)
  if path == "/today" then
    return 200, "text/plain", "sunny, 21 degrees"
  end
  return 404, "text/plain", "only today"
end
