package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// Programs that stand in a machine's own files: of kind `program`, and those of `/etc/bootstrap`.
final class ProgramFilesTest {
  private static TestProject box(String files, String programs) {
    return new TestProject()
        .node(
            """
            { "id": "box", "kind": "vm", "files": {%s}, "programs": [%s] }\
            """
                .formatted(files, programs));
  }

  @Test
  void programOfTheMachine_runsItsFile() {
    TestProject.Run run =
        box(
                """
                "/bin/greet": "#!/bin/lua\\nprint(arg[0], ...)"
                """,
                """
                { "kind": "program", "program": "/bin/greet", "args": ["a", "b c"] }
                """)
            .run();
    assertEquals("/bin/greet\ta\tb c\n", run.console("box"));
  }

  @Test
  void programThatIsNotThere_isNamed() {
    TestProject.Run run = box("", "{ \"kind\": \"program\", \"program\": \"/bin/nothere\" }").run();
    assertEquals(
        "/bin/nothere: No such file or directory; a program is a Lua file that the machine's"
            + " \"files\" put there\n",
        run.console("box"));
    assertEquals("failed", run.all(SimEvent.ProcessEnded.class).getFirst().how());
  }

  @Test
  void programWrittenBeforeItsStart_isTheOneThatRuns() {
    TestProject.Run run =
        box(
                """
                "/bin/a": "print('old')"
                """,
                """
                { "kind": "script", "script": "scripts/w.lua" },
                { "kind": "program", "program": "/bin/a", "start": "1s" }
                """)
            .script("w.lua", "fs.write('/bin/a', \"print('new')\")")
            .run();
    assertEquals("new\n", run.console("box"));
  }

  @Test
  void bootstrap_startsProgramsAfterThoseOfTheTopology() {
    TestProject.Run run =
        box(
                """
                "/bin/one": "print('one', os.whoami(), os.get_work_dir(), ...)",
                "/home/scripts/two.lua": "print('two', arg[0], ...)",
                "/etc/bootstrap": "# services\\n\\none a 'b c'\\n  /home/scripts/two.lua x\\r\\n"
                """,
                """
                { "kind": "script", "script": "scripts/a.lua" },
                { "kind": "script", "script": "scripts/b.lua", "start": "1s" }
                """)
            .script("a.lua", "print('a')")
            .script("b.lua", "print('b')")
            .run();
    assertEquals("a\none\troot\t/home\ta\tb c\ntwo\tscripts/two.lua\tx\nb\n", run.console("box"));
    assertEquals(
        List.of("scripts/a.lua", "/bin/one", "scripts/two.lua", "scripts/b.lua"),
        run.all(SimEvent.ProcessStarted.class).stream()
            .map(SimEvent.ProcessStarted::program)
            .toList());
  }

  @Test
  void bootstrapMistakes_areNoticesWithTheirLines() {
    TestProject.Run run =
        box(
                """
                "/bin/ok": "print('ok')",
                "/etc/bootstrap": "missing x\\n# fine\\nok 'open\\n/bin\\nok"
                """,
                "")
            .run();
    assertEquals(
        """
        /etc/bootstrap:1: /bin/missing: No such file or directory
        /etc/bootstrap:3: unfinished quote
        /etc/bootstrap:4: /bin: Is a directory
        ok
        """,
        run.console("box"));
  }

  @Test
  void endlessBootstrap_isCutAtTheLimitOfProcesses() {
    TestProject.Run run =
        box(
                """
                "/bin/idle": "sleep(1)",
                "/etc/bootstrap": "%s"
                """
                    .formatted("idle\\n".repeat(260)),
                "")
            .run();
    assertEquals(256, run.all(SimEvent.ProcessStarted.class).size());
    assertTrue(
        run.console("box")
            .startsWith(
                "/etc/bootstrap:257: /bin/idle not started: too many processes: this machine may"
                    + " run no more than 256\n"),
        run.console("box"));
  }
}
