-- The same pages on four ports: each shows another certificate, and port 80 shows none.
local function page(method, path)
  return 200, "text/plain", "The secret of " .. path .. " is 42.\n"
end

assert(http.pool{ port = 443, workers = 1, handler = page, tls = true })
assert(http.pool{ port = 444, workers = 1, handler = page, tls = "expired" })
assert(http.pool{ port = 445, workers = 1, handler = page, tls = "self-signed" })
assert(http.pool{ port = 80, workers = 1, handler = page })
