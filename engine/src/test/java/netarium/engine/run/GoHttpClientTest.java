package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import netarium.engine.trace.FrameSummary;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// Go's HTTP client in scripts: connections that are used again, time limits, redirections,
/// cookies, bodies piece by piece.
final class GoHttpClientTest {
  /// A server on plain sockets: each connection has a task, `answer(request, conn)` gives the
  /// octets of the answer, or nil after it has written them itself, or false to close the
  /// connection.
  private static final String SERVER =
      """
      function serve(port, answer)
        local listener = assert(net.Listen("tcp", ":" .. port))
        go(function()
          while true do
            local conn = listener:Accept()
            go(function()
              print("connection")
              local text = ""
              while true do
                local headEnd = text:find("\\r\\n\\r\\n", 1, true)
                local length = headEnd and tonumber(text:match("Content%-Length: (%d+)") or 0)
                local chunked = headEnd and text:find("chunked", 1, true)
                local size = headEnd and headEnd + 3 + length
                if chunked then
                  local e = select(2, text:find("\\r\\n0\\r\\n\\r\\n", headEnd, true))
                  size = e or #text + 1
                end
                if headEnd and #text >= size then
                  local request = {
                    line = text:match("^[^\\r]*"), head = text:sub(1, headEnd + 3),
                    body = text:sub(headEnd + 4, size)
                  }
                  text = text:sub(size + 1)
                  local said = answer(request, conn)
                  if said == false then conn:Close() return end
                  if said then conn:Write(said) end
                else
                  local data, err = conn:Read()
                  if err then conn:Close() return end
                  text = text .. data
                end
              end
            end)
          end
        end)
      end
      function page(text, more)
        return "HTTP/1.1 200 OK\\r\\n" .. (more or "") .. "Content-Length: " .. #text
          .. "\\r\\n\\r\\n"
          .. text
      end
      function elsewhere(code, location)
        return "HTTP/1.1 " .. code .. " Elsewhere\\r\\nLocation: " .. location
          .. "\\r\\nContent-Length: 4\\r\\n\\r\\ngone"
      end
      """;

  private static TestProject.Run run(String server, String client) {
    return new TestProject()
        .vm("server", "10.0.1.2/24", "server.lua")
        .vm("client", "10.0.1.3/24", "client.lua")
        .link("l", "server:eth0", "client:eth0", ", \"delay\": \"1ms\"")
        .script("server.lua", SERVER + server)
        .script("client.lua", "sleep(0.1)\n" + client)
        .with(
            ", \"until\": \"200s\", \"hosts\": { \"www.example.org\": \"10.0.1.2\","
                + " \"other.test\": \"10.0.1.2\" }")
        .run();
  }

  @Test
  void threeRequests_takeOneConnection() {
    TestProject.Run run =
        run(
            "serve(80, function(r) return page('this is ' .. r.line) end)",
            """
            for i = 1, 3 do
              local resp, err = http.Get("http://www.example.org/" .. i)
              print(resp.Status, resp.StatusCode, resp.Proto, resp.ContentLength)
              print(resp.Body:ReadAll())
            end
            """);
    assertEquals(
        """
        200 OK\t200\tHTTP/1.1\t23
        this is GET /1 HTTP/1.1\tnil
        200 OK\t200\tHTTP/1.1\t23
        this is GET /2 HTTP/1.1\tnil
        200 OK\t200\tHTTP/1.1\t23
        this is GET /3 HTTP/1.1\tnil
        """,
        run.console("client"));
    assertEquals("connection\n", run.console("server"));
    long opened =
        run.all(SimEvent.SocketUsed.class).stream()
            .filter(used -> used.operation().equals("connect"))
            .count();
    long syn =
        run.all(SimEvent.FrameSent.class).stream()
            .filter(sent -> FrameSummary.of(sent.frame()).text().contains("[SYN]"))
            .count();
    assertEquals("1 1", opened + " " + syn);
  }

  @Test
  void sameRunTwice_isTheSame() {
    String server = "serve(80, function(r) return page(r.line) end)";
    String client =
        """
        for i = 1, 3 do
          go(function() http.Get("http://www.example.org/" .. i).Body:ReadAll() end)
        end
        """;
    assertEquals(run(server, client).result(), run(server, client).result());
  }

  @Test
  void timeout_endsTheWaitForHeaders() {
    TestProject.Run run =
        run(
            "serve(80, function(r) sleep(0.08) return page('late') end)",
            """
            local client = http.Client{Timeout = 0.01}
            local before = os.clock
            local resp, err = client:Get("http://www.example.org/")
            print(resp, err, err:Timeout(), err.code)
            print(http.Get("http://www.example.org/").StatusCode)
            """);
    assertEquals(
        """
        nil\tGet "http://www.example.org/": context deadline exceeded (Client.Timeout exceeded \
        while awaiting headers)\ttrue\ttimeout
        200
        """,
        run.console("client"));
  }

  @Test
  void refusedConnection_isSaid() {
    TestProject.Run run =
        run(
            "",
            """
            print(select(2, http.Get("http://www.example.org:81/x")))
            print(select(2, http.Head("http://nobody.test/")))
            print(select(2, http.Get("ftp://www.example.org/")))
            print(select(2, http.Get("http://")))
            print(select(2, http.Get("http://a b/")))
            """);
    assertEquals(
        """
        Get "http://www.example.org:81/x": dial tcp 10.0.1.2:81: connection refused
        Head "http://nobody.test/": dial tcp: lookup nobody.test: no such host
        Get "ftp://www.example.org/": unsupported protocol scheme "ftp"
        Get "http:": http: no Host in request URL
        parse "http://a b/": invalid character " " in host name
        """,
        run.console("client"));
  }

  @Test
  void redirections_changeTheMethodAsGoDoes() {
    TestProject.Run run =
        run(
            """
            serve(80, function(r)
              print(r.line, r.head:match("Authorization: (%S+)"), r.head:match("Referer: (%S+)"),
                r.body)
              local code = r.line:match("/(30%d)")
              if code then return elsewhere(code, "/end") end
              if r.line:find("/away") then return elsewhere(302, "http://other.test/end") end
              if r.line:find("/loop") then return elsewhere(302, "/loop") end
              return page(r.line)
            end)
            """,
            """
            for _, code in ipairs{301, 302, 303, 307, 308} do
              local resp, err = http.Post("http://www.example.org/" .. code, "text/plain", "hi")
              print(resp.Body:ReadAll())
            end
            local req = http.NewRequest("GET", "http://www.example.org/away")
            req.Header:Set("Authorization", "secret")
            print(http.DefaultClient:Do(req).Request.URL)
            print(select(2, http.Get("http://www.example.org/loop")))
            local client = http.Client{CheckRedirect = function(req, via)
              print("check", req.URL, #via)
              if #via == 2 then return "enough" end
              if req.URL.Path == "/end" then return http.ErrUseLastResponse end
            end}
            print(client:Get("http://www.example.org/301").StatusCode)
            print(client:Get("http://www.example.org/loop"))
            """);
    assertEquals(
        """
        GET /end HTTP/1.1\tnil
        GET /end HTTP/1.1\tnil
        GET /end HTTP/1.1\tnil
        POST /end HTTP/1.1\tnil
        POST /end HTTP/1.1\tnil
        http://other.test/end
        Get "/loop": stopped after 10 redirects
        check\thttp://www.example.org/end\t1
        301
        check\thttp://www.example.org/loop\t1
        check\thttp://www.example.org/loop\t2
        nil\tGet "/loop": enough
        """,
        run.console("client"));
    String server = run.console("server");
    assertEquals(1, server.split("GET /away HTTP/1.1\tsecret\tnil", -1).length - 1, server);
    assertEquals(
        1, server.split("GET /end HTTP/1.1\tnil\thttp://www.example.org/away", -1).length - 1);
    assertEquals(2, server.split("POST /end HTTP/1.1\tnil\t\\S+\thi", -1).length - 1, server);
    assertEquals(10 + 2, server.split("GET /loop", -1).length - 1);
  }

  @Test
  void idleConnectionThatTheServerClosed_isNotUsed_orTriedAgain() {
    TestProject.Run run =
        run(
            """
            local count = 0
            serve(80, function(r, conn)
              count = count + 1
              print(r.line)
              if r.line:find("/last") then conn:Write(page("bye")) return false end
              -- The second request is on its way when the connection is closed.
              if count == 3 then conn:Close() return end
              return page(r.line)
            end)
            """,
            """
            local function get(path)
              local resp, err = http.Get("http://www.example.org" .. path)
              print(resp and resp.Body:ReadAll(), err)
            end
            get("/last")
            sleep(0.1)
            get("/a")
            get("/b")
            local resp, err = http.Post("http://www.example.org/c", "text/plain", "x")
            print(resp.Body:ReadAll())
            """);
    assertEquals(
        """
        bye\tnil
        GET /a HTTP/1.1\tnil
        GET /b HTTP/1.1\tnil
        POST /c HTTP/1.1\tnil
        """,
        run.console("client"));
    assertEquals(
        """
        connection
        GET /last HTTP/1.1
        connection
        GET /a HTTP/1.1
        GET /b HTTP/1.1
        connection
        GET /b HTTP/1.1
        POST /c HTTP/1.1
        """,
        run.console("server"));
  }

  @Test
  void cookies_areKeptAndSent() {
    TestProject.Run run =
        run(
            """
            serve(80, function(r)
              print(r.line, r.head:match("Cookie: ([^\\r]*)"))
              if r.line:find("/set") then
                return page("set", "Set-Cookie: a=1; Path=/\\r\\nSet-Cookie: b=2; Path=/deep\\r\\n"
                  .. "Set-Cookie: c=3; Max-Age=5; Path=/\\r\\nSet-Cookie: d=4; Secure; Path=/\\r\\n"
                  .. "Set-Cookie: e=5; Domain=other.test\\r\\n")
              end
              return page("ok")
            end)
            """,
            """
            local jar = http.CookieJar()
            local client = http.Client{Jar = jar}
            local resp = client:Get("http://www.example.org/set")
            for _, c in ipairs(resp:Cookies()) do print(c) end
            resp.Body:Close()
            client:Get("http://www.example.org/")
            client:Get("http://www.example.org/deep/er")
            client:Get("http://other.test/")
            sleep(6)
            client:Get("http://www.example.org/")
            http.Get("http://www.example.org/none")
            print(#jar:Cookies(url.Parse("https://www.example.org/")))
            local req = http.NewRequest("GET", "http://www.example.org/own")
            req:AddCookie(http.Cookie{Name = "own", Value = "x"})
            client:Do(req)
            """);
    assertEquals(
        """
        a=1; Path=/
        b=2; Path=/deep
        c=3; Path=/; Max-Age=5
        d=4; Path=/; Secure
        e=5; Domain=other.test
        2
        """,
        run.console("client"));
    assertEquals(
        """
        GET /set HTTP/1.1\tnil
        GET / HTTP/1.1\ta=1; c=3
        GET /deep/er HTTP/1.1\tb=2; a=1; c=3
        GET / HTTP/1.1\tnil
        GET / HTTP/1.1\ta=1
        GET /none HTTP/1.1\tnil
        GET /own HTTP/1.1\town=x; a=1
        """,
        run.console("server").replace("connection\n", ""));
  }

  @Test
  void bodies_goPieceByPiece_bothWays() {
    TestProject.Run run =
        run(
            """
            serve(80, function(r, conn)
              print(r.line, r.head:match("Transfer%-Encoding: (%S+)"),
                r.head:match("Content%-Length: (%S+)"))
              print((r.body:gsub("\\r\\n", "|")))
              conn:Write("HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n")
              for i = 1, 3 do
                sleep(1)
                conn:Write("5\\r\\nhello\\r\\n")
              end
              conn:Write("0\\r\\n\\r\\n")
            end)
            """,
            """
            local n = 0
            local req = http.NewRequest("POST", "http://www.example.org/", function()
              n = n + 1
              sleep(0.5)
              if n <= 3 then return "piece" .. n end
            end)
            local resp, err = http.DefaultClient:Do(req)
            print(os.time() % 60, resp.ContentLength, resp.TransferEncoding[1])
            while true do
              local data, err = resp.Body:Read(100)
              print(os.time() % 60, data, err)
              if err then break end
            end
            local resp = http.PostForm("http://www.example.org/form", {b = {"1", "2"}, a = "x y"})
            print(resp.Body:ReadAll())
            """);
    assertEquals(
        """
        2\t-1\tchunked
        3\thello\tnil
        4\thello\tnil
        5\thello\tnil
        5\tnil\tEOF
        hellohellohello\tnil
        """,
        run.console("client"));
    assertEquals(
        """
        connection
        POST / HTTP/1.1\tchunked\tnil
        6|piece1|6|piece2|6|piece3|0||
        POST /form HTTP/1.1\tnil\t13
        a=x+y&b=1&b=2
        """,
        run.console("server"));
  }

  @Test
  void timeout_endsABodyInTheMiddle() {
    TestProject.Run run =
        run(
            """
            serve(80, function(r, conn)
              conn:Write("HTTP/1.1 200 OK\\r\\nContent-Length: 100\\r\\n\\r\\nbegin")
              sleep(10)
              if r.line:find("/cut") then return false end
            end)
            """,
            """
            local client = http.Client{Timeout = 2}
            local resp = client:Get("http://www.example.org/")
            print(resp.Body:Read())
            print(resp.Body:Read())
            print(os.time() % 60)
            local resp = http.Get("http://www.example.org/cut")
            print(resp.Body:ReadAll())
            resp.Body:Close()
            print(resp.Body:Read())
            """);
    assertEquals(
        """
        begin\tnil
        nil\tcontext deadline exceeded (Client.Timeout or context cancellation while reading body)
        2
        nil\tunexpected EOF
        nil\thttp: invalid Read on closed Body
        """,
        run.console("client"));
  }

  @Test
  void headersThatWouldSplitTheMessage_areRefused() {
    TestProject.Run run =
        run(
            "serve(80, function(r) print(r.line) return page('x') end)",
            """
            local req = http.NewRequest("GET", "http://www.example.org/")
            req.Header["X-A"] = {"a\\r\\nX-B: c"}
            print(http.DefaultClient:Do(req))
            local req = http.NewRequest("GET", "http://www.example.org/")
            req.Header["X A"] = "b"
            print(http.DefaultClient:Do(req))
            print(http.NewRequest("G ET", "http://www.example.org/"))
            local req = http.NewRequest("GET", "http://www.example.org/")
            req.Host = "a\\r\\nb"
            print(http.DefaultClient:Do(req))
            """);
    assertEquals(
        """
        nil\tGet "http://www.example.org/": net/http: invalid header field value for "X-A"
        nil\tGet "http://www.example.org/": net/http: invalid header field name "X A"
        nil\tnet/http: invalid method "G ET"
        nil\tGet "http://www.example.org/": http: invalid Host header
        """,
        run.console("client"));
    assertEquals("", run.console("server"));
  }

  @Test
  void transport_limitsItsConnections() {
    TestProject.Run run =
        run(
            "serve(80, function(r) sleep(1) return page('x') end)",
            """
            local function ten(transport)
              local client, left = http.Client{Transport = transport}, 4
              for i = 1, 4 do
                go(function()
                  client:Get("http://www.example.org/").Body:ReadAll()
                  left = left - 1
                end)
              end
              while left > 0 do sleep(0.1) end
              print(os.time() % 60)
            end
            ten(http.Transport{MaxConnsPerHost = 1})
            ten(http.Transport{})
            ten(http.Transport{DisableKeepAlives = true})
            print(pcall(http.Transport, {MaxIdle = 3}))
            """);
    assertEquals(
        """
        4
        5
        6
        false\tbad argument #1 to 'http.Transport' (a Transport has no field MaxIdle; it has \
        MaxIdleConns, MaxIdleConnsPerHost, MaxConnsPerHost, IdleConnTimeout, DisableKeepAlives, \
        Proxy, TLSClientConfig)
        """,
        run.console("client"));
    assertEquals("connection\n".repeat(1 + 4 + 4), run.console("server"));
  }

  @Test
  void headAndEmptyAnswers_haveNoBody() {
    TestProject.Run run =
        run(
            """
            serve(80, function(r)
              if r.line:find("^HEAD") then
                return "HTTP/1.1 200 OK\\r\\nContent-Length: 50\\r\\n\\r\\n"
              end
              if r.line:find("/204") then return "HTTP/1.1 204 No Content\\r\\n\\r\\n" end
              if r.line:find("/304") then
                return "HTTP/1.1 304 Not Modified\\r\\nContent-Length: 9\\r\\n\\r\\n"
              end
              if r.line:find("/early") then
                return "HTTP/1.1 100 Continue\\r\\n\\r\\n"
                  .. "HTTP/1.1 103 Early Hints\\r\\nLink: x\\r\\n\\r\\n" .. page("x")
              end
              if r.line:find("/bad") then return "HTTX 200\\r\\n\\r\\n" end
              return "HTTP/1.0 200 OK\\r\\n\\r\\nto the end", false
            end)
            """,
            """
            for _, ask in ipairs{"HEAD /x", "GET /204", "GET /304", "GET /early"} do
              local method, path = ask:match("(%S+) (%S+)")
              local req = http.NewRequest(method, "http://www.example.org" .. path)
              local resp, err = http.DefaultClient:Do(req)
              print(resp.Status, resp.ContentLength, resp.Body:ReadAll())
            end
            print(http.Get("http://www.example.org/bad"))
            """);
    assertEquals(
        """
        200 OK\t50\t\tnil
        204 No Content\t0\t\tnil
        304 Not Modified\t0\t\tnil
        200 OK\t1\tx\tnil
        nil\tGet "http://www.example.org/bad": net/http: HTTP/1.x transport connection broken: \
        not an HTTP answer
        """,
        run.console("client"));
    assertEquals("connection\n", run.console("server"));
  }
}
