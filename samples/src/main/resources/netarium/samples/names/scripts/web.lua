-- The shop, with and without TLS. Pages of other hosts may read the first page, not the orders.
local function page(method, path)
  if path == "/" then
    return 200, "text/plain", "welcome to the shop\n", {["Access-Control-Allow-Origin"] = "*"}
  end
  return 200, "text/plain", "a hat, a pair of shoes\n"
end

assert(http.pool{ port = 80, workers = 1, handler = page })
assert(http.pool{ port = 443, workers = 1, handler = page, tls = true })
