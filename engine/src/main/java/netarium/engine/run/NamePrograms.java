package netarium.engine.run;

/// The programs about names of hosts, as scripts: `/bin/named`, `/bin/nslookup`, `/bin/dig`.
final class NamePrograms {
  static final String NAMED =
      """
      local options = {zones = {}, forward = {}, roots = {}, port = 53, recursion = true}
      local quiet = false
      local function usage()
        error("usage: named [--zone NAME=FILE] [--forward ADDRESS] [--root ADDRESS] " ..
          "[--recursion yes|no] [--port N] [--doh] [-q]", 0)
      end
      local args, i = {...}, 1
      while args[i] do
        local option, value = args[i], args[i + 1]
        if option == "-q" then quiet = true; i = i - 1
        elseif option == "--doh" then options.doh = true; i = i - 1
        elseif not value then usage()
        elseif option == "--zone" then table.insert(options.zones, value)
        elseif option == "--forward" then table.insert(options.forward, value)
        elseif option == "--root" then table.insert(options.roots, value)
        elseif option == "--port" then options.port = tonumber(value) or usage()
        elseif option == "--recursion" and (value == "yes" or value == "no") then
          options.recursion = value == "yes"
        else usage() end
        i = i + 2
      end
      local serves, err = named.open(options)
      if not serves then error("named: " .. err, 0) end
      if not quiet then print("named: " .. serves .. (options.doh and "; also by HTTPS" or "")) end
      while true do
        local line = named.wait()
        if not quiet then print(line) end
      end
      """;

  static final String NSLOOKUP =
      """
      local kind, host, server = nil, nil, nil
      for _, arg in ipairs{...} do
        local wanted = arg:match("^%-t[ype]*=(.+)$")
        if wanted then kind = wanted:upper()
        elseif not host then host = arg
        else server = arg end
      end
      if not host then error("usage: nslookup [-type=TYPE] host [server]", 0) end
      local name = not kind and dns.reverse(host)
      if name then kind = "PTR" else name = host; kind = kind or "A" end
      local asked = server or dns.servers()[1]
      local answer, err
      for attempt = 1, 2 do
        answer, err = dns.query(name, kind, server)
        if answer then break end
      end
      if not answer then error(";; " .. (asked and asked .. ": " or "") .. err, 0) end
      print("Server:\\t\\t" .. asked)
      print()
      if answer.status ~= "NOERROR" then
        error("** server can't find " .. name .. ": " .. answer.status, 0)
      end
      if not answer.authoritative then print("Non-authoritative answer:") end
      local found = false
      for _, each in ipairs(answer.answers) do
        local about = each.name:gsub("(.)%.$", "%1")
        if each.type == "A" or each.type == "AAAA" then
          print("Name:\\t" .. about .. "\\nAddress: " .. each.data)
        elseif each.type == "CNAME" then print(about .. "\\tcanonical name = " .. each.data)
        elseif each.type == "PTR" then print(about .. "\\tname = " .. each.data)
        else print(about .. "\\t" .. each.type .. " = " .. each.data) end
        found = found or each.type == kind or kind == "ANY"
      end
      if not found then print("*** Can't find " .. name .. ": No answer") end
      """;

  static final String DIG =
      """
      local name, kind, server, short = nil, nil, nil, false
      local args, i = {...}, 1
      while args[i] do
        local arg = args[i]
        if arg:sub(1, 1) == "@" then server = arg:sub(2)
        elseif arg == "+short" then short = true
        elseif arg == "-x" and args[i + 1] then
          i = i + 1
          name, kind = dns.reverse(args[i]), "PTR"
          if not name then error("dig: not an address: " .. args[i], 0) end
        elseif not name then name = arg
        else kind = arg:upper() end
        i = i + 1
      end
      if not name then error("usage: dig [@server] name [type] [-x address] [+short]", 0) end
      kind = kind or "A"
      local answer, err = dns.query(name, kind, server)
      if not answer then error(";; " .. err, 0) end
      local function section(title, records)
        if not short and #records > 0 then print("\\n;; " .. title .. " SECTION:") end
        for _, each in ipairs(records) do
          print(short and each.data or each.name .. "\\t" .. each.ttl .. "\\tIN\\t" .. each.type ..
            "\\t" .. each.data)
        end
      end
      if not short then
        print(";; status: " .. answer.status .. ", id: " .. answer.id)
        print(";; flags: " .. answer.flags .. "; ANSWER: " .. #answer.answers .. ", AUTHORITY: " ..
          #answer.authority .. ", ADDITIONAL: " .. #answer.additional)
        print("\\n;; QUESTION SECTION:\\n;" .. name .. "\\tIN\\t" .. kind)
      end
      section("ANSWER", answer.answers)
      if not short then
        section("AUTHORITY", answer.authority)
        section("ADDITIONAL", answer.additional)
        print("\\n;; SERVER: " .. (server or dns.servers()[1]))
      end
      """;

  private NamePrograms() {}
}
