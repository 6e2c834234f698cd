package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The printed examples of polled HTTP, as they are printed and with `http://` for `https://`.
final class PrintedHttpExamplesTest {
  private static final String GET =
      """
      local http = require("lua.http")
      http.init()

      function love.update(dt)
        http.request("get-json", {
          url = "https://api.github.com/users/octocat",
          method = "GET",
          headers = { Accept = "application/vnd.github.v3+json" }
        })

        local responses = http.poll()
        for _, resp in ipairs(responses) do
          if resp.id == "get-json" and resp.status == 200 then
            local data = require("lua.json").decode(resp.body)
            print("GitHub user:", data.name)
          end
        end
      end
      """;

  private static final String POST =
      """
      local http = require("lua.http")
      local json = require("lua.json")
      http.init()

      function love.update(dt)
        http.request("create-post", {
          url = "https://api.example.com/posts",
          method = "POST",
          headers = { ["Content-Type"] = "application/json" },
          body = json.encode({ title = "Hello", body = "World" })
        })

        local responses = http.poll()
        for _, resp in ipairs(responses) do
          if resp.error then
            print("Error:", resp.error)
          elseif resp.status >= 200 and resp.status < 300 then
            print("Post created:", resp.body)
          else
            print("HTTP error:", resp.status)
          end
        end
      end
      """;

  private static final String BY_PROXY =
      """
      local http = require("lua.http")
      http.init()

      -- Route HTTP request through Tor (SOCKS5 on port 9050)
      http.request("tor-check", {
        url = "https://check.torproject.org/api/ip",
        proxy = "socks5://127.0.0.1:9050"
      })

      -- Or via environment variable
      os.setenv("ALL_PROXY", "socks5://127.0.0.1:9050")
      http.request("tor-request", {
        url = "https://example.com"
      })
      """;

  private static final String SERVER =
      """
      function handle_request(method, path, body, query, headers)
        if path == "/users/octocat" and headers.Accept == "application/vnd.github.v3+json" then
          return 200, "application/json", '{"login": "octocat", "name": "The Octocat"}'
        elseif path == "/posts" and headers["Content-Type"] == "application/json" then
          return method == "POST" and 201 or 405, "application/json", body
        end
        return 404
      end
      """;

  /// A machine that serves a script's pages on port 80, and on port 443 with TLS.
  private static final String BOTH_PORTS =
      """
      { "id": "server", "kind": "vm",
        "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.2/24" }],
        "programs": [
          { "kind": "http-pool", "script": "scripts/s.lua", "port": 80 },
          { "kind": "script", "script": "scripts/tls.lua" }] }\
      """;

  private static final String WITH_TLS =
      "http.pool{port = 443, tls = true, handler = 'scripts/s.lua'}";

  /// An example with its addresses under another scheme.
  private static String under(String scheme, String example) {
    return example.replace("https://", scheme + "://");
  }

  private static void assertTlsOnlyWithHttps(String scheme, TestProject.Run run) {
    assertEquals(scheme.equals("https"), !run.all(SimEvent.TlsPlaintext.class).isEmpty());
  }

  private static TestProject.Run run(String client) {
    TestProject project =
        new TestProject()
            .node(BOTH_PORTS)
            .script("tls.lua", WITH_TLS)
            .vm("client", "10.0.1.3/24", "client.lua")
            .link("l", "server:eth0", "client:eth0", "")
            .script("s.lua", SERVER)
            .script("client.lua", client)
            .with(
                ", \"hosts\": {\"api.github.com\": \"10.0.1.2\","
                    + " \"api.example.com\": \"10.0.1.2\"}");
    return project.run(RunSettings.with(event -> {}).withUntil(new SimTime(1_000_000_000L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "http"})
  void simpleGet_printsTheUserFrameAfterFrame(String scheme) {
    TestProject.Run run = run(under(scheme, GET));
    String console = run.console("client");
    assertEquals("GitHub user:\tThe Octocat", console.lines().findFirst().orElse(""));
    assertTrue(console.lines().count() > 50, console);
    assertEquals(1, console.lines().distinct().count(), console);
    assertTlsOnlyWithHttps(scheme, run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "http"})
  void postWithJson_printsWhatWasCreated(String scheme) {
    String console = run(under(scheme, POST)).console("client");
    assertEquals(1, console.lines().distinct().count(), console);
    assertTrue(console.startsWith("Post created:\t{\""), console);
    assertTrue(console.contains("\"title\":\"Hello\"") && console.contains("\"body\":\"World\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "http"})
  void requestsByAProxyThatIsNotThere_areToldOnTheConsole(String scheme) {
    TestProject.Run run = run(under(scheme, BY_PROXY));
    assertEquals(
        """
        GET http://check.torproject.org/api/ip: SOCKS5 connect to proxy failed: connection refused
        GET http://example.com/: SOCKS5 connect to proxy failed: connection refused
        """
            .replace("http", scheme),
        run.console("client"));
    assertTrue(
        run.all(SimEvent.ProcessEnded.class).stream()
            .anyMatch(ended -> ended.node() == 1 && ended.how().equals("returned")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "http"})
  void requestsByTheProxyOfTheMachine_reachTheirServers(String scheme) {
    TestProject project =
        new TestProject()
            .node(BOTH_PORTS)
            .script("tls.lua", WITH_TLS)
            .node(
                """
                { "id": "client", "kind": "vm",
                  "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.3/24" }],
                  "programs": [
                    { "kind": "program", "program": "/bin/socks5d", "args": ["-q", "-p", "9050"] },
                    { "kind": "script", "script": "scripts/client.lua", "start": "10ms" }] }\
                """)
            .link("l", "server:eth0", "client:eth0", "")
            .script(
                "s.lua",
                """
                function handle_request(method, path, body, query, headers)
                  print(method, headers.Host, path)
                  return 200, "text/plain", "yes"
                end
                """)
            .script("client.lua", under(scheme, BY_PROXY))
            .with(
                ", \"hosts\": {\"check.torproject.org\": \"10.0.1.2\","
                    + " \"example.com\": \"10.0.1.2\"}");
    TestProject.Run run =
        project.run(RunSettings.with(event -> {}).withUntil(new SimTime(1_000_000_000L)));
    assertEquals("", run.console("client"));
    assertEquals(
        """
        GET\tcheck.torproject.org\t/api/ip
        GET\texample.com\t/
        """,
        run.console("server"));
    assertTlsOnlyWithHttps(scheme, run);
  }
}
