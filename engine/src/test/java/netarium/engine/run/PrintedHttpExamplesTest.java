package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// The printed examples of polled HTTP, with `http://` for `https://` until there is TLS.
final class PrintedHttpExamplesTest {
  private static final String GET =
      """
      local http = require("lua.http")
      http.init()

      function love.update(dt)
        http.request("get-json", {
          url = "http://api.github.com/users/octocat",
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
          url = "http://api.example.com/posts",
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
        url = "http://check.torproject.org/api/ip",
        proxy = "socks5://127.0.0.1:9050"
      })

      -- Or via environment variable
      os.setenv("ALL_PROXY", "socks5://127.0.0.1:9050")
      http.request("tor-request", {
        url = "http://example.com"
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

  private static TestProject.Run run(String client) {
    TestProject project =
        new TestProject()
            .node(
                """
                { "id": "server", "kind": "vm",
                  "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.2/24" }],
                  "programs": [{ "kind": "http-pool", "script": "scripts/s.lua", "port": 80 }] }\
                """)
            .vm("client", "10.0.1.3/24", "client.lua")
            .link("l", "server:eth0", "client:eth0", "")
            .script("s.lua", SERVER)
            .script("client.lua", client)
            .with(
                ", \"hosts\": {\"api.github.com\": \"10.0.1.2\","
                    + " \"api.example.com\": \"10.0.1.2\"}");
    return project.run(RunSettings.with(event -> {}).withUntil(new SimTime(1_000_000_000L)));
  }

  @Test
  void simpleGet_printsTheUserFrameAfterFrame() {
    TestProject.Run run = run(GET);
    String console = run.console("client");
    assertEquals("GitHub user:\tThe Octocat", console.lines().findFirst().orElse(""));
    assertTrue(console.lines().count() > 50, console);
    assertEquals(1, console.lines().distinct().count(), console);
  }

  @Test
  void postWithJson_printsWhatWasCreated() {
    String console = run(POST).console("client");
    assertEquals(1, console.lines().distinct().count(), console);
    assertTrue(console.startsWith("Post created:\t{\""), console);
    assertTrue(console.contains("\"title\":\"Hello\"") && console.contains("\"body\":\"World\""));
  }

  @Test
  void requestsByAProxyThatIsNotThere_areToldOnTheConsole() {
    TestProject.Run run = run(BY_PROXY);
    assertEquals(
        """
        GET http://check.torproject.org/api/ip: SOCKS5 connect to proxy failed: connection refused
        GET http://example.com/: SOCKS5 connect to proxy failed: connection refused
        """,
        run.console("client"));
    assertTrue(
        run.all(SimEvent.ProcessEnded.class).stream()
            .anyMatch(ended -> ended.node() == 1 && ended.how().equals("returned")));
  }

  @Test
  void requestsByTheProxyOfTheMachine_reachTheirServers() {
    TestProject project =
        new TestProject()
            .node(
                """
                { "id": "server", "kind": "vm",
                  "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.2/24" }],
                  "programs": [{ "kind": "http-pool", "script": "scripts/s.lua", "port": 80 }] }\
                """)
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
            .script("client.lua", BY_PROXY)
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
  }
}
