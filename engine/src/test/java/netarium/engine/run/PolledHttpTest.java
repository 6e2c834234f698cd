package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// `http.init`, `http.request`, `http.poll`, `http.destroy` between machines.
final class PolledHttpTest {
  private static final String SERVER =
      """
      local inside, most = 0, 0
      function handle_request(method, path, body, query, headers)
        inside = inside + 1
        most = math.max(most, inside)
        if path == "/slow" then sleep(1) end
        inside = inside - 1
        if path == "/most" then return 200, nil, tostring(most) end
        if path == "/away" then return 302, nil, "", {Location = "/echo"} end
        if path == "/gone" then return 404, nil, "gone" end
        return 200, "text/plain", table.concat({method, path, body, query,
          headers["content-type"] or "-", headers["accept"], headers.host}, " "),
          {{"X-Two", "a"}, {"X-Two", "b"}}
      end
      """;

  /// Polls until so many answers have come, and prints them.
  private static final String WAIT =
      """
      function wait(count)
        local got = {}
        while #got < count do
          for _, resp in ipairs(http.poll()) do got[#got + 1] = resp end
        end
        return got
      end
      function show(resp) print(resp.id, resp.status, resp.body or resp.error) end
      """;

  private static TestProject project(String client) {
    return new TestProject()
        .node(
            """
            { "id": "server", "kind": "vm",
              "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.2/24" }],
              "programs": [{ "kind": "http-pool", "script": "scripts/server.lua", "port": 80,
                             "workers": 1 },
                           { "kind": "program", "program": "/bin/socks5d",
                             "args": ["-p", "1080", "-q", "-u", "me:secret"] }] }\
            """)
        .vm("client", "10.0.1.3/24", "client.lua")
        .link("l", "server:eth0", "client:eth0", "")
        .script("server.lua", SERVER)
        .script("client.lua", WAIT + client);
  }

  private static String run(String client) {
    return project(client).run().console("client");
  }

  @Test
  void answers_comeToTheFrameThatPolls() {
    assertEquals(
        """

        a\t200\tPOST /echo {} x=1 application/json */* server
        7\t200\tGET /echo   - text/x server
        text/plain\ta, b
        c\t404\tgone
        """,
        run(
            """
            local http = require("lua.http")
            http.init()
            print(http.request("a", {url = "http://server/echo?x=1", method = "post", body = "{}"}))
            http.request(7, {url = "http://server/echo", headers = {Accept = "text/x"}})
            http.request("c", {url = "http://server/gone"})
            local got = wait(3)
            table.sort(got, function(a, b) return tostring(a.id) < tostring(b.id) end)
            show(got[2]) show(got[1])
            print(got[1].headers["content-type"], got[1].headers["x-two"])
            show(got[3])
            """));
  }

  @Test
  void fourRequestsAtATime_areUnderWay() {
    assertEquals(
        "4\n",
        run(
            """
            http.init()
            for i = 1, 10 do http.request(i, {url = "http://server/slow"}) end
            wait(10)
            http.request(0, {url = "http://server/most"})
            print(wait(1)[1].body)
            """));
  }

  @Test
  void moreThanAThousandInTheQueue_areRefused() {
    assertEquals(
        "1004\tqueue full\n1010\n",
        run(
            """
            http.init()
            for i = 1, 1010 do http.request(i, {url = "http://server/x"}) end
            local full = http.poll()
            local answered = 0
            for _, resp in ipairs(full) do
              if resp.error then print(1010 - #full, resp.error) break end
            end
            print(#full + #wait(1010 - #full))
            """));
  }

  @Test
  void whatFails_hasStatusZeroAndAnError() {
    assertEquals(
        """
        1\t0\thost not found
        2\t0\tconnection refused
        3\t0\tconnection refused
        4\t0\tnot an HTTP address: ftp://server/
        5\t0\tcannot use this kind of proxy: gopher://x
        6\t404\tFile not found: nothing.txt
        """,
        run("""
        http.init()
        http.request(1, {url = "http://ghost/"})
        http.request(2, {url = "http://server:81/"})
        http.request(3, {url = "https://server/"})
        http.request(4, {url = "ftp://server/"})
        http.request(5, {url = "http://server/", proxy = "gopher://x"})
        local file = http.request(6, {url = "nothing.txt"})
        local got = wait(5)
        table.sort(got, function(a, b) return a.id < b.id end)
        for _, resp in ipairs(got) do show(resp) end
        print(file.id, file.status, file.error)
        """)
            .replaceAll("(?m)^GET .*\n", ""));
  }

  @Test
  void silentServer_isGivenUpAfterAQuarterOfAMinute() {
    assertEquals(
        "x\t0\ttimeout\n15\n",
        run("""
        net.listen(9)
        http.init()
        http.request("x", {url = "http://localhost:9/"})
        show(wait(1)[1])
        print(math.floor(os.difftime(os.time(), os.time({year = 2026, month = 1, day = 1,
          hour = 0}))))
        """)
            .replaceAll("(?m)^GET .*\n", ""));
  }

  @Test
  void redirection_isFollowed() {
    assertEquals(
        "r\t200\tGET /echo   - */* server\n",
        run("http.init() http.request('r', {url = 'http://server/away'}) show(wait(1)[1])"));
  }

  @Test
  void proxy_comesFromTheOptionOrTheEnvironmentAtTheTimeOfTheCall() {
    assertEquals(
        """
        a\t200\tGET /x   - */* elsewhere
        b\t200\tGET /x   - */* elsewhere
        c\t0\thost not found
        d\t0\thost not found
        """,
        run("""
        http.init()
        http.request("a", {url = "http://elsewhere/x", proxy = "http://server"})
        os.setenv("ALL_PROXY", "http://server")
        http.request("b", {url = "http://elsewhere/x"})
        os.setenv("NO_PROXY", "elsewhere")
        http.request("c", {url = "http://elsewhere/x"})
        os.setenv("ALL_PROXY", nil) os.setenv("NO_PROXY", nil)
        http.request("d", {url = "http://elsewhere/x"})
        local got = wait(4)
        table.sort(got, function(a, b) return a.id < b.id end)
        for _, resp in ipairs(got) do show(resp) end
        """)
            .replaceAll("(?m)^GET .*\n", ""));
  }

  @Test
  void socksProxy_leadsThereWithItsPasswordOnly() {
    assertEquals(
        """
        a\t200\tGET /x   - */* server
        b\t0\tSOCKS5 auth rejected by proxy
        """,
        run("""
        http.init()
        http.request("a", {url = "http://server/x", proxy = "socks5://me:secret@server"})
        http.request("b", {url = "http://server/x", proxy = "socks5://me:wrong@server"})
        local got = wait(2)
        table.sort(got, function(a, b) return a.id < b.id end)
        for _, resp in ipairs(got) do show(resp) end
        """)
            .replaceAll("(?m)^GET .*\n", ""));
  }

  @Test
  void beforeInitAndAfterDestroy_nothingIsFetched() {
    assertEquals(
        """
        0
        0\tHTTP module not initialized
        0
        0\tHTTP module not initialized
        """,
        run(
            """
            go(function() sleep(1) end) -- else the run is over while we poll
            print(#http.poll())
            local function now() local r = http.request("x", {url = "http://server/"})
              print(r.status, r.error) end
            now()
            http.init()
            http.request("x", {url = "http://server/slow"})
            http.destroy()
            print(#http.poll())
            now()
            """));
  }

  @Test
  void wrongUse_raises() {
    String console =
        run(
            """
            http.init()
            print(pcall(http.request))
            print(pcall(http.request, "x"))
            print(pcall(http.request, "x", {}))
            print(pcall(http.request, {}, {url = "http://server/"}))
            print(pcall(http.request, "x", {url = "http://server/", method = "BREW"}))
            print(pcall(http.request, "x", {url = "http://server/", headers = {["a b"] = "c"}}))
            print(pcall(http.request, "x", {url = "http://server/", body = {}}))
            """);
    assertEquals(7, console.lines().filter(line -> line.startsWith("false\t")).count(), console);
  }

  @Test
  void requestWithoutAPoll_keepsItsProcessUntilItIsAnswered() {
    TestProject.Run run =
        project("http.init() http.request('x', {url = 'http://server/slow'})").run();
    SimEvent.ProcessEnded ended =
        run.all(SimEvent.ProcessEnded.class).stream()
            .filter(each -> each.node() == 1)
            .findFirst()
            .orElseThrow();
    assertEquals("returned", ended.how());
    assertTrue(ended.at().nanos() > 1_000_000_000L);
  }

  @Test
  void runsAreAlike_withAndWithoutTheShortCut() {
    String client =
        "http.init() for i = 1, 9 do http.request(i, {url = 'http://server/slow'}) end wait(9)";
    RunSettings quick = RunSettings.with(event -> {});
    RunSettings slow =
        new RunSettings(quick.seed(), quick.until(), quick.sink(), !quick.continuesInPlace());
    assertEquals(
        project(client).run(quick).result().hash(), project(client).run(slow).result().hash());
  }
}
