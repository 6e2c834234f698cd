package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// The module `network` as scripts on two machines use it.
class NetworkModuleTest extends NetworkModuleLab {
  /// `Key: ` as octets.
  private static final String KEY = "4b65793a20";

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
  void wss_toAServerOfPages_hasNoUpgrade() {
    TestProject.Run run =
        run(
            "http.pool{port = 443, tls = true, handler = function() return 404 end}",
            SHOW
                + """
                sleep(0.5)
                network.connect(1, 'wss://b/', {reconnect = false})
                network.connect(2, 'wss://b:444/', {reconnect = false})
                events(3)
                """,
            "");
    prints(
        """
        connection to 10.0.0.2:444 refused: nobody listens there
        0\tws:error error=connection refused id=2
        0\tws:close code=1006 id=2 reason=
        0\tws:error error=the server answered 404 Not Found id=1
        0\tws:close code=1006 id=1 reason=
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
