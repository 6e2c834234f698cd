package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The mux and the handlers that come with `http`, and what requests know of themselves.
class GoHttpHandlersTest {
  private static final String NO_PORTS =
      "is not supported on the browser platform; a page cannot open ports: let a machine of the"
          + " platform native serve, and go there with net.Dial(\"ws\", url) or http.Get(url)";

  private static String client(String server, String client) {
    TestProject.Run run =
        GoHttpServerTest.run(server + "\nassert(http.ListenAndServe(':80'))", client);
    return run.console("a") + run.console("web");
  }

  @ParameterizedTest
  @CsvSource({
    "/,                   [/]",
    "/exact,              [/exact]",
    "/exact/,             [/]",
    "/exact/x,            [/]",
    "/api/,               [/api/]",
    "/api/x/y,            [/api/]",
    "/api/v1/,            [/api/v1/]",
    "/api/v1/users,       [/api/v1/]",
    "/api/v1/users/7,     [/api/v1/]",
    "/api/v1,             [/api/]",
    "/api,                [/]",
    "/api/v1/one,         [/api/v1/one]",
    "/api/v1/one?q=/exact, [/api/v1/one]",
    "//exact,             [/]",
    "/a/../exact,         [/]",
    "/%65xact,            [/]",
    "http://other/exact,  [/exact]",
  })
  void path_isServedByTheLongestPattern(String target, String expected) {
    assertEquals(
        expected + "\n",
        client(
            """
            for _, pattern in ipairs{"/", "/exact", "/api/", "/api/v1/", "/api/v1/one"} do
              http.HandleFunc(pattern, function(w, r)
                assert(r.Pattern == pattern)
                w:Write("[" .. pattern .. "]")
              end)
            end
            """,
            "print((get('" + target + "'):match('\\n\\n(.*)')))"));
  }

  @Test
  void wrongRegistration_raises() {
    assertEquals(
        """
        scripts/server.lua:3: http: multiple registrations for /a
        scripts/server.lua:4: http: invalid pattern "a": it has to begin with /
        scripts/server.lua:5: http: invalid pattern "": it has to begin with /
        scripts/server.lua:6: http: invalid pattern "GET /x": it has to begin with /
        scripts/server.lua:7: bad argument #2 to 'HandleFunc' (http: nil handler)
        scripts/server.lua:8: bad argument #2 to 'Handle' (function or table with ServeHTTP \
        expected, got string)
        """,
        client(
            """
            local mux, f, e = http.NewServeMux(), print, function(_, text) end
            mux:Handle("/a", f)
            print(select(2, pcall(function() mux:Handle("/a", f) end)))
            print(select(2, pcall(function() mux:Handle("a", f) end)))
            print(select(2, pcall(function() mux:Handle("", f) end)))
            print(select(2, pcall(function() mux:Handle("GET /x", f) end)))
            print(select(2, pcall(function() mux:HandleFunc("/b") end)))
            print(select(2, pcall(function() mux:Handle("/b", "f") end)))
            """,
            ""));
  }

  @Test
  void handlers_areFunctionsOrValuesWithServeHttp() {
    assertEquals(
        """
        table
        class
        mux
        made
        called
        /api/
        nothing
        """,
        client(
                """
                local Class = {}
                Class.__index = Class
                function Class:ServeHTTP(w, r) w:Write(self.name) end
                local lazy = setmetatable({}, {__index = function(t, k) return function(_, w)
                  w:Write("class") end end})
                local inner = http.NewServeMux()
                inner:HandleFunc("/mux/x", function(w) w:Write("mux") end)
                local made = http.HandlerFunc(function(w, r) w:Write("made") end)
                http.Handle("/table", {ServeHTTP = function(self, w, r) w:Write("table") end})
                http.Handle("/lazy", lazy)
                http.Handle("/mux/", inner)
                http.Handle("/made", function(w, r) made:ServeHTTP(w, r) end)
                http.Handle("/called", http.HandlerFunc(function(w, r) w:Write("called") end))
                http.Handle("/which", function(w, r)
                  r.RequestURI = "/api/x"
                  local mux = http.NewServeMux()
                  mux:Handle("/api/", made)
                  local handler, pattern = mux:Handler(r)
                  w:Write(pattern)
                end)
                http.Handle("/nothing", {})
                """,
                """
                for _, path in ipairs{"table", "lazy", "mux/x", "made", "called", "which"} do
                  print((get("/" .. path):match("\\n\\n(.*)")))
                end
                print(get("/nothing"):match("500") and "nothing")
                """)
            .replaceAll("(?s)http: panic.*", ""));
  }

  @Test
  void redirect_goesWhereGoSends() {
    assertEquals(
        """
        301\thttp://other/x
        302\t/b
        302\t/dir/b?q=1
        303\t/
        307\t/dir/%C3%A9/
        <a href="/b?x=1&amp;y=2">Found</a>.

        308\t/moved
        """,
        client(
            """
            local function to(path, url, code)
              http.HandleFunc(path, function(w, r) http.Redirect(w, r, url, code) end)
            end
            to("/a", "http://other/x", 301)
            to("/dir/c", "../b", http.StatusFound)
            to("/dir/d", "b?q=1", 302)
            to("/dir/e", "../..", 303)
            to("/dir/f", "é/", 307)
            to("/g", "/b?x=1&y=2", 302)
            http.Handle("/h", http.RedirectHandler("/moved", 308))
            """,
            """
            for _, path in ipairs{"/a", "/dir/c", "/dir/d", "/dir/e", "/dir/f"} do
              local all = get(path)
              print(all:match("HTTP/1.1 (%d+)"), all:match("Location: (%S+)"))
            end
            print((get("/g"):match("\\n\\n(.*)\\n")))
            local all = get("/h", "", "POST")
            print(all:match("HTTP/1.1 (%d+)"), all:match("Location: (%S+)") ..
              all:match("\\n\\n(.*)"))
            """));
  }

  @Test
  void cookies_comeAndGo() {
    assertEquals(
        """
        a=1
        b="2 3"; Path=/; HttpOnly
        x\t7\t2
        nil\thttp: named cookie not present\ttrue
        x=7; y="a b"; z=9
        """,
        client(
            """
            http.HandleFunc("/set", function(w, r)
              http.SetCookie(w, {Name = "a", Value = "1"})
              http.SetCookie(w, http.Cookie{Name = "b", Value = "2 3", Path = "/", HttpOnly = true})
              http.SetCookie(w, {Name = "c;d", Value = "unsafe"})
            end)
            http.HandleFunc("/get", function(w, r)
              local c = r:Cookie("x")
              print(c.Name, c.Value, #r:Cookies())
              local none, err = r:Cookie("none")
              print(none, err, err == http.ErrNoCookie)
              r:AddCookie{Name = "z", Value = 9}
              print(r.Header:Get("Cookie"))
            end)
            """,
            """
            for line in get("/set"):gmatch("Set%-Cookie: ([^\\n]*)") do print(line) end
            get("/get", 'Cookie: x=7; y="a b"\\r\\n')
            """));
  }

  @Test
  void forms_areReadFromBodyAndQuery() {
    assertEquals(
        """
        body\t2\tquery\tonly\t&=ü
        body\tnil
        query\tnil\t0
        missing\tinvalid URL escape "%zz"\tquery
        plain\tquery
        """
            .replace("missing\t", ""),
        client(
            """
            http.HandleFunc("/", function(w, r)
              if r.Method == "GET" then
                print(r:FormValue("a"), r:ParseForm(), #r.PostForm["a"] == 0 and 0 or 1)
                return
              end
            end)
            http.HandleFunc("/form", function(w, r)
              print(r:FormValue("a"), #r.Form.a, r.Form.a[2], r:FormValue("b"), r:FormValue("c d"))
              print(r:PostFormValue("a"), r:PostFormValue("b") == "" and nil)
            end)
            http.HandleFunc("/bad", function(w, r)
              print(r:ParseForm(), r:FormValue("a"))
            end)
            http.HandleFunc("/plain", function(w, r)
              print(r.Body and "plain", r:FormValue("a"))
            end)
            """
                .replace("#r.PostForm[\"a\"] == 0 and 0 or 1", "r.PostForm.a and 1 or 0"),
            """
            local function post(path, body, type)
              return get(path, "Content-Type: " .. (type or "application/x-www-form-urlencoded")
                .. "\\r\\nContent-Length: " .. #body .. "\\r\\n", "POST") , body
            end
            local function send(path, body, type)
              ask("POST " .. path ..
                " HTTP/1.1\\r\\nHost: h\\r\\nConnection: close\\r\\nContent-Type: "
                .. (type or "application/x-www-form-urlencoded; charset=utf-8")
                .. "\\r\\nContent-Length: " .. #body .. "\\r\\n\\r\\n" .. body)
            end
            send("/form?a=query&b=only", "a=body&c+d=%26%3D%C3%BC")
            get("/?a=query")
            send("/bad?a=query", "b=%zz")
            send("/plain?a=query", "a=body", "text/plain")
            """));
  }

  @Test
  void request_knowsItself() {
    assertEquals(
        """
        POST\t/p\tx=1\tHTTP/1.1\t1\t1\ttrue\tfalse
        web:80\t/p?x=1\t3\tagent\thttp://from/\tnil\ta, b
        user\tpa:ss\ttrue\tnil
        abc\tnil
        nil\tEOF
        nil\thttp: invalid Read on closed Body
        -1\tchunked\tlate
        HTTP/1.0\t0\t\tnil
        """,
        client(
            """
            http.HandleFunc("/p", function(w, r)
              print(r.Method, r.URL.Path, r.URL.RawQuery, r.Proto, r.ProtoMajor, r.ProtoMinor,
                r:ProtoAtLeast(1, 1), r:ProtoAtLeast(2, 0))
              print(r.Host, r.RequestURI, r.ContentLength, r:UserAgent(), r:Referer(),
                r.Header.Host, r.Header:Get("x-list"))
              local user, password, ok = r:BasicAuth()
              print(user, password, ok, r.TransferEncoding)
              print(r.Body:ReadAll())
              print(r.Body:Read())
              r.Body:Close()
              print(r.Body:Read())
            end)
            http.HandleFunc("/chunked", function(w, r)
              print(r.ContentLength, r.TransferEncoding[1], r.Trailer:Get("X-End"))
            end)
            http.HandleFunc("/old", function(w, r)
              print(r.Proto, r.ContentLength, r.Host, r.Trailer)
            end)
            """,
            """
            ask("POST /p?x=1 HTTP/1.1\\r\\nHost: web:80\\r\\nContent-Length: 3\\r\\n"
              .. "User-Agent: agent\\r\\n"
              .. "Referer: http://from/\\r\\nX-List: a, b\\r\\nConnection: close\\r\\n"
              .. "Authorization: Basic dXNlcjpwYTpzcw==\\r\\n\\r\\nabc")
            ask("POST /chunked HTTP/1.1\\r\\nHost: h\\r\\nTransfer-Encoding: chunked\\r\\n"
              .. "Connection: close\\r\\n\\r\\n1\\r\\nx\\r\\n0\\r\\nX-End: late\\r\\n\\r\\n")
            ask("GET /old HTTP/1.0\\r\\n\\r\\n")
            """));
  }

  @Test
  void bodyOverItsLimit_isAnError() {
    assertEquals(
        """
        12345\tnil
        1234
        nil\thttp: request body too large
        nil\thttp: request body too large
        413\tclose
        """,
        client(
                """
                http.HandleFunc("/fits", function(w, r)
                  print(http.MaxBytesReader(w, r.Body, 5):ReadAll())
                end)
                http.HandleFunc("/over", function(w, r)
                  local body = http.MaxBytesReader(w, r.Body, 4)
                  print((body:Read(10)))
                  print(body:Read(10))
                end)
                http.Handle("/handler", http.MaxBytesHandler(function(w, r)
                  local data, err = r.Body:ReadAll()
                  print(data, err)
                  http.Error(w, tostring(err), http.StatusRequestEntityTooLarge)
                end, 4))
                """,
                """
                local function send(path)
                  return ask("POST " .. path .. " HTTP/1.1\\r\\nHost: h\\r\\n" ..
                    (path == "/handler" and "" or "Connection: close\\r\\n") ..
                      "Content-Length: 5\\r\\n\\r\\n12345")
                end
                send("/fits")
                send("/over")
                local all = send("/handler")
                sleep(0.1)
                print(all:match("HTTP/1.1 (%d+)"), all:match("Connection: (%w+)"))
                """)
            .replaceFirst("(?s)^(413\tclose\n)(.*)$", "$2$1"));
  }

  @Test
  void strippedPrefix_isSeenByTheInnerHandler() {
    assertEquals(
        """
        /x y?q=1 /api/x%20y?q=1
        404
        404
        """,
        client(
            """
            local show = function(w, r)
              w:Write(r.URL.Path .. "?" .. r.URL.RawQuery .. " " .. r.RequestURI)
            end
            http.Handle("/api/", http.StripPrefix("/api", show))
            http.Handle("/other/", http.StripPrefix("/api", show))
            http.Handle("/none", http.NotFoundHandler())
            """,
            """
            print((get("/api/x%20y?q=1"):match("\\n\\n(.*)")))
            print((get("/other/x"):match("HTTP/1.1 (%d+)")))
            print((get("/none"):match("HTTP/1.1 (%d+)")))
            """));
  }

  @Test
  void clientOfABrowserMachine_cannotServe() {
    TestProject.Run run =
        new TestProject()
            .vmWith("b", "10.0.0.1/24", ", \"platform\": \"browser\"", "b.lua")
            .script(
                "b.lua",
                """
                local ok, err = http.ListenAndServe(":80")
                print(ok, err, err.code)
                print(http.ListenAndServeTLS(":80"))
                print(http.Server{}:ListenAndServe())
                print(http.Server{}:ListenAndServeTLS())
                """)
            .run();
    assertEquals(
        """
        nil\thttp.ListenAndServe REFUSED\tunsupported
        nil\thttp.ListenAndServeTLS REFUSED
        nil\thttp.Server.ListenAndServe REFUSED
        nil\thttp.Server.ListenAndServeTLS REFUSED
        """
            .replace("REFUSED", NO_PORTS),
        run.console("b"));
  }
}
