package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `http.ListenAndServe` and what handlers can do, seen by raw clients.
class GoHttpServerTest {
  /// For clients: `ask(text)` sends octets on a new connection and gives all that comes back.
  static final String CLIENT =
      """
      local function ask(text, port)
        local conn = assert(net.Dial("tcp", "web:" .. (port or 80)))
        conn:Write(text)
        local all = {}
        while true do
          local data, err = conn:Read()
          if not data then break end
          all[#all + 1] = data
        end
        conn:Close()
        return (table.concat(all):gsub("Date: [^\\r]*\\r\\n", ""):gsub("\\r", ""))
      end
      local function get(path, more, method)
        return ask((method or "GET") .. " " .. path .. " HTTP/1.1\\r\\nHost: web\\r\\n"
          .. (more or "") .. "Connection: close\\r\\n\\r\\n")
      end
      """;

  static TestProject.Run run(String server, String client) {
    return new TestProject()
        .vm("web", "10.0.0.2/24", "server.lua")
        .vm("a", "10.0.0.1/24", "client.lua")
        .link("l", "web:eth0", "a:eth0", ", \"delay\": \"1ms\"")
        .script("server.lua", server)
        .script("client.lua", "sleep(0.01)\n" + CLIENT + client)
        .run();
  }

  @Test
  void handler_answersWithWhatItWrites() {
    TestProject.Run run =
        run(
            """
            http.HandleFunc("/hello", function(w, r)
              w:Header():Set("X-Who", r.Host)
              w:Write("Hello, " .. r.URL:Query():Get("name") .. "!")
            end)
            assert(http.ListenAndServe(":80"))
            """,
            """
            print(get("/hello?name=Bob"))
            print(get("/none"))
            """);
    assertEquals(
        """
        HTTP/1.1 200 OK
        X-Who: web
        Content-Type: text/plain; charset=utf-8
        Connection: close
        Content-Length: 11

        Hello, Bob!
        HTTP/1.1 404 Not Found
        Content-Type: text/plain; charset=utf-8
        X-Content-Type-Options: nosniff
        Connection: close
        Content-Length: 19

        404 page not found

        """,
        run.console("a"));
    assertEquals("", run.console("web"));
  }

  @Test
  void requestsOnOneConnection_areServedInTurn() {
    TestProject.Run run =
        run(
            """
            local served = 0
            http.HandleFunc("/", function(w, r)
              served = served + 1
              w:Write(r.Method .. " " .. r.URL.Path .. " " .. served .. " " .. r.Body:ReadAll())
            end)
            assert(http.ListenAndServe(":80"))
            """,
            """
            local conn = assert(net.Dial("tcp", "web:80"))
            local function answer()
              local text = ""
              while true do
                local head, length = text:match("^(.-\\r\\n\\r\\n)()")
                local octets = head and tonumber(head:match("Content%-Length: (%d+)"))
                if octets and #text >= length - 1 + octets then return text:sub(length) end
                text = text .. assert(conn:Read())
              end
            end
            conn:Write("GET /a HTTP/1.1\\r\\nHost: web\\r\\n\\r\\n") print(answer())
            conn:Write("POST /b HTTP/1.1\\r\\nHost: web\\r\\nContent-Length: 2\\r\\n\\r\\nhi")
              print(answer())
            conn:Write("PUT /c HTTP/1.1\\r\\nHost: web\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n"
              .. "3\\r\\none\\r\\n4\\r\\n two\\r\\n0\\r\\n\\r\\n") print(answer())
            conn:Close()
            """);
    assertEquals("GET /a 1 \nPOST /b 2 hi\nPUT /c 3 one two\n", run.console("a"));
    assertEquals(1, connections(run));
  }

  /// Connections that were opened: accepted by the server.
  private static long connections(TestProject.Run run) {
    return run.all(SimEvent.SocketUsed.class).stream()
        .filter(each -> each.operation().equals("accept"))
        .count();
  }

  @Test
  void pipelinedRequests_areAnsweredInOrder() {
    TestProject.Run run =
        run(
            """
            http.HandleFunc("/slow", function(w) sleep(0.5) w:Write("slow") end)
            http.HandleFunc("/fast", function(w) w:Write("fast") end)
            http.ListenAndServe(":80")
            """,
            """
            local all = ask(("GET /%s HTTP/1.1\\r\\nHost: h\\r\\n%s\\r\\n"):format("slow", "")
              .. ("GET /%s HTTP/1.1\\r\\nHost: h\\r\\n%s\\r\\n"):format("fast", "")
              .. ("GET /%s HTTP/1.1\\r\\nHost: h\\r\\n%s\\r\\n"):format("none",
                "Connection: close\\r\\n"))
            local order = {}
            for word in all:gmatch("\\n\\n(%w%w%w)") do order[#order + 1] = word end
            print(table.concat(order, " "))
            """);
    assertEquals("slo fas 404\n", run.console("a"));
  }

  @Test
  void longAnswer_leavesInChunksWhileItIsWritten() {
    TestProject.Run run =
        run(
            """
            http.HandleFunc("/", function(w, r)
              w:Write("one") w:Flush()
              sleep(1)
              w:Write("two") w:Flush()
              sleep(1)
              print(w:Write(("x"):rep(3000)))
            end)
            http.ListenAndServe(":80")
            """,
            """
            local conn = assert(net.Dial("tcp", "web:80"))
            conn:Write("GET / HTTP/1.1\\r\\nHost: h\\r\\nConnection: close\\r\\n\\r\\n")
            local first = conn:Read()
            print(first:match("Transfer%-Encoding: %w+"), first:match("Content%-Length"),
              os.time() % 10)
            print((first:match("\\r\\n\\r\\n(.*)$"):gsub("\\r\\n", "|")))
            print((conn:Read():gsub("\\r\\n", "|")), os.time() % 10)
            local rest = ""
            for data in function() return (conn:Read()) end do rest = rest .. data end
            print(#rest, rest:sub(1, 5) == "bb8\\r\\n", rest:sub(-9) == "xx\\r\\n0\\r\\n\\r\\n")
            """);
    assertEquals(
        """
        Transfer-Encoding: chunked\tnil\t0
        3|one|
        3|two|\t1
        3012\ttrue\ttrue
        """,
        run.console("a"));
    assertEquals("3000\tnil\n", run.console("web"));
  }

  @Test
  void slowClient_holdsTheWriterBack() {
    TestProject.Run run =
        run(
            """
            local written = 0
            http.HandleFunc("/", function(w, r)
              local piece = ("x"):rep(10000)
              for i = 1, 300 do
                assert(w:Write(piece))
                written = written + #piece
              end
            end)
            go(function() sleep(5) print(written < 1000000 and written > 0,
              collectgarbage("count") < 1000) end)
            http.ListenAndServe(":80")
            """,
            """
            local conn = assert(net.Dial("tcp", "web:80"))
            conn:Write("GET / HTTP/1.1\\r\\nHost: h\\r\\nConnection: close\\r\\n\\r\\n")
            sleep(10)
            local octets = 0
            for data in function() return (conn:Read(65536)) end do octets = octets + #data end
            print(octets > 3000000, octets < 3030000)
            """);
    assertEquals("true\ttrue\n", run.console("web"));
    assertEquals("true\ttrue\n", run.console("a"));
  }

  @Test
  void clientThatGoes_isToldToTheWriter() {
    TestProject.Run run =
        run(
            """
            http.HandleFunc("/", function(w, r)
              local n, err
              repeat n, err = w:Write(("x"):rep(10000)) until err
              print(n, err)
              print(w:Write("more"))
            end)
            http.ListenAndServe(":80")
            """,
            """
            local conn = assert(net.Dial("tcp", "web:80"))
            conn:Write("GET / HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n")
            sleep(1)
            conn:Close()
            """);
    assertEquals("nil\tbroken pipe\nnil\tbroken pipe\n", run.console("web"));
  }

  @Test
  void answersWithoutBody_haveNone() {
    TestProject.Run run =
        run(
            """
            http.HandleFunc("/empty", function(w) end)
            http.HandleFunc("/short", function(w) w:Write("<p>five") end)
            http.HandleFunc("/long", function(w) w:Write(("x"):rep(5000)) end)
            http.HandleFunc("/204", function(w) w:WriteHeader(204) print(w:Write("no")) end)
            http.HandleFunc("/304", function(w) w:WriteHeader(304) end)
            http.HandleFunc("/said", function(w) w:Header():Set("content-length", 99) end)
            http.ListenAndServe(":80")
            """,
            """
            for _, path in ipairs{"/empty", "/204", "/304"} do print(get(path)) end
            for _, path in ipairs{"/short", "/long", "/said"} do print(get(path, "", "HEAD")) end
            """);
    assertEquals(
        """
        HTTP/1.1 200 OK
        Connection: close
        Content-Length: 0


        HTTP/1.1 204 No Content
        Connection: close


        HTTP/1.1 304 Not Modified
        Connection: close


        HTTP/1.1 200 OK
        Content-Type: text/html; charset=utf-8
        Connection: close
        Content-Length: 7


        HTTP/1.1 200 OK
        Content-Type: text/plain; charset=utf-8
        Connection: close


        HTTP/1.1 200 OK
        Connection: close
        Content-Length: 99


        """,
        run.console("a"));
    assertEquals(
        "nil\thttp: request method or response status code does not allow body\n",
        run.console("web"));
  }

  @Test
  void failingHandler_endsItsConnectionAndNothingElse() {
    TestProject.Run run =
        run(
            """
            http.HandleFunc("/early", function(w) w:Write("held back") error("no luck") end)
            http.HandleFunc("/late", function(w) w:Write("seen") w:Flush() local x = nil + 1 end)
            http.HandleFunc("/abort", function(w) error(http.ErrAbortHandler) end)
            http.HandleFunc("/fine", function(w) w:Write("fine") end)
            http.ListenAndServe(":80")
            """,
            """
            print(get("/early"))
            print((get("/late"):match("\\n\\n(.*)")))
            print("[" .. get("/abort") .. "]")
            print((get("/fine"):match("\\n\\n(.*)")))
            """);
    assertEquals(
        """
        HTTP/1.1 500 Internal Server Error
        Content-Type: text/plain; charset=utf-8
        Connection: close
        Content-Length: 22

        Internal Server Error

        4
        seen

        []
        fine
        """,
        run.console("a"));
    String said = run.console("web");
    assertTrue(said.contains("http: panic serving 10.0.0.1:"), said);
    assertTrue(said.contains("scripts/server.lua:1: no luck\nstack traceback:"), said);
    assertTrue(said.contains("attempt to perform arithmetic on a nil value"), said);
    assertFalse(said.contains("abort"), said);
  }

  /// Handlers that say heads of their own, some of them wrong.
  private static final String HEADS =
      """
      http.HandleFunc("/", function(w)
        w:Header():Set("X-A", "one\\r\\nX-Evil: yes")
        w:Header()["Content-Type"] = {}
        w:WriteHeader(418)
        w:Header():Set("X-Late", "2")
        w:WriteHeader(200)
        w:Write("text")
      end)
      http.HandleFunc("/bad", function(w) print(pcall(w.WriteHeader, w, 99)) end)
      http.HandleFunc("/short", function(w) w:Header():Set("Content-Length", "10")
        w:Write("abc") end)
      http.HandleFunc("/more", function(w)
        w:Header():Set("Content-Length", "2")
        print(w:Write("abc"))
        print(w:Write("ab"))
      end)
      http.HandleFunc("/hints", function(w)
        w:Header():Set("Link", "</x.css>")
        w:WriteHeader(103)
        w:Write("late")
      end)
      http.ListenAndServe(":80")
      """;

  @Test
  void headThatIsSaid_staysAsItIs() {
    TestProject.Run run =
        run(
            HEADS,
            """
            print(get("/"))
            get("/bad")
            print(get("/short"))
            print(get("/more"))
            print(get("/hints"))
            """);
    assertEquals(
        """
        HTTP/1.1 418 I'm a teapot
        X-A: one  X-Evil: yes
        Connection: close
        Content-Length: 4

        text
        HTTP/1.1 200 OK
        Content-Type: text/plain; charset=utf-8
        Connection: close
        Content-Length: 10

        abc
        HTTP/1.1 200 OK
        Content-Type: text/plain; charset=utf-8
        Connection: close
        Content-Length: 2

        ab
        HTTP/1.1 103 Early Hints
        Link: </x.css>

        HTTP/1.1 200 OK
        Link: </x.css>
        Content-Type: text/plain; charset=utf-8
        Connection: close
        Content-Length: 4

        late
        """,
        run.console("a"));
    assertEquals(
        """
        http: superfluous response.WriteHeader call from scripts/server.lua:6
        false\tinvalid WriteHeader code 99
        nil\thttp: wrote more than the declared Content-Length
        2\tnil
        """,
        run.console("web"));
  }

  @Test
  void oldClient_getsAnEndInsteadOfChunks() {
    TestProject.Run run =
        run(
            """
            http.HandleFunc("/", function(w, r) w:Write(r.Proto .. ("x"):rep(2100)) end)
            http.ListenAndServe(":80")
            """,
            """
            local all = ask("GET / HTTP/1.0\\r\\n\\r\\n")
            print(all:match("Transfer"), all:match("Content%-Length"),
              all:match("Connection: %w+"), #all:match("\\n\\n(.*)"))
            """);
    assertEquals("nil\tnil\tConnection: close\t2108\n", run.console("a"));
  }

  @Test
  void manyClientsAtOnce_areServedAtOnce() {
    TestProject.Run run =
        run(
            """
            http.HandleFunc("/", function(w, r) sleep(1) w:Write(r.URL.RawQuery) end)
            http.ListenAndServe(":80")
            """,
            """
            assert(net.Dial("tcp", "web:80")):Close()
            local begun, all, done = os.time(), {}, 0
            for i = 1, 20 do
              go(function()
                all[i] = get("/?" .. i):match("\\n\\n(.*)")
                done = done + 1
              end)
            end
            while done < 20 do sleep(0.1) end
            print(table.concat(all, " "), os.time() - begun)
            """);
    assertEquals("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20\t1\n", run.console("a"));
  }

  @Test
  void sequentialRequests_areAllAnswered() {
    TestProject.Run run =
        run(
            """
            http.HandleFunc("/", function(w) w:Write("OK") end)
            http.ListenAndServe(":80")
            """,
            """
            local good = 0
            for i = 1, 105 do
              if get("/"):sub(-4) == "\\n\\nOK" then good = good + 1 end
            end
            print(good)
            """);
    assertEquals("105\n", run.console("a"));
  }

  @Test
  void close_endsServingAndItsConnections() {
    TestProject.Run run =
        run(
            """
            local server = http.Server{Addr = ":80", Handler = function(w) sleep(100) end}
            go(function() sleep(2) print(server:Close()) end)
            local ok, err = server:ListenAndServe()
            print(ok, err, err == http.ErrServerClosed, os.time() % 10)
            print(server:ListenAndServe())
            print(server.Addr, pcall(function() server.Adr = ":1" end))
            """,
            """
            print("[" .. get("/") .. "]", os.time() % 10)
            print(net.Dial("tcp", "web:80"))
            """);
    assertEquals(
        """
        nil
        nil\thttp: Server closed\ttrue\t2
        nil\thttp: Server closed
        :80\tfalse\tscripts/server.lua:6: bad argument #2 to '__newindex' (a Server has no Adr; it \
        has Addr, Handler)
        """,
        run.console("web"));
    assertEquals("[]\t2\nnil\tconnection refused\n", run.console("a"));
  }

  @Test
  void shutdown_letsThoseUnderWayFinish() {
    TestProject.Run run =
        run(
            """
            local server = http.Server{Addr = ":80"}
            server.Handler = function(w) sleep(3) w:Write("done") end
            go(function() sleep(1) print(server:Shutdown(1)) print(server:Shutdown())
              print(os.time() % 10) end)
            print(server:ListenAndServe())
            """,
            """
            print((get("/"):match("\\n\\n(.*)")), os.time() % 10)
            """);
    assertEquals("nil\thttp: Server closed\ni/o timeout\nnil\n3\n", run.console("web"));
    assertEquals("done\t3\n", run.console("a"));
  }

  @Test
  void whatCannotBeServed_isSaid() {
    TestProject.Run run =
        run(
            """
            local l = assert(net.Listen("tcp", ":80"))
            print(http.ListenAndServe(":80"))
            print(http.ListenAndServe("nowhere:80"))
            print(http.ListenAndServe("80"))
            print(http.ListenAndServeTLS(":443", "/no.crt", "/no.key"))
            print(pcall(http.ListenAndServeTLS, ":443", "/no.crt"))
            print(pcall(http.ListenAndServe, ":81", "handler"))
            go(function() sleep(0.1) l:Close() end)
            print(http.Serve(l))
            print(http.Serve(l))
            """,
            "");
    assertEquals(
        """
        nil\taddress already in use
        nil\tlookup nowhere failed
        nil\taddress 80: missing port in address
        nil\ttls: cannot open /no.crt
        false\tbad argument #2 to 'http.ListenAndServeTLS' (a certificate and its key, or neither)
        false\tbad argument #2 to 'http.ListenAndServe' (function or table with ServeHTTP \
        expected, got string)
        nil\tuse of closed network connection
        nil\tuse of closed network connection
        """,
        run.console("web"));
  }

  @Test
  void emptyAddress_isTheUsualPort() {
    TestProject.Run run =
        run(
            """
            go(function() http.ListenAndServe("", function(w) w:Write("8080") end) end)
            http.ListenAndServeTLS("", nil, nil, function(w, r) w:Write("443") end)
            """,
            """
            print((ask("GET / HTTP/1.0\\r\\n\\r\\n", 8080):match("\\n\\n(.*)")))
            local conn = assert(tls.Dial("tcp", "web:443"))
            conn:Write("GET / HTTP/1.1\\r\\nHost: web\\r\\nConnection: close\\r\\n\\r\\n")
            local all = ""
            for data in function() return (conn:Read()) end do all = all .. data end
            print((all:match("\\r\\n\\r\\n(.*)")))
            """);
    assertEquals("8080\n443\n", run.console("a"));
  }

  @Test
  void plainTextOnATlsPort_isNoticed() {
    TestProject.Run run =
        run(
            "http.ListenAndServeTLS(':443')",
            """
            print((ask("GET / HTTP/1.0\\r\\n\\r\\n", 443):match("\\n\\n(.*)\\n")))
            """);
    assertEquals("Client sent an HTTP request to an HTTPS server.\n", run.console("a"));
    String said = run.console("web");
    assertTrue(said.startsWith("http: TLS handshake error from 10.0.0.1:"), said);
    assertTrue(said.endsWith("client sent an HTTP request to an HTTPS server\n"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET\r\n\r\n",
        "GET / HTTP/1.1 x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nBad Name: 1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "\u0016\u0003\u0001\u0002\u0000\r\n\r\n",
      })
  void hostileRequest_isRefusedWithoutAHandler(String request) {
    StringBuilder escaped = new StringBuilder();
    request.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\%03d", c)));
    TestProject.Run run =
        run(
            """
            http.HandleFunc("/", function(w) print("served") end)
            http.ListenAndServe(":80")
            """,
            "print((ask(\"" + escaped + "\"):match('^[^\\n]*')))");
    assertEquals("HTTP/1.1 400 Bad Request\n", run.console("a"));
    assertEquals("", run.console("web"));
  }

  @Test
  void listenersOfScripts_areServed() {
    TestProject.Run run =
        run(
            """
            local l = assert(net.Listen("tcp", ":0"))
            go(function() print(http.Serve(l, function(w, r) w:Write(r.RemoteAddr:match("^[^:]+"))
              end)) end)
            local conn = assert(net.Dial("tcp", "localhost:" .. l:Addr().Port))
            conn:Write("GET / HTTP/1.0\\r\\n\\r\\n")
            print((conn:Read():match("\\n\\r\\n(.*)")))
            l:Close()
            local secure = assert(net.Listen("tcp", ":444"))
            local server = http.Server{Handler = function(w, r) w:Write("secret") end}
            go(function() print(server:ServeTLS(secure)) end)
            sleep(0.1)
            print(server:Serve(secure))
            local conn = assert(tls.Dial("tcp", "localhost:444", {ServerName = "web"}))
            conn:Write("GET / HTTP/1.0\\r\\n\\r\\n")
            print((conn:Read():match("\\n\\r\\n(.*)")))
            server:Close()
            """,
            "");
    assertEquals(
        """
        127.0.0.1
        nil\tuse of closed network connection
        nil\thttp: Server closed
        secret
        nil\thttp: Server closed
        """,
        run.console("web"));
  }

  @Test
  void unixListener_isServed() {
    TestProject.Run run =
        run(
            """
            local l = assert(net.Listen("unix", "/tmp/http.sock"))
            go(http.Serve, l, function(w, r) w:Write(r.RemoteAddr .. " " .. r.URL.Path) end)
            for i = 1, 2 do
              local conn = assert(net.Dial("unix", "/tmp/http.sock"))
              conn:Write("GET /" .. i .. " HTTP/1.0\\r\\n\\r\\n")
              print((conn:Read():match("\\n\\r\\n(.*)")))
              conn:Close()
            end
            l:Close()
            """,
            "");
    assertEquals("@ /1\n@ /2\n", run.console("web"));
  }

  @Test
  void sameProject_givesTheSameHash() {
    String server =
        """
        http.HandleFunc("/", function(w, r) w:Write(("x"):rep(5000)) end)
        http.ListenAndServe(":80")
        """;
    String client = "for i = 1, 3 do print(#get('/')) end";
    assertEquals(run(server, client).result().hash(), run(server, client).result().hash());
  }
}
