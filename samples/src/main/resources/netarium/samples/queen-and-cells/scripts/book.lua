-- A guest book: everything below /book/ is it.
local entries = {}

hlhv.cell{
  queen = "queen",
  key = "honey",
  mount = { path = "/book/" },
  on_http = function(res, req)
    if req.Head.path == "/crash" then
      os.exit(1)
    end
    if req.Head.method == "POST" then
      table.insert(entries, (assert(req:ReadBodyFull())))
      print("new entry: " .. entries[#entries])
    end
    res:WriteHead(200, { ["Content-Type"] = "text/plain" })
    res:WriteBody(#entries .. " so far\n" .. table.concat(entries, "\n") .. "\n")
  end,
}
