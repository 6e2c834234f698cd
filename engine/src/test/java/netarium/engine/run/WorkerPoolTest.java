package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// Pools of HTTP workers between machines: the handler of the documentation, word for word, and
/// what happens when too much or the wrong thing comes.
final class WorkerPoolTest extends WorkerPoolLab {
  private static TestProject project(String handler, int workers, String client) {
    return new TestProject()
        .node(
            """
            { "id": "server", "kind": "vm",
              "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.2/24" }],
              "programs": [{ "kind": "http-pool", "script": "scripts/handler.lua",
                             "port": 8080, "workers": %d }] }\
            """
                .formatted(workers))
        .vm("client", "10.0.1.3/24", "client.lua")
        .link("l", "server:eth0", "client:eth0", "")
        .script("handler.lua", handler)
        .script("client.lua", ASK + client);
  }

  private static TestProject withBin(String client) {
    return new TestProject()
        .node(
            """
            { "id": "server", "kind": "vm",
              "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.2/24" }],
              "programs": [
                { "kind": "http-pool", "script": "scripts/handler.lua", "workers": 1 }] }\
            """)
        .node(
            """
            { "id": "bin", "kind": "vm",
              "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.4/24" }],
              "programs": [{ "kind": "http-pool", "script": "scripts/bin.lua", "port": 80 }] }\
            """)
        .node("{ \"id\": \"sw\", \"kind\": \"switch\" }")
        .vm("client", "10.0.1.3/24", "client.lua")
        .link("l1", "server:eth0", "sw:p1", "")
        .link("l2", "bin:eth0", "sw:p2", "")
        .link("l3", "client:eth0", "sw:p3", "")
        .script("handler.lua", HANDLER)
        .script("client.lua", ASK + client)
        .script(
            "bin.lua",
            """
            function handle_request(method, path, body, query, headers)
              return 200, "application/json", '{"url": "http://' .. headers.Host .. path .. '"}'
            end
            """);
  }

  @Test
  void documentedHandler_fetchesFromAnotherMachine() {
    TestProject.Run run =
        withBin("print((select(2, ask('GET', '/fetch'))))")
            .with(", \"hosts\": {\"httpbin.org\": \"10.0.1.4\"}")
            .run();
    assertEquals("{\"url\": \"http://httpbin.org/get\"}\n", run.console("client"));
  }

  @Test
  void fetchFromNowhere_isSaidByTheMachine() {
    TestProject.Run run = withBin("print(ask('GET', '/fetch'))").run();
    assertTrue(run.console("client").startsWith("200\t\ttable"), run.console("client"));
    assertEquals("GET http://httpbin.org/get: host not found\n", run.console("server"));
  }

  private static TestProject.Run run(String handler, int workers, String client) {
    return project(handler, workers, client).run();
  }

  @Test
  void documentedHandler_answersItsRoutes() {
    TestProject.Run run =
        run(
            HANDLER,
            4,
            """
            print(ask("GET", "/"))
            print((select(2, ask("GET", "/time"))))
            print((select(2, ask("POST", "/echo", "Hello!"))))
            print((select(2, ask("GET", "/echo"))))
            print((select(2, ask("GET", "/sleep?long"))))
            print((ask("GET", "/nowhere")))
            """);
    String console = run.console("client");
    assertTrue(console.startsWith("200\tHello from luars!\ttable: "), console);
    assertTrue(
        console.endsWith("\n2026-01-01 00:00:00\nHello!\nNot Found\nSlept for 1 second\n404\n"),
        console);
    assertEquals("", run.console("server"));
  }

  @Test
  void oneWorker_answersOthersWhileOneSleeps() {
    TestProject.Run run =
        run(
            HANDLER,
            1,
            """
            ask("GET", "/")
            for _, path in ipairs({"/sleep", "/", "/sleep", "/"}) do
              go(function() print((select(2, ask("GET", path))), os.time()) end)
            end
            """);
    assertEquals(
        "Hello from luars!\t1767225600\nHello from luars!\t1767225600\n"
            + "Slept for 1 second\t1767225601\nSlept for 1 second\t1767225601\n",
        run.console("client"));
  }

  @Test
  void moreThanTheQueueHolds_isRefusedAndTheRestAnswered() {
    String count =
        """
        ask("GET", "/") -- so that nobody has to ask for the address any more
        local count, done = {}, 0
        for i = 1, 100 do
          go(function()
            local status = ask("GET", "/sleep")
            count[status] = (count[status] or 0) + 1
            done = done + 1
            if done == 100 then print(count[200], count[503]) end
          end)
        end
        """;
    assertEquals("65\t35\n", run(HANDLER, 1, count).console("client"));
    assertEquals("100\tnil\n", run(HANDLER, 2, count).console("client"));
    String busy = "function handle_request() for i = 1, 1e6 do end return 200 end";
    assertEquals("65\t35\n", run(busy, 1, count).console("client"));
  }

  @Test
  void raisingHandler_answers500AndLivesOn() {
    TestProject.Run run =
        run(
            """
            local n = 0
            function handle_request(method, path)
              n = n + 1
              if path == "/boom" then error("no " .. n) end
              if path == "/table" then error({}) end
              return 200, nil, "request " .. n
            end
            """,
            1,
            """
            print((select(2, ask("GET", "/"))))
            print((ask("GET", "/boom")), (select(2, ask("GET", "/boom"))))
            print((ask("GET", "/table")))
            print((select(2, ask("GET", "/"))))
            """);
    assertEquals(
        "request 1\n500\tLua error: scripts/handler.lua:4: no 3\n500\nrequest 5\n",
        run.console("client"));
    String server = run.console("server");
    assertTrue(server.startsWith("scripts/handler.lua:4: no 2\nstack traceback:\n"), server);
  }

  @Test
  void scriptThatDoesNotLoad_isSaidOnTheConsoleAndToEveryClient() {
    String client = "print((ask(\"GET\", \"/\"))) print((select(2, ask(\"GET\", \"/\"))))";
    TestProject.Run wrong = run("function handle_request( return 1 end", 1, client);
    assertTrue(wrong.console("server").startsWith("scripts/handler.lua:1: "), wrong::toString);
    assertTrue(wrong.console("client").startsWith("500\nscripts/handler.lua:1: "));
    TestProject.Run raising = run("error('not today')", 2, client);
    assertTrue(
        raising.console("server").startsWith("scripts/handler.lua:1: not today\nstack traceback"),
        raising.console("server"));
    TestProject.Run empty = run("x = 1", 1, client);
    assertEquals(
        "500\nscripts/handler.lua defines no function handle_request\n", empty.console("client"));
  }

  @Test
  void handlerSeesTheWholeRequest_andShapesTheWholeAnswer() {
    TestProject.Run run =
        run(
            """
            local function handle(method, path, body, query, headers)
              return 201, "text/html", method .. path .. body .. query .. headers["x-one"],
                {{"Set-Cookie", "a=1"}, {"Set-Cookie", "b=2"}}
            end
            return handle
            """,
            1,
            """
            local c = net.connect("server", 8080)
            local reader = http.reader(c)
            c:send("PATCH /a%20b?x=1&y HTTP/1.1\\r\\nHost: s\\r\\nX-One: two\\r\\n" ..
              "Transfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nhi\\r\\n0\\r\\n\\r\\n")
            local r = reader:read_response()
            print(r.status, r.reason, r.body)
            for _, h in ipairs(r.headers) do print(h[1], h[2]) end
            """);
    assertEquals(
        """
        201\tCreated\tPATCH/a%20bhix=1&ytwo
        Date\tThu, 01 Jan 2026 00:00:00 GMT
        Content-Type\ttext/html
        Set-Cookie\ta=1
        Set-Cookie\tb=2
        Content-Length\t21
        """,
        run.console("client"));
  }

  @Test
  void handlerThatReturnsNonsense_isToldSo() {
    TestProject.Run run =
        run(
            """
            local answers = {
              ["/a"] = function() return "200" end,
              ["/b"] = function() return 99 end,
              ["/c"] = function() return 200, "text/plain", {} end,
              ["/d"] = function() return 200, "a\\r\\nb", "" end,
              ["/e"] = function() return 200, nil, "", {["a b"] = "c"} end,
              ["/f"] = function() end,
            }
            function handle_request(_, path) return answers[path]() end
            """,
            1,
            """
            for _, path in ipairs({"/a", "/b", "/c", "/d", "/e", "/f"}) do
              print((ask("GET", path)), (select(2, ask("GET", path))))
            end
            """);
    assertEquals(
        """
        500\thandle_request must return a status from 200 to 999 first, not a string
        500\thandle_request must return a status from 200 to 999 first, not 99
        500\thandle_request must return its body as a string
        500\thandle_request returned a content type with a control character
        500\thandle_request: header 'a b' has a character no header may have
        200\t
        """,
        run.console("client"));
  }

  @Test
  void workers_takeTurnsAndShareNoGlobals() {
    TestProject.Run run =
        run(
            """
            n = 0
            function handle_request() n = n + 1 return 200, nil, tostring(n) end
            """,
            2,
            """
            local all = {}
            for i = 1, 6 do all[i] = select(2, ask("GET", "/")) end
            print(table.concat(all, " "))
            """);
    assertEquals("1 1 2 2 3 3\n", run.console("client"));
  }

  @Test
  void oneWorker_isNeverInTwoHandlersAtOnce() {
    TestProject.Run run =
        run(
            """
            inside = 0
            function handle_request(_, path)
              if path == "/slow" then sleep(0.01) end
              inside = inside + 1
              local before = inside
              for i = 1, 100000 do end
              inside = inside - 1
              return 200, nil, tostring(before)
            end
            """,
            1,
            """
            for i = 1, 6 do
              local path = i % 2 == 0 and "/slow" or "/"
              go(function() io.write((select(2, ask("GET", path)))) end)
            end
            """);
    assertEquals("111111", run.console("client"));
  }

  @Test
  void handlerThatEndsItsProcess_losesItsRequestsAndIsReplaced() {
    TestProject.Run run =
        run(
            """
            n = 0
            function handle_request(_, path)
              if path == "/exit" then os.exit(3) end
              n = n + 1
              return 200, nil, tostring(n)
            end
            """,
            1,
            """
            print((select(2, ask("GET", "/"))))
            print((ask("GET", "/exit")))
            print((select(2, ask("GET", "/"))))
            """);
    assertEquals("1\n500\n1\n", run.console("client"));
  }

  @Test
  void pollsInAHandler_neverWait() {
    TestProject.Run run =
        run(
            """
            function handle_request()
              local t = 0
              for i = 1, 100 do if net.recv() == nil then t = t + 1 end end
              return 200, nil, tostring(t)
            end
            """,
            1,
            """
            ask("GET", "/")
            local before = os.time()
            print((select(2, ask("GET", "/"))), os.time() - before)
            """);
    assertEquals("100\t0\n", run.console("client"));
  }

  @Test
  void poolsEvents_tellWhichWorkerIsOnWhat() {
    TestProject.Run run = run(HANDLER, 2, "ask('GET', '/sleep') ask('GET', '/')");
    List<String> changes =
        run.all(SimEvent.PoolChanged.class).stream()
            .map(pool ->
                pool.worker()
                    + " "
                    + pool.change()
                    + " "
                    + pool.request()
                    + " "
                    + pool.line()
                    + " "
                    + pool.status()
                    + " "
                    + pool.queued()
                    + "+"
                    + pool.underWay())
            .toList();
    assertEquals(
        List.of(
            "-1 open 0  0 0+0",
            "0 loading 0  0 0+0",
            "1 loading 0  0 0+0",
            "0 ready 0  0 0+0",
            "1 ready 0  0 0+0",
            "0 begun 1 GET /sleep 0 0+1",
            "0 waits 1 GET /sleep 0 0+1",
            "0 goes-on 1 GET /sleep 0 0+1",
            "0 answered 1 GET /sleep 200 0+0",
            "1 begun 2 GET / 0 0+1",
            "1 answered 2 GET / 200 0+0"),
        changes);
  }
}
