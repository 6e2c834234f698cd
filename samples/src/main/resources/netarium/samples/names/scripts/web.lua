-- The shop, with and without TLS.
local function page(method, path)
  return 200, "text/plain", "welcome to the shop\n"
end

assert(http.pool{ port = 80, workers = 1, handler = page })
assert(http.pool{ port = 443, workers = 1, handler = page, tls = true })
