package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The other ways to a pool: as a library, as a program, and on a port that is taken.
final class PoolProgramsTest extends WorkerPoolLab {
  @Test
  void poolAsALibrary_runsAScriptOrAFunction() {
    TestProject.Run run =
        new TestProject()
            .vm("server", "10.0.1.2/24", "server.lua")
            .vm("client", "10.0.1.3/24", "client.lua")
            .link("l", "server:eth0", "client:eth0", "")
            .script("handler.lua", HANDLER)
            .script(
                "server.lua",
                """
                local seen = 0
                local pool = http.pool{port = 8081, handler = function(method, path)
                  seen = seen + 1
                  return 200, nil, "function " .. seen
                end}
                print(pool.port, http.pool{port = 8081, handler = print})
                print(http.pool{port = 1, handler = "scripts/none.lua"})
                print(pcall(http.pool, {workers = 0, handler = print}))
                print(pcall(http.pool, {}))
                http.pool{port = 8080, workers = 2, handler = "scripts/handler.lua"}
                sleep(2)
                pool.close()
                """)
            .script(
                "client.lua",
                ASK
                    + """
                    print((select(2, ask("GET", "/"))))
                    local c = net.connect("server", 8081)
                    local reader = http.reader(c)
                    for i = 1, 2 do
                      c:send("GET / HTTP/1.1\\r\\nHost: s\\r\\n\\r\\n")
                      print(reader:read_response().body)
                    end
                    sleep(3)
                    print(reader:read_response())
                    local late = net.connect("server", 8081)
                    print(http.reader(late):read_response())
                    """)
            .run();
    assertEquals(
        """
        8081\tnil\taddress already in use (port 8081)
        nil\tcannot open scripts/none.lua
        false\tbad argument #1 to 'http.pool' (workers: whole number from 1 to 64 expected)
        false\tbad argument #1 to 'http.pool' (handler: path of a script or a function expected)
        """,
        run.console("server"));
    assertTrue(
        run.console("client")
            .startsWith("Hello from luars!\nfunction 1\nfunction 2\nnil\tclosed by the peer\n"),
        run.console("client"));
    assertTrue(run.console("client").contains("refused"), run.console("client"));
  }

  @Test
  void luaHttpd_isAProgramOfEveryMachine() {
    TestProject.Run run =
        new TestProject()
            .node(
                """
                { "id": "server", "kind": "vm",
                  "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.2/24" }],
                  "programs": [
                    { "kind": "program", "program": "/bin/lua-httpd",
                      "args": ["--port", "8080", "-w", "2", "scripts/handler.lua"] },
                    { "kind": "program", "program": "/bin/lua-httpd",
                      "args": ["--port", "x", "y"] },
                    { "kind": "program", "program": "/bin/lua-httpd", "args": ["none.lua"] },
                    { "kind": "program", "program": "/bin/lua-httpd" }] }\
                """)
            .vm("client", "10.0.1.3/24", "client.lua")
            .link("l", "server:eth0", "client:eth0", "")
            .script("handler.lua", HANDLER)
            .script("client.lua", ASK + "print((select(2, ask('GET', '/'))))")
            .run();
    assertEquals("Hello from luars!\n", run.console("client"));
    assertEquals(
        """
        wrong value for --port; usage: lua-httpd [--port N] [--workers N] [--tls] SCRIPT [ARGS]
        lua-httpd: cannot open none.lua
        usage: lua-httpd [--port N] [--workers N] [--tls] SCRIPT [ARGS]
        """,
        run.console("server"));
  }

  @Test
  void poolOnAPortInUse_doesNotStart() {
    TestProject.Run run =
        new TestProject()
            .node(
                """
                { "id": "server", "kind": "vm", "interfaces": [],
                  "programs": [
                    { "kind": "http-pool", "script": "scripts/handler.lua", "port": 80 },
                    { "kind": "http-pool", "script": "scripts/handler.lua", "port": 80 }] }\
                """)
            .script("handler.lua", HANDLER)
            .run();
    assertEquals("scripts/handler.lua: address already in use (port 80)\n", run.console("server"));
  }
}
