local function tell(what, found, err)
  print(what .. ": " .. (found and table.concat(found, " ") or tostring(err)))
end

-- Each of these is a question to the name server, by UDP.
tell("web", net.LookupHost("web.shop.test"))
tell("www, by its proper name", net.LookupHost("www.shop.test"))
tell("nobody", net.LookupHost("nobody.shop.test"))

-- Whoever wants a page needs the address first.
print("http: " .. (http_get("http://www.shop.test/"):gsub("\n", "")))
print("https: " .. (http_get("https://www.shop.test/"):gsub("\n", "")))
