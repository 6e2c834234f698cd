package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// `os.spawn` and its kin: processes that start, watch, feed and end others of their machine.
final class ChildProcessTest {
  private static final String WAIT =
      """
      local function wait(pid)
        while os.process_status(pid) ~= "finished" do end
      end
      """;

  /// A machine whose `/bin` holds programs, given as name and text in turn, and a main script.
  private static TestProject.Run run(String main, String... programs) {
    return project(main, programs).run();
  }

  private static TestProject project(String main, String... programs) {
    StringBuilder files = new StringBuilder();
    for (int i = 0; i < programs.length; i += 2) {
      String text = programs[i + 1].replace("\\", "\\\\").replace("\"", "\\\"");
      files.append(i == 0 ? "" : ", ");
      files.append("\"/bin/" + programs[i] + "\": \"" + text.replace("\n", "\\n") + "\"");
    }
    return new TestProject()
        .vmWith("box", "10.0.1.2/24", ", \"files\": {" + files + "}", "main.lua")
        .script("main.lua", main);
  }

  private static String console(String main, String... programs) {
    return run(main, programs).console("box");
  }

  private static List<String> ends(TestProject.Run run) {
    return run.all(SimEvent.ProcessEnded.class).stream()
        .map(end -> end.process() + " " + end.how() + " " + end.exitCode())
        .toList();
  }

  @Test
  void child_runsAndItsOutputIsReadByItsParent() {
    String text =
        console(
            WAIT
                + """
                local pid = os.spawn("greet", { "a", 7, true })
                print(pid, os.process_status(pid))
                wait(pid)
                io.write(os.read_stdout(pid))
                print(os.read_stdout(pid), os.process_status(pid))
                """,
            "greet",
            "print('got:' .. table.concat(os.get_args(), ','), arg[0], ...)");
    assertEquals("2\tscheduled\ngot:a,7,true\t/bin/greet\ta\t7\ttrue\nnil\tfinished\n", text);
  }

  @Test
  void argumentsAndOutput_areOctets() {
    String text =
        console(
            WAIT
                + """
                local pid = os.spawn("echo", { "\\255\\0x" })
                wait(pid)
                print(os.read_stdout(pid):byte(1, -1))
                """,
            "echo",
            "io.write(...) io.write(os.get_args()[1])");
    assertEquals("255\t0\t120\t255\t0\t120\n", text);
  }

  @Test
  void output_comesInPiecesWhileTheChildRuns() {
    String text =
        console(
            """
            local pid = os.spawn("tick")
            local pieces = {}
            repeat
              local out = os.read_stdout(pid)
              if out then pieces[#pieces + 1] = out end
            until #pieces == 3
            print(table.concat(pieces, "|"), os.process_status(pid))
            """,
            "tick",
            "for i = 1, 3 do io.write(i) sleep(0.5) end");
    assertEquals("1|2|3\trunning\n", text);
  }

  @Test
  void forwardedOutput_isOnTheConsoleAndStillReadable() {
    String text =
        console(
            WAIT
                + """
                local pid = os.spawn("greet", nil, { forward_stdout = true })
                wait(pid)
                print("read", os.read_stdout(pid))
                """,
            "greet",
            "io.write('hi ')");
    assertEquals("hi read\thi \n", text);
  }

  @Test
  void forwardedOutputOfAGrandchild_isItsParentsOutput() {
    String text =
        console(
            WAIT
                + """
                local pid = os.spawn("shell")
                wait(pid)
                print("read", os.read_stdout(pid))
                """,
            "shell",
            WAIT + "wait(os.spawn('greet', {}, { forward_stdout = true })) os.exec('greet')",
            "greet",
            "io.write('hi ')");
    assertEquals("read\thi \nhi ", text, "the second one has outlived its parent");
  }

  @Test
  void readyMadeProgram_isFoundUnlessAFileTakesItsPlace() {
    String main = WAIT + "wait(os.spawn('ping', { '-c', 1, 'box' }, { forward_stdout = true }))";
    assertTrue(console(main).contains("10.0.1.2"), console(main));
    assertEquals("mine\n", console(main, "ping", "print('mine')"));
    assertTrue(console("os.exec('ping')").contains("usage: ping"));
  }

  @Test
  void missingProgram_hasANumberAndANotice() {
    String text =
        console(
            """
            local pid = os.spawn("nope")
            print(pid, os.process_status(pid), os.read_stdout(pid))
            print(os.process_status(99), os.process_status(0), os.write_stdin(pid, "x"))
            print(os.spawn_path("gone.lua"))
            """);
    assertEquals(
        """
        scripts/main.lua:1: cannot start /bin/nope: No such file or directory
        2\tnot_found\tnil
        not_found\tnot_found\tnil\tno process 2 runs on this machine
        scripts/main.lua:4: cannot start /home/gone.lua: No such file or directory
        3
        """,
        text);
  }

  @Test
  void linesWritten_areReadByTheChild() {
    String text =
        console(
            WAIT
                + """
                local pid = os.spawn("ask", {}, { forward_stdout = true })
                print(os.write_stdin(pid, "one"), os.write_stdin(pid, "two\\n"))
                sleep(1)
                os.write_stdin(pid, "three")
                print(os.close_stdin(pid))
                wait(pid)
                """,
            "ask",
            "for line in io.lines() do print('[' .. line .. ']') end");
    assertEquals("true\ttrue\n[one]\n[two]\ntrue\n[three]\n", text);
  }

  @Test
  void unreadLines_beyondTheLimitPushOutTheOldest() {
    String text =
        console(
            WAIT
                + """
                local pid = os.spawn("late", {}, { forward_stdout = true })
                for i = 1, 300 do os.write_stdin(pid, i) end
                os.close_stdin(pid)
                wait(pid)
                """,
            "late",
            "sleep(1) local n, first, last = 0\n"
                + "for line in io.lines() do n = n + 1 first = first or line last = line end\n"
                + "print(n, first, last)");
    assertEquals("more than 256 lines of input unread: the oldest are lost\n256\t45\t300\n", text);
  }

  @Test
  void unreadOutput_beyondTheLimitLosesTheOldest() {
    String text =
        console(
            WAIT
                + """
                local pid = os.spawn("loud")
                wait(pid)
                local out = os.read_stdout(pid)
                print(#out, out:sub(1, 3), out:sub(-4))
                """,
            "loud",
            "io.write(('a'):rep(40000)) io.write(('b'):rep(40000)) io.write('end!')");
    assertEquals(
        "printed more than 65536 octets that its parent has not read: the oldest are lost\n"
            + "65536\taaa\tend!\n",
        text);
  }

  @Test
  void child_inheritsUserDirectoryAndEnvironment() {
    String text =
        console(
            WAIT
                + """
                fs.write("/etc/passwd", "root::0:0::/root:\\nann::7:7::/tmp:\\n")
                os.setenv("COLOR", "red") os.chdir("/tmp") os.su("ann")
                local pid = os.spawn("who", {}, { forward_stdout = true })
                os.setenv("COLOR", "blue")
                wait(pid)
                """,
            "who",
            "print(os.whoami(), os.get_work_dir(), os.getenv('COLOR')) os.setenv('COLOR', 'x')");
    assertEquals("ann\t/tmp\tred\n", text);
  }

  @Test
  void kill_endsTheProcessAndItsDescendants() {
    TestProject.Run run =
        run(
            """
            local pid = os.spawn("mother")
            sleep(1)
            print(os.process_status(3), os.request_kill(pid))
            print(os.process_status(pid), os.process_status(3), os.read_stdout(pid))
            print(os.request_kill(pid))
            """,
            "mother",
            "os.spawn('child') io.write('last words') sleep(100)",
            "child",
            "sleep(100)");
    assertEquals(
        """
        running\ttrue
        finished\tfinished\tlast words
        nil\tno process 2 runs on this machine
        """,
        run.console("box"));
    assertEquals(List.of("2 killed 137", "3 killed 137", "1 returned 0"), ends(run));
    long seconds = run.result().time().nanos() / 1_000_000_000;
    assertEquals(1, seconds, "no dead sleeper prolongs the run");
  }

  @Test
  void killOfItself_isTheEnd() {
    TestProject.Run run =
        run("pcall(os.request_kill, os.pid()) print('still here') while true do end");
    assertEquals("", run.console("box"));
    assertEquals(List.of("1 killed 137"), ends(run));
  }

  @Test
  void childMayKillItsParent_andFallsWithIt() {
    TestProject.Run run =
        run("os.spawn('patricide') sleep(5)", "patricide", "os.request_kill(1) print('free')");
    assertEquals("", run.console("box"));
    assertEquals(List.of("1 killed 137", "2 killed 137"), ends(run));
  }

  @Test
  void othersProcesses_areOutOfReach() {
    String text =
        console(
            """
            fs.write("/etc/passwd", "root::0:0::/root:\\nann::7:7::/tmp:\\nbob::8:8::/tmp:\\n")
            os.su("ann")
            local child = os.spawn("idle")
            os.su("bob")
            print(os.request_kill(child))
            print(os.write_stdin(child, "x"))
            """,
            "idle",
            "sleep(1)");
    assertTrue(text.startsWith("nil\tprocess 2 belongs to ann\nnil\tprocess 2 belongs"), text);
  }

  @Test
  void strangersOutput_isNotHandedOver() {
    String text =
        console(
            "os.spawn('a') sleep(1) print(os.read_stdout(3))",
            "a",
            "os.spawn('b') sleep(3)",
            "b",
            "print('secret') sleep(3)");
    assertEquals("nil\tprocess 3 is not a child of this process\n", text);
  }

  @Test
  void orphan_goesOnAndPrintsOnTheConsole() {
    TestProject.Run run = run("os.spawn('orphan')", "orphan", "sleep(1) print('alone')");
    assertEquals("alone\n", run.console("box"));
    assertEquals(List.of("1 returned 0", "2 returned 0"), ends(run));
  }

  @Test
  void failingChild_isOnTheConsoleAndFinished() {
    String text =
        console(
            WAIT
                + """
                local a, b = os.spawn("bad"), os.spawn("broken")
                print(os.process_status(b))
                wait(a)
                print("on")
                """,
            "bad",
            "local x = nil + 1",
            "broken",
            "x = = 1");
    assertTrue(text.contains("/bin/broken:1: unexpected symbol near '='"), text);
    assertTrue(text.contains("/bin/bad:1: attempt to perform arithmetic on a nil value"), text);
    assertTrue(text.startsWith("/bin/broken") && text.endsWith("on\n"), text);
  }

  @Test
  void tooManyProcesses_areRefused() {
    String text =
        console(
            """
            local started = 0
            local ok, err
            repeat
              ok, err = pcall(os.spawn, "idle")
              if ok then started = started + 1 end
            until not ok
            print(started, err)
            """,
            "idle",
            "sleep(1)");
    assertEquals("255\ttoo many processes: this machine may run no more than 256\n", text);
  }

  @Test
  void endedProcesses_makeRoomForOthers() {
    String text =
        console(
            WAIT
                + """
                for i = 1, 600 do wait(os.spawn("say", { i })) end
                local kept, last = 0, nil
                for pid = 1, 700 do
                  local out = os.read_stdout(pid)
                  if out then kept = kept + 1 last = out end
                end
                print(kept, last)
                """,
            "say",
            "io.write('number ', ...)");
    assertEquals("256\tnumber 600\n", text);
  }

  @Test
  void spawnWithoutEnd_staysInBounds() {
    TestProject.Run run =
        project("os.spawn('bomb')", "bomb", "while true do pcall(os.spawn, 'bomb') end")
            .run(RunSettings.with(event -> {}).withUntil(new SimTime(200_000_000L)));
    assertTrue(run.all(SimEvent.ProcessStarted.class).size() <= 257);
  }

  @Test
  void badArguments_areNamed() {
    String text =
        console(
            """
            print(pcall(os.spawn))
            print(pcall(os.spawn, "x", "y"))
            print(pcall(os.spawn, "x", { {} }))
            print(pcall(os.spawn, "x", {}, true))
            print(pcall(os.process_status, "x"))
            print(pcall(os.write_stdin, 1))
            """);
    assertEquals(
        """
        false\tbad argument #1 to 'os.spawn' (string expected, got no value)
        false\tbad argument #2 to 'os.spawn' (table expected, got string)
        false\tbad argument #2 to 'os.spawn' (string expected in args[1], got table)
        false\tbad argument #3 to 'os.spawn' (table expected, got boolean)
        false\tbad argument #1 to 'os.process_status' (number expected, got string)
        false\tbad argument #2 to 'os.write_stdin' (string expected, got no value)
        """,
        text);
  }

  @Test
  void waitingForAChild_isCheap() {
    TestProject.Run run =
        run(
            WAIT
                + """
                local pid, polls = os.spawn("idle"), 0
                while os.process_status(pid) ~= "finished" do polls = polls + 1 end
                print(polls > 100 and polls < 140)
                """,
            "idle",
            "sleep(2)");
    assertEquals("true\n", run.console("box"));
    assertEquals(2, run.result().time().nanos() / 1_000_000_000);
  }

  @Test
  void scriptOfTheProject_isAProgramToo() {
    TestProject.Run run =
        new TestProject()
            .vm("box", "", "main.lua")
            .script("main.lua", "os.spawn_path('scripts/child.lua', {'x'}, {forward_stdout=true})")
            .script("child.lua", "print(arg[0], ...) error('oops')")
            .run();
    assertTrue(
        run.console("box").startsWith("scripts/child.lua\tx\nscripts/child.lua:1: oops"),
        run.console("box"));
  }

  @Test
  void whatAChildDoes_followsFromItsStart_andWhatItsParentDoesDoesNot() {
    TestProject.Run run =
        run(
            "os.spawn('child', {}, { forward_stdout = true }) print('parent')",
            "child",
            "print('child')");
    List<SimEvent.ProcessStarted> starts = run.all(SimEvent.ProcessStarted.class);
    List<SimEvent.ConsoleWritten> lines = run.all(SimEvent.ConsoleWritten.class);
    assertEquals("parent\nchild\n", run.console("box"));
    assertEquals(starts.getFirst().ordinal(), lines.getFirst().cause());
    assertEquals(starts.getFirst().ordinal(), starts.getLast().cause());
    assertEquals(starts.getLast().ordinal(), lines.getLast().cause());
  }

  @Test
  void sameRun_happensAgain() {
    TestProject project =
        project(
            WAIT + "for i = 1, 20 do wait(os.spawn('work', { i }, { forward_stdout = true })) end",
            "work",
            "sleep(math.random() / 10) print(arg[1], math.random(100))");
    RunSettings inPlace = RunSettings.with(event -> {});
    TestProject.Run first = project.run(inPlace);
    assertEquals(20, first.console("box").lines().count());
    assertEquals(first.result(), project.run(inPlace).result());
    assertEquals(first.console("box"), project.run(inPlace.inPlace(false)).console("box"));
  }
}
