package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Servers of the module `network`, and what ends them and their connections.
final class NetworkServerTest extends NetworkModuleLab {
  @Test
  void stopServer_disconnectsAtTheServer_andCloses1001AtEachClient() {
    TestProject.Run run =
        run(
            SHOW
                + """
                network.listen("s", 8000, "0.0.0.0")
                events(1)
                network.stopServer("s")
                events(0.5)
                network.listen("s", 8000, "0.0.0.0")
                events(3)
                """,
            SHOW
                + """
                network.connect(2, "ws://b:8000/", { reconnect = false })
                network.connect(1, "ws://b:8000/")
                events(4)
                """,
            "");
    prints(
        """
        0\tws:server:ready port=8000 serverId=s
        0\tws:peer:connect clientId=1 serverId=s
        0\tws:peer:connect clientId=2 serverId=s
        1\tws:peer:disconnect clientId=1 code=1001 reason= serverId=s
        1\tws:peer:disconnect clientId=2 code=1001 reason= serverId=s
        1\tws:server:ready port=8000 serverId=s
        2\tws:peer:connect clientId=1 serverId=s
        4\tws:peer:disconnect clientId=1 code=1001 reason= serverId=s
        """,
        run,
        "b");
    prints(
        """
        0\tws:open id=2
        0\tws:open id=1
        1\tws:close code=1001 id=2 reason=
        1\tws:close code=1001 id=1 reason=
        2\tws:open id=1
        """,
        run,
        "a");
  }

  @Test
  void connections_areToldOfInTheOrderOfTheirIds() {
    TestProject.Run run =
        run(
            SHOW
                + """
                network.listen("s", 8000, "0.0.0.0")
                while true do
                  for _, e in ipairs(network.poll()) do
                    if e.type == "ws:peer:connect" and e.clientId == 4 then
                      network.broadcast("s", "all")
                    end
                  end
                end
                """,
            SHOW
                + """
                for _, id in ipairs{"b", 10, 9, "a"} do network.connect(id, "ws://b:8000/") end
                sleep(3)
                local text = ""
                for _, e in ipairs(network.poll()) do
                  text = text .. " " .. tostring(e.id) .. e.type:sub(3)
                end
                print(text)
                os.exit()
                """,
            "");
    assertEquals(
        " 9:open 9:message 10:open 10:message a:open a:message b:open b:message\n",
        run.console("a"));
  }

  @Test
  void serverThatCannotListen_saysWhy() {
    TestProject.Run run =
        run(
            "net.Listen('tcp', ':8001')\nsleep(5)",
            SHOW
                + """
                network.listen("s", 8000)
                network.listen("s", 8001)
                network.listen("t", 8000)
                network.listen("u", 9000, "10.9.9.9")
                network.listen("v", 9000, "nowhere")
                events(1)
                """,
            "");
    prints(
        """
        0\tws:server:ready port=8000 serverId=s
        0\tws:server:error error=Server already running serverId=s
        0\tws:server:error error=Failed to bind: address already in use (port 8000) serverId=t
        0\tws:server:error error=Failed to bind: address not available: 10.9.9.9 is not \
        ours serverId=u
        0\tws:server:error error=Failed to bind: host not found serverId=v
        """,
        run,
        "a");
  }

  @Test
  void loopbackServer_isReachedFromItsMachineOnly() {
    TestProject.Run run =
        run(
            SHOW + "network.listen('s', 8000)\nevents(5)",
            SHOW
                + """
                network.listen("mine", 8000)
                network.connect(1, "ws://localhost:8000/")
                network.connect(2, "ws://b:8000/", { reconnect = false })
                events(1)
                """,
            "");
    String said = run.console("a");
    assertTrue(said.contains("ws:open id=1"), said);
    assertTrue(said.contains("ws:error error=connection refused id=2"), said);
  }

  @Test
  void connectWithAnIdThatIsInUse_replacesTheConnection() {
    TestProject.Run run =
        run(
            ECHO,
            SHOW
                + """
                network.connect(1, "ws://b:8000/old")
                events(1)
                network.connect(1, "ws://b:8000/new")
                events(1)
                """,
            "");
    prints("0\tws:open id=1\n1\tws:open id=1", run, "a");
    assertTrue(
        run.console("b").contains("1\tws:peer:disconnect clientId=1 code=1001"), run.console("b"));
  }

  @Test
  void destroy_closesAllAndForgetsAll() {
    TestProject.Run run =
        run(
            ECHO,
            SHOW
                + """
                network.connect(1, "ws://b:8000/")
                network.connect(2, "ws://b:9999/")
                network.listen("s", 8000)
                sleep(0.5)
                network.destroy()
                print(#network.poll())
                network.init()
                events(5)
                print("done")
                """,
            "");
    prints("connection to 10.0.0.2:9999 refused: nobody listens there\n0\ndone", run, "a");
    assertTrue(run.console("b").contains("disconnect clientId=1 code=1001"), run.console("b"));
  }

  @Test
  void processThatEnds_leavesWithGoingAway() {
    TestProject.Run run =
        run(ECHO, SHOW + "network.connect(1, 'ws://b:8000/')\nevents(1)\nos.exit()", "");
    assertTrue(
        run.console("b").contains("1\tws:peer:disconnect clientId=1 code=1001"), run.console("b"));
  }

  @Test
  void manyMessagesThatNobodyPolls_stayOnTheOtherSide() {
    TestProject.Run run =
        run(
            SHOW
                + """
                network.listen("s", 8000, "0.0.0.0")
                local sent = 0
                while true do
                  for _, e in ipairs(network.poll()) do
                    if e.type == "ws:peer:connect" then
                      go(function()
                        for i = 1, 40 do
                          network.sendToClient("s", 1, string.rep("x", 50000))
                          print("sent", i, os.time() - 1767225600 >= 10)
                        end
                      end)
                    end
                  end
                end
                """,
            SHOW
                + """
                network.connect(1, "ws://b:8000/")
                sleep(10)
                local got = 0
                while got < 2000000 do
                  for _, e in ipairs(network.poll()) do got = got + #(e.data or "") end
                end
                print(got)
                os.exit()
                """,
            "");
    assertEquals("2000000\n", run.console("a"));
    String sent = run.console("b");
    assertTrue(sent.contains("sent\t10\tfalse"), sent);
    assertTrue(sent.contains("sent\t40\ttrue"), sent);
    assertFalse(sent.contains("sent\t30\tfalse"), sent);
  }
}
