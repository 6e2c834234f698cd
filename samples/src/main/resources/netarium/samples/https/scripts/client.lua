local function get(url)
  local body, err = http_get(url)
  print(url)
  print("  " .. (body and body:gsub("\n", "") or err))
end

-- Everybody on the way can read this one.
get("http://www.example.org/plain")

-- The certificate is right: for this name, in time, and vouched for.
get("https://www.example.org/safe")

-- The relay passes on the certificate of web, which is not for the relay.
get("https://relay/safe")

-- It held until yesterday.
get("https://www.example.org:444/safe")

-- Nobody but web itself vouches for it.
get("https://www.example.org:445/safe")

-- No TLS is spoken there at all.
get("https://www.example.org:80/safe")

-- And there nobody listens.
get("https://relay:8443/safe")
