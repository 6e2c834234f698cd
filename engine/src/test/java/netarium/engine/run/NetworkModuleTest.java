package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// The module `network` as scripts on two machines use it.
class NetworkModuleTest {
  /// `Key: ` as octets.
  private static final String KEY = "4b65793a20";

  /// Prints each event with all its fields, sorted, and the second it was seen in.
  private static final String SHOW =
      """
      local network = require("lua.network")
      network.init()
      local function show(e)
        local names = {}
        for k in pairs(e) do if k ~= "type" then names[#names + 1] = k end end
        table.sort(names)
        local text = e.type
        for _, k in ipairs(names) do text = text .. " " .. k .. "=" .. tostring(e[k]) end
        print(os.time() - 1767225600, text)
      end
      local function events(seconds, on)
        local over = false
        go(function() sleep(seconds) over = true end)
        while not over do
          for _, e in ipairs(network.poll()) do
            show(e)
            if on then on(e) end
          end
        end
      end
      """;

  private static final String ECHO =
      SHOW
          + """
          network.listen("s", 8000, "0.0.0.0")
          events(50, function(e)
            if e.type == "ws:peer:message" then
              network.sendToClient("s", e.clientId, "you said " .. e.data)
            end
          end)
          """;

  private static TestProject.Run run(String server, String client, String more) {
    return new TestProject()
        .vm("a", "10.0.0.1/24", "client.lua")
        .vm("b", "10.0.0.2/24", "server.lua")
        .link("l", "a:eth0", "b:eth0", "")
        .script("server.lua", server)
        .script("client.lua", client)
        .with(more)
        .run();
  }

  private static void prints(String expected, TestProject.Run run, String node) {
    assertEquals(expected.strip(), run.console(node).strip());
  }

  @Test
  void conversation_hasTheEventsOfTheDocument() {
    TestProject.Run run =
        run(
            ECHO,
            SHOW
                + """
                network.connect(1, "ws://b:8000/chat")
                events(2, function(e)
                  if e.type == "ws:open" then network.send(1, "Grüße") end
                  if e.type == "ws:message" then network.close(1) end
                end)
                """,
            "");
    prints(
        """
        0\tws:open id=1
        0\tws:message data=you said Grüße id=1
        0\tws:close code=1000 id=1 reason=
        """,
        run,
        "a");
    prints(
        """
        0\tws:server:ready port=8000 serverId=s
        0\tws:peer:connect clientId=1 serverId=s
        0\tws:peer:message clientId=1 data=Grüße serverId=s
        0\tws:peer:disconnect clientId=1 code=1000 reason= serverId=s
        """,
        run,
        "b");
  }

  @Test
  void module_isGlobalAndRequired() {
    TestProject.Run run =
        run(
            "",
            """
            go(function() sleep(1) end)
            print(require("lua.network") == network, #network.poll(), select("#", network.init()))
            print(#network.poll())
            os.exit()
            """,
            "");
    prints("true\t0\t0\n0", run, "a");
  }

  @Test
  void textAndBinary_arriveAsWhatTheyAre() {
    TestProject.Run run =
        run(
            ECHO,
            SHOW
                + """
                network.connect(1, "ws://10.0.0.2:8000")
                events(1, function(e)
                  if e.type == "ws:open" then
                    network.send(1, "text")
                    network.send(1, "text", "binary")
                    network.send(1, "\\255")
                    print(pcall(network.send, 1, "\\255", "text"))
                    print(pcall(network.send, 1, "x", "html"))
                  end
                end)
                """,
            "");
    String said = run.console("a");
    assertTrue(said.contains("bad argument #2 to 'network.send' (text in UTF-8 expected)"), said);
    assertTrue(
        said.contains("bad argument #3 to 'network.send' ('text' or 'binary' expected)"), said);
    String heard = run.console("b");
    assertTrue(heard.contains("message clientId=1 data=text serverId"), heard);
    assertTrue(heard.contains("message binary=true clientId=1 data=text serverId"), heard);
    assertTrue(heard.contains("message binary=true clientId=1 data=\ufffd serverId"), heard);
  }

  @Test
  void messagesOfAllLengths_comeWhole() {
    TestProject.Run run =
        run(
            SHOW
                + """
                network.listen("s", 8000, "0.0.0.0")
                local over = false
                go(function() sleep(20) over = true end)
                while not over do
                  for _, e in ipairs(network.poll()) do
                    if e.data then
                      print(#e.data, e.data == string.rep("0123456789", 7000):sub(1, #e.data))
                    end
                  end
                end
                """,
            SHOW
                + """
                network.connect(1, "ws://b:8000/")
                events(5, function(e)
                  if e.type == "ws:open" then
                    for _, n in ipairs{0, 1, 125, 126, 65535, 65536} do
                      network.send(1, string.rep("0123456789", 7000):sub(1, n))
                    end
                  end
                end)
                """,
            "");
    prints("0\ttrue\n1\ttrue\n125\ttrue\n126\ttrue\n65535\ttrue\n65536\ttrue", run, "b");
  }

  @Test
  void closeWithCodeAndReason_isToldAtBothEnds() {
    TestProject.Run run =
        run(
            ECHO,
            SHOW
                + """
                print(pcall(network.close, 1, 1005))
                print(pcall(network.close, 1, 1000, string.rep("x", 124)))
                network.connect(1, "ws://b:8000/")
                events(1, function(e)
                  if e.type == "ws:open" then network.close(1, 4000, "enough") end
                end)
                network.send(1, "into the void")
                """,
            "");
    String said = run.console("a");
    assertTrue(said.contains("ws:close code=4000 id=1 reason=\n"), said);
    assertTrue(
        said.contains("bad argument #2 to 'network.close' (a close code that may be sent"), said);
    assertTrue(
        said.contains("bad argument #3 to 'network.close' (a reason of at most 123 octets"), said);
    String heard = run.console("b");
    assertTrue(heard.contains("ws:peer:disconnect clientId=1 code=4000 reason=enough"), heard);
  }

  @Test
  void closeBeforeItIsOpen_isToldToo() {
    TestProject.Run run =
        run(
            ECHO,
            SHOW
                + """
                network.connect(1, "ws://b:8000/")
                network.close(1)
                network.connect(2, "ws://b:81/")
                events(0.5)
                network.close(2)
                events(5)
                """,
            "");
    prints(
        """
        0\tws:close code=1006 id=1 reason=
        connection to 10.0.0.2:81 refused: nobody listens there
        0\tws:error error=connection refused id=2
        0\tws:close code=1006 id=2 reason=
        """,
        run,
        "a");
  }

  @Test
  void refusedConnection_isTriedAgainAfterLongerAndLongerPauses() {
    TestProject.Run run =
        run("", SHOW + "network.connect(1, 'ws://b:8000/')\nevents(260)", ", \"until\": \"260s\"");
    List<String> pauses =
        run.console("a").lines().filter(line -> line.contains("ws:error")).toList();
    assertEquals(
        List.of("0", "1", "3", "7", "15", "31", "63", "123", "183", "243"),
        pauses.stream().map(line -> line.substring(0, line.indexOf('\t'))).toList(),
        run.console("a"));
    assertEquals(1, run.console("a").lines().filter(line -> line.contains("refused:")).count());
  }

  @Test
  void reconnectFalse_givesUpAtOnce() {
    TestProject.Run run =
        run("", SHOW + "network.connect(1, 'ws://b:8000/', { reconnect = false })\nevents(9)", "");
    prints(
        """
        connection to 10.0.0.2:8000 refused: nobody listens there
        0\tws:error error=connection refused id=1
        0\tws:close code=1006 id=1 reason=
        """,
        run,
        "a");
  }

  @Test
  void serverThatCrashes_isFoundAgain_andThePauseBeginsAnew() {
    TestProject.Run run =
        run(
            ECHO,
            SHOW
                + """
                network.connect(1, "ws://b:8000/")
                go(function() while true do sleep(0.5) network.send(1, "tick") end end)
                events(24)
                os.exit()
                """,
            """
            , "stimuli": [
              { "at": "2.2s", "do": "crash", "node": "b", "for": "3s" },
              { "at": "12.2s", "do": "restart", "node": "b", "for": "1s" } ]\
            """);
    String said = run.console("a").replaceAll("[^\n]*ws:message[^\n]*\n", "");
    assertEquals(
        """
        0\tws:open id=1
        5\tws:close code=1006 id=1 reason=connection lost
        6\tws:open id=1
        13\tws:close code=1006 id=1 reason=connection lost
        14\tws:open id=1
        """,
        said);
  }

  @Test
  void wss_saysThatThereIsNoTlsYet() {
    TestProject.Run run = run("", SHOW + "network.connect(1, 'wss://b/')\nevents(5)", "");
    prints(
        """
        0\tws:error error=wss:// needs TLS, which these machines do not have yet id=1
        0\tws:close code=1006 id=1 reason=wss:// needs TLS, which these machines do not have yet
        """,
        run,
        "a");
  }

  @Test
  void addressesThatAreNone_areToldAsErrors() {
    TestProject.Run run =
        run(
            "",
            SHOW
                + """
                local bad = {"http://b/", "ws://", "ws://b:0/", "ws://b/a b", "ws://b/#x"}
                for i, url in ipairs(bad) do
                  network.connect(i, url)
                end
                for _, e in ipairs(network.poll()) do print(e.type, e.id, e.error) end
                """,
            "");
    prints(
        """
        ws:error\t1\tnot a WebSocket address: http://b/
        ws:close\t1\tnil
        ws:error\t2\tnot a WebSocket address: ws://
        ws:close\t2\tnil
        ws:error\t3\tnot a WebSocket address: ws://b:0/
        ws:close\t3\tnil
        ws:error\t4\tnot a WebSocket address: ws://b/a b
        ws:close\t4\tnil
        ws:error\t5\ta WebSocket address has no #: ws://b/#x
        ws:close\t5\tnil
        """,
        run,
        "a");
  }

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

  @Test
  void pollInABusyLoop_isCheapAndPrompt() {
    TestProject.Run run =
        run(ECHO, SHOW + "network.connect(1, 'ws://b:8000/')\nevents(10)\nos.exit()", "");
    long console = run.all(SimEvent.ConsoleWritten.class).size();
    assertEquals(4, console, run.console("a") + run.console("b"));
    assertTrue(run.events().size() < 200, run.events().size() + " events");
  }

  @Test
  void sameSeed_givesTheSameKeysAndMasks_andMathRandomStaysAsItWas() {
    String client =
        SHOW + "print(math.random())\nnetwork.connect(1, 'ws://b:8000/')\nevents(1)\nos.exit()";
    TestProject.Run first = run(ECHO, client, "");
    TestProject.Run second = run(ECHO, client, "");
    assertEquals(first.result().hash(), second.result().hash());
    TestProject.Run seeded =
        run(ECHO, client.replace("print(math.random())", "math.randomseed(9)"), "");
    assertEquals(1, keys(first).size());
    assertEquals(keys(first), keys(seeded));
  }

  private static List<String> keys(TestProject.Run run) {
    return run.all(SimEvent.FrameSent.class).stream()
        .map(sent -> sent.frame().octets().toString())
        .filter(octets -> octets.contains(KEY))
        .map(octets -> octets.substring(octets.indexOf(KEY)))
        .toList();
  }

  @Test
  void frames_followFromTheLineOfTheScript() {
    TestProject.Run run =
        run(
            ECHO,
            SHOW
                + """
                network.connect(1, "ws://b:8000/")
                events(1, function(e)
                  if e.type == "ws:open" then network.send(1, "hello") end
                end)
                """,
            "");
    SimEvent.SocketUsed used =
        run.all(SimEvent.SocketUsed.class).stream()
            .filter(each -> each.operation().equals("send") && each.octets() == 5)
            .findFirst()
            .orElseThrow();
    assertTrue(used.place().startsWith("scripts/client.lua:"), used.place());
    assertTrue(
        run.all(SimEvent.FrameSent.class).stream().anyMatch(sent -> sent.cause() == used.ordinal()),
        "a frame follows from it");
    assertTrue(used.at().nanos() < new SimTime(1_000_000_000).nanos());
  }
}
