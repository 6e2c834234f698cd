-- Answers below /photos/. It sees the rest of the path only: /photos/bee.svg is /bee.svg here.
local function photo(name)
  local dots = {}
  for i = 1, 60 do
    local x, y = i * 97 % 640, i * 61 * #name % 480
    dots[i] = string.format('<circle cx="%d" cy="%d" r="8"/>', x, y)
  end
  return '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">'
    .. "<title>" .. name .. "</title>" .. table.concat(dots) .. "</svg>\n"
end

hlhv.cell{
  queen = "queen",
  key = "honey",
  mount = { path = "/photos/" },
  files = "/home/www",
  on_http = function(res, req)
    local name = req.Head.path:match("^/(%a+)%.svg$")
    if not name then
      res:WriteHead(404, { ["Content-Type"] = "text/plain" })
      res:WriteBody("no such photo\n")
      return
    end
    sleep(0.2)
    res:WriteHead(200, { ["Content-Type"] = "image/svg+xml" })
    res:WriteBody(photo(name))
  end,
}
