package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.node.Host;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.FileTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a process leaves behind, however it ends: nothing. And when it is started again.
final class EndedProcessTest {
  private static final RunSettings FIVE_SECONDS =
      RunSettings.with(event -> {}).withUntil(new SimTime(5_000_000_000L));

  /// The ways to end, as the last statement of a script; `killed` waits to be.
  private static final String RETURNS = "return";

  private static final String FAILS = "error('oops')";
  private static final String EXITS = "os.exit(3)";
  private static final String PRINTS = "while true do print(('x'):rep(1000)) end";
  private static final String SPINS = "while true do end";
  private static final String WAITS = "sleep(1000)";

  private static TestProject holder(String holds, String end) {
    return new TestProject()
        .vmWith(
            "box",
            "10.0.1.2/24",
            ", \"limits\": {\"output\": \"1KiB\", \"instructions\": 20000000}",
            "holder.lua",
            "killer.lua")
        .vm("other", "10.0.1.3/24", "other.lua")
        .link("l", "box:eth0", "other:eth0", "")
        .script("holder.lua", holds + " sleep(1) " + end)
        .script("killer.lua", end.equals(WAITS) ? "sleep(1.5) os.request_kill(1)" : "")
        .script("other.lua", "");
  }

  private static String howItEnded(TestProject.Run run) {
    return run.all(SimEvent.ProcessEnded.class).stream()
        .filter(end -> end.node() == 0 && end.process() == 1)
        .map(SimEvent.ProcessEnded::how)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        RETURNS + "|returned",
        FAILS + "|failed",
        EXITS + "|exited",
        PRINTS + "|limit",
        WAITS + "|killed"
      })
  void portsOfAnEndedProcess_areFree(String end, String how) {
    TestProject.Run run =
        holder("net.listen(80) net.listen(81)", end)
            .script(
                "killer.lua",
                (end.equals(WAITS) ? "sleep(1.5) os.request_kill(1)" : "")
                    + " sleep(0.5) print(pcall(net.listen, 80)) sleep(2)"
                    + " print(pcall(net.listen, 80)) print(pcall(net.listen, 81))")
            .run(FIVE_SECONDS);
    assertEquals(how, howItEnded(run));
    String console = run.console("box");
    if (how.equals("limit")) {
      assertTrue(console.contains("more than 1024 octets of output"), console);
      return;
    }
    assertTrue(console.endsWith("true\ntrue\n"), console);
    assertEquals(
        !how.equals("killed"),
        console.contains("false\tAddress already in use (port 80)\n"),
        console);
  }

  @ParameterizedTest
  @ValueSource(strings = {RETURNS, FAILS, EXITS, PRINTS, SPINS, WAITS})
  void connectionsOfAnEndedProcess_areClosed(String end) {
    TestProject.Run run =
        holder(
                """
                net.listen(80)
                local c = net.connect("other", 81) c:send("hello")
                local r repeat r = net.recv() until r
                """,
                end)
            .script(
                "other.lua",
                """
                net.listen(81)
                local c = net.connect("box", 80) c:send("hi")
                repeat local r, err = c:recv() until err
                print("gone")
                local before = net.recv()
                print(before.data)
                """)
            .run(FIVE_SECONDS);
    assertTrue(run.console("other").startsWith("gone\nhello\n"), run.console("other"));
    List<String> last =
        run.all(SimEvent.TcpStateChanged.class).stream()
            .filter(change -> change.node() == 0 && change.remote().port() == 81)
            .map(SimEvent.TcpStateChanged::to)
            .toList();
    assertTrue(last.contains("FIN-WAIT-1") || last.contains("CLOSED"), last.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {RETURNS, FAILS, EXITS, PRINTS, SPINS, WAITS})
  void filesOfAnEndedProcess_areClosedAndWritten(String end) {
    Simulation simulation =
        Simulation.of(
            holder("f = io.open('/tmp/x', 'w') f:write('kept') g = io.tmpfile()", end).project(),
            FIVE_SECONDS);
    simulation.runToEnd();
    FileTree files = ((Host) simulation.network().node("box").orElseThrow()).vm().files();
    assertEquals(0, files.openFiles());
    FileResult<byte[]> kept = files.read("/tmp/x", FileCaller.root(0));
    assertTrue(
        kept instanceof FileResult.Done<byte[]>(byte[] octets)
            && new String(octets, UTF_8).equals("kept"));
  }

  @Test
  void outputLimit_isSaidOnceAndEndsAtOnce() {
    TestProject.Run run =
        new TestProject()
            .vmWith("box", "", ", \"limits\": {\"output\": \"10\"}", "a.lua")
            .script("a.lua", "while true do pcall(io.write, 'four') net.listen(80) end")
            .run();
    assertEquals(
        "fourfourmore than 10 octets of output: the program was ended\n", run.console("box"));
    assertEquals("limit", howItEnded(run));
  }

  private static List<String> life(String restart, String script) {
    return new TestProject()
            .node(
                """
                { "id": "box", "kind": "vm", "programs": [
                  { "kind": "script", "script": "scripts/a.lua", "restart": "%s" } ] }\
                """
                    .formatted(restart))
            .script("a.lua", script)
            .run(FIVE_SECONDS)
            .all(SimEvent.class)
            .stream()
            .flatMap(event ->
                switch (event) {
                  case SimEvent.ProcessStarted start ->
                      List.of("start " + start.process() + " " + tenths(start)).stream();
                  case SimEvent.ProcessEnded end ->
                      List.of(end.how() + " " + end.process() + " " + tenths(end)).stream();
                  default -> List.<String>of().stream();
                })
            .toList();
  }

  private static long tenths(SimEvent event) {
    return event.at().nanos() / 100_000_000;
  }

  @Test
  void restartAlways_startsAgainAfterASecond() {
    assertEquals(
        List.of("start 1 0", "returned 1 14", "start 2 24", "returned 2 38", "start 3 48"),
        life("always", "sleep(1.4)"));
  }

  @Test
  void restartOnError_startsAgainOnlyAfterFailure() {
    assertEquals(List.of("start 1 0", "returned 1 5"), life("on-error", "sleep(0.5)"));
    assertEquals(List.of("start 1 0", "exited 1 5"), life("on-error", "sleep(0.5) os.exit(0)"));
    String failsTwice =
        """
        net.listen(80)
        local n = (fs.read("/tmp/n") or "") .. "x"
        fs.write("/tmp/n", n)
        if n == "x" then error("first") end
        if n == "xx" then os.exit(1) end
        if n == "xxx" then os.request_kill(os.pid()) end
        """;
    assertEquals(
        List.of(
            "start 1 0",
            "failed 1 0",
            "start 2 10",
            "exited 2 10",
            "start 3 20",
            "killed 3 20",
            "start 4 30",
            "returned 4 30"),
        life("on-error", failsTwice));
  }

  @Test
  void restartNever_leavesItAtThat() {
    assertEquals(List.of("start 1 0", "failed 1 0"), life("never", "error('x')"));
  }

  @Test
  void fullMemory_isSaidWhenAProgramCannotStart() {
    TestProject.Run run =
        new TestProject()
            .node(
                """
                { "id": "box", "kind": "vm", "limits": {"memory": "1MiB"}, "programs": [
                  { "kind": "script", "script": "scripts/hog.lua" },
                  { "kind": "script", "script": "scripts/late.lua", "start": "2s" },
                  { "kind": "script", "script": "scripts/late.lua", "start": "2s" },
                  { "kind": "script", "script": "scripts/late.lua", "start": "2s" },
                  { "kind": "script", "script": "scripts/late.lua", "start": "2s" },
                  { "kind": "script", "script": "scripts/late.lua", "start": "2s" },
                  { "kind": "script", "script": "scripts/late.lua", "start": "2s" } ] }\
                """)
            .script(
                "hog.lua",
                """
                t = {}
                pcall(function() while true do t[#t + 1] = {} end end)
                pcall(function() while true do t = { t } end end)
                sleep(3)
                """)
            .script("late.lua", "print('here')")
            .run();
    // A count leaves a little room, so the first of them may still fit.
    String console = run.console("box");
    assertTrue(
        console.endsWith("cannot start scripts/late.lua: not enough memory\n"), console);
  }

  @Test
  void parentWithoutMemory_hearsThatTheChildDoesNotFit() {
    TestProject.Run run =
        new TestProject()
            .vmWith(
                "box",
                "",
                ", \"limits\": {\"memory\": \"1MiB\"}, \"files\": {\"/bin/x\": \"print(1)\"}",
                "a.lua")
            .script(
                "a.lua",
                """
                local t = {}
                pcall(function() while true do t[#t + 1] = {} end end)
                pcall(function() while true do t = { t } end end)
                local ok, pid
                for i = 1, 20 do
                  ok, pid = pcall(os.spawn, "x")
                  if not ok then break end
                end
                local status = ok and os.process_status(pid)
                t = nil
                print(ok, pid, status)
                """)
            .run();
    assertEquals("false\tnot enough memory\tfalse\n", run.console("box"));
  }
}
