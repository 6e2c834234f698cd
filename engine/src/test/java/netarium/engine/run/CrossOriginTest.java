package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// A page on a browser machine asks servers of other origins: what they let it have, it gets; the
/// rest is an error that says which field was missing.
final class CrossOriginTest {
  /// `/allow/X` allows origin X; other words in the path are fields of answers.
  private static final String SERVER =
      """
      http.HandleFunc("/", function(w, r)
        print(r.Method, r.URL.Path, "Origin=" .. r.Header:Get("Origin"),
          "Cookie=" .. r.Header:Get("Cookie"), r.Header:Get("Access-Control-Request-Method"),
          r.Header:Get("Access-Control-Request-Headers"))
        local h = w:Header()
        for name, value in pairs(r.URL:Query()) do
          if name ~= "code" then h:Set(name, value[1]) end
        end
        h:Add("X-Seen", "1")
        h:Add("X-Unseen", "2")
        h:Add("Set-Cookie", "k=v; Path=/")
        local code = r.URL:Query():Get("code")
        if code ~= "" and r.Method == "OPTIONS" then w:WriteHeader(tonumber(code)) end
        w:Write("page")
      end)
      http.ListenAndServe(":80")
      """;

  private static TestProject.Run run(String client, String members) {
    return new TestProject()
        .vm("api", "10.0.1.2/24", "server.lua")
        .vmWith("page", "10.0.1.3/24", ", \"platform\": \"browser\"" + members, "client.lua")
        .link("l", "api:eth0", "page:eth0", ", \"delay\": \"1ms\"")
        .script("server.lua", SERVER)
        .script(
            "client.lua",
            """
            sleep(0.1)
            local ORIGIN = "Access-Control-Allow-Origin="
            local METHODS = "Access-Control-Allow-Methods="
            local HEADERS = "Access-Control-Allow-Headers="
            local CREDENTIALS = "Access-Control-Allow-Credentials=true"
            local EXPOSE = "Access-Control-Expose-Headers="
            local function ask(client, method, query, headers)
              local req = http.NewRequest(method, "http://api/?" .. query)
              for k, v in pairs(headers or {}) do req.Header:Set(k, v) end
              local resp, err = client:Do(req)
              if err then print((tostring(err):gsub("^.-policy: ", ""))) return end
              print(resp.StatusCode, resp.Body:ReadAll())
              return resp
            end
            local plain = http.DefaultClient
            """
                + client)
        .with(", \"until\": \"60s\", \"hosts\": { \"www.example.org\": \"10.0.1.2\" }")
        .run();
  }

  private static String said(String client) {
    return run(client, "").console("page");
  }

  @Test
  void answerWithoutPermission_isAnError() {
    TestProject.Run run = run("print(http.Get('http://api/x'))", "");
    assertEquals(
        """
        nil\tGet "http://api/x": Access to fetch at 'http://api/x' from origin 'http://page' has \
        been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the \
        requested resource.
        """,
        run.console("page"));
    assertEquals("GET\t/x\tOrigin=http://page\tCookie=\t\t\n", run.console("api"));
  }

  @Test
  void simpleRequests_goAtOnce() {
    assertEquals(
        """
        200\tpage\tnil
        200\tpage\tnil
        The 'Access-Control-Allow-Origin' header has a value 'http://other' that is not equal to \
        the supplied origin.
        The 'Access-Control-Allow-Origin' header contains multiple values 'a, b', but only one is \
        allowed.
        """,
        said(
            """
            ask(plain, "GET", ORIGIN .. "*")
            ask(plain, "POST", ORIGIN .. "http://page", {["Content-Type"] = "text/plain"})
            ask(plain, "GET", ORIGIN .. "http://other")
            ask(plain, "GET", ORIGIN .. "a, b")
            """));
  }

  @Test
  void others_needTheServersWordFirst() {
    TestProject.Run run =
        run(
            """
            local json = {["Content-Type"] = "application/json", ["X-A"] = "1"}
            local all = ORIGIN .. "*&" .. METHODS .. "PUT&" .. HEADERS .. "x-a,Content-Type"
            ask(plain, "PUT", all, json)
            ask(plain, "PUT", all, json)
            sleep(6)
            ask(plain, "PUT", all, json)
            ask(plain, "PUT", ORIGIN .. "*", json)
            ask(plain, "POST", ORIGIN .. "*&" .. HEADERS .. "x-a", json)
            ask(plain, "POST", ORIGIN .. "*&" .. HEADERS .. "*&code=404", json)
            ask(plain, "POST", HEADERS .. "*", json)
            ask(plain, "DELETE", ORIGIN .. "*&" .. METHODS .. "*")
            ask(plain, "GET", ORIGIN .. "*&" .. HEADERS .. "*", {Authorization = "me"})
            """,
            "");
    assertEquals(
        """
        200\tpage\tnil
        200\tpage\tnil
        200\tpage\tnil
        Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.
        Request header field content-type is not allowed by Access-Control-Allow-Headers in \
        preflight response.
        Response to preflight request doesn't pass access control check: It does not have HTTP ok \
        status.
        Response to preflight request doesn't pass access control check: No \
        'Access-Control-Allow-Origin' header is present on the requested resource.
        200\tpage\tnil
        Request header field authorization is not allowed by Access-Control-Allow-Headers in \
        preflight response.
        """,
        run.console("page"));
    String server = run.console("api");
    String preflight = "OPTIONS\t/\tOrigin=http://page\tCookie=\tPUT\tcontent-type,x-a\n";
    String request = "PUT\t/\tOrigin=http://page\tCookie=\t\t\n";
    assertTrue(
        server.startsWith(preflight + request + request + preflight + request + preflight), server);
  }

  @Test
  void cookies_needTheServersLeave() {
    TestProject.Run run =
        run(
            """
            local client = http.Client{Jar = http.CookieJar()}
            ask(client, "GET", ORIGIN .. "http://page")
            ask(client, "GET", ORIGIN .. "*&" .. CREDENTIALS)
            ask(client, "GET", ORIGIN .. "http://page&" .. CREDENTIALS)
            """,
            "");
    assertEquals(
        """
        The value of the 'Access-Control-Allow-Credentials' header in the response is '' which \
        must be 'true' when the request's credentials mode is 'include'.
        The value of the 'Access-Control-Allow-Origin' header in the response must not be the \
        wildcard '*' when the request's credentials mode is 'include'.
        200\tpage\tnil
        """,
        run.console("page"));
    assertTrue(run.console("api").endsWith("Origin=http://page\tCookie=k=v\t\t\n"));
  }

  @Test
  void fieldsOfTheAnswer_areThoseThatTheServerShows() {
    assertEquals(
        """
        200\tpage\tnil
        1\t\t\ttext/plain; charset=utf-8\t4
        """,
        said(
            """
            local resp = ask(plain, "GET", ORIGIN .. "*&" .. EXPOSE .. "X-Seen")
            local h = resp.Header
            print(h:Get("X-Seen"), h:Get("X-Unseen"), h:Get("Set-Cookie"), h:Get("Content-Type"),
              h:Get("Content-Length"))
            """));
  }

  @Test
  void ownOrigin_needsNoLeave() {
    TestProject.Run run =
        run(
            """
            os.setenv("ORIGIN", "http://elsewhere")
            local resp = ask(plain, "PUT", "", {["X-A"] = "1"})
            print(resp.Header:Get("X-Unseen"), resp.Header:Get("Set-Cookie"))
            print(http_get("http://api/"))
            print(http.Get("http://www.example.org/"))
            """,
            ", \"env\": { \"ORIGIN\": \"http://api\" }");
    assertEquals(
        """
        200\tpage\tnil
        2\t
        page
        nil\tGet "http://www.example.org/": Access to fetch at 'http://www.example.org/' from \
        origin 'http://api' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' \
        header is present on the requested resource.
        """,
        run.console("page"));
    assertTrue(run.console("api").startsWith("PUT\t/\tOrigin=http://api\tCookie=\t\t\n"));
  }

  @Test
  void whatOnlyTheBrowserMaySay_isRefused() {
    assertEquals(
        """
        Get "http://api/?": Refused to set unsafe header "Cookie"
        Get "http://api/?": Refused to set unsafe header "Sec-Fetch-Mode"
        Trace "http://api/?": 'TRACE' HTTP method is unsupported on the browser platform
        Get "http://api/?": Transport.TLSClientConfig is not supported on the browser platform; \
        the browser speaks TLS by itself: use net.Dial("wss", url) or an https:// address
        """,
        said(
            """
            ask(plain, "GET", "", {Cookie = "a=b"})
            ask(plain, "GET", "", {["Sec-Fetch-Mode"] = "b"})
            ask(plain, "TRACE", "")
            local t = http.Transport{TLSClientConfig = {InsecureSkipVerify = true}}
            ask(http.Client{Transport = t}, "GET", "")
            """));
  }

  @Test
  void simplerClients_areHeldToTheSameRules() {
    TestProject.Run run =
        run(
            """
            print(http_get("http://api/x"))
            print(http_get("http://api/x?" .. ORIGIN .. "*"))
            http.init()
            http.request(1, {url = "http://api/?" .. ORIGIN .. "*&" .. HEADERS .. "x-a",
              headers = {["X-A"] = "1"}})
            http.request(2, {url = "http://api/", method = "PUT"})
            local left = 2
            while left > 0 do
              for _, answer in ipairs(http.poll()) do
                left = left - 1
                print(answer.id, answer.status, answer.error or answer.headers["x-unseen"])
              end
            end
            """,
            "");
    String page = run.console("page");
    assertTrue(page.contains("nil\tAccess to fetch at 'http://api/x' from origin 'http://page'"));
    assertTrue(page.contains("\npage\n"), page);
    assertTrue(page.contains("1\t200\tnil"), page);
    assertTrue(page.contains("2\t0\tAccess to fetch at 'http://api/' from origin"), page);
    assertTrue(page.contains("Response to preflight request doesn't pass"), page);
  }
}
