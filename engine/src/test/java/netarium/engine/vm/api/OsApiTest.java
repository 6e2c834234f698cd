package netarium.engine.vm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.lua.Str;
import org.junit.jupiter.api.Test;

final class OsApiTest {
  private final FakeProcess process = new FakeProcess();

  @Test
  void time_isSimulated() {
    process.epochNanos += 1_999_999_999L;
    process.cpuNanos = 1_500_000;
    assertEquals(
        "1767225601\t2026-01-01 00:00:01\t0.0015\n",
        process.run("print(os.time(), os.date('%Y-%m-%d %H:%M:%S'), os.clock())"));
  }

  @Test
  void environment_isTheProcesss() {
    process.environment.put("HOME", "/root");
    assertEquals(
        "/root\tnil\ntrue\tx\ntrue\tnil\n",
        process.run(
            """
            print(os.getenv("HOME"), os.getenv("X"))
            print(os.setenv("X", "x"), os.getenv("X"))
            print(os.setenv("HOME", nil), os.getenv("HOME"))
            """));
    assertEquals("{X=x}", process.environment.toString());
    process.out.setLength(0);
    assertEquals(
        "false\tbad argument #1 to 'os.setenv' (name must not be empty or hold '=')\n",
        process.run("print(pcall(os.setenv, 'A=B', 'x'))"));
  }

  @Test
  void exit_neverReturns() {
    process.run("pcall(os.exit, 3, true) print('not reached')");
    assertEquals("", process.out.toString());
    assertEquals(3, process.exitCode);
    assertTrue(process.closesState);
  }

  @Test
  void exitCodes_followTruthAndDefault() {
    assertEquals(0, exitCode("os.exit()"));
    assertEquals(0, exitCode("os.exit(true)"));
    assertEquals(1, exitCode("os.exit(false)"));
    assertEquals(7, exitCode("os.exit('7')"));
    assertFalse(process.closesState);
  }

  private int exitCode(String script) {
    process.run(script);
    return process.exitCode;
  }

  @Test
  void commands_areNotAvailable() {
    assertEquals(
        "false\nnil\tos.execute is not available on a simulated machine; os.spawn starts a program"
            + "\t127\nfalse\tx.lua:3: 'popen' not supported (os.spawn starts a program)\n",
        process.run(
            "print(os.execute())\nprint(os.execute('ls'))\n"
                + "print(pcall(function() io.popen('ls') end))"));
  }

  @Test
  void temporaryNames_areFreeAndAlikeInEveryRun() {
    process.file("/tmp/lua_000002", "taken");
    assertEquals(
        "/tmp/lua_000001\t/tmp/lua_000003\n", process.run("print(os.tmpname(), os.tmpname())"));
    assertEquals("", process.content("/tmp/lua_000003"));
    process.files.removeAll("/tmp", FakeProcess.ROOT);
    process.out.setLength(0);
    assertEquals(
        "false\tunable to generate a unique filename\n", process.run("print(pcall(os.tmpname))"));
  }

  @Test
  void identity_isToldByTheHost() {
    process.arguments.addAll(List.of(Str.of("-v"), Str.of("a b")));
    assertEquals(
        "web\t7\tvm-1\t2\t-v\ta b\n",
        process.run(
            """
            local a = os.get_args()
            print(os.hostname(), os.pid(), os.vm_id(), #a, a[1], a[2])
            """));
  }

  @Test
  void chdir_movesRelativeNames() {
    process.files.makeDirectory("/work/sub", FakeProcess.ROOT);
    process.file("/work/sub/f", "content").file("/work/g", "");
    assertEquals(
        """
        /work
        /work/sub\tcontent
        /work
        false\tchdir: no such file or directory: none
        false\tchdir: not a directory: g
        """,
        process.run(
            """
            print(os.get_work_dir())
            os.chdir("./sub/../sub/")
            print(os.get_work_dir(), io.open("f"):read("*a"))
            os.chdir("..")
            print(os.get_work_dir())
            print(pcall(os.chdir, "none"))
            print(pcall(os.chdir, "g"))
            """));
  }

  @Test
  void pathResolve_isAQuestionOfText() {
    assertEquals(
        "/home/x\t/etc\t/home\t/\t/a\n",
        process.run(
            """
            local r = os.path_resolve
            print(r("/home", "x"), r("/home", "/etc"), r("/home", ""), r("/home", "../.."),
              r("/a/b", ".."))
            """));
  }

  @Test
  void parseCommand_knowsQuotes() {
    assertEquals(
        """
        curl 2 [a b] [c"d]
        echo 1 []
         0
        nil\tunfinished quote
        x 3 [\\n] [it's] [a b]
        """,
        process.run(
            """
            local function show(line)
              local c = os.parse_cmd(line)
              local s = c.program .. " " .. #c.args
              for _, a in ipairs(c.args) do s = s .. " [" .. a .. "]" end
              print(s)
            end
            show("  curl 'a b'  \\"c\\\\\\"d\\" ")
            show("echo ''")
            show("")
            print(os.parse_cmd("echo 'x"))
            show("x '\\\\n' it\\\\'s a\\\\ b")
            """));
  }

  @Test
  void users_standInEtcPasswd() {
    process.files.makeDirectory("/etc", FakeProcess.ROOT);
    process.file(
        Accounts.PATH,
        "root:secret:0:0:root:/root:/bin/sh\nann:pw:1000:1000:Ann:/home/ann:/bin/sh\n"
            + "nobody:*:65534:0::/:/bin/sh\n# nonsense\n");
    assertEquals(
        """
        root\t0\ttrue\t/root
        3\tann\t1000\t/home/ann
        false\tfalse\ttrue\tfalse\tfalse
        true\tann\t1000\tfalse\t/home/ann
        false\tfalse\ttrue\troot
        """,
        process.run(
            """
            print(os.whoami(), os.uid(), os.is_root(), os.get_home())
            local u = os.users()
            print(#u, u[2].name, u[2].uid, u[2].home)
            print(os.login("ann", "x"), os.login("root", ""), os.login("ann", "pw"),
              os.login("nobody", "*"), os.login("eve", ""))
            print(os.su("ann"), os.whoami(), os.uid(), os.is_root(), os.get_home())
            print(os.su("root"), os.su("root", "wrong"), os.su("root", "secret"), os.whoami())
            """));
  }

  @Test
  void machineWithoutUserList_knowsRootAlone() {
    assertEquals(
        "1\troot\t0\nfalse\n",
        process.run(
            "local u = os.users() print(#u, u[1].name, u[1].uid) print(os.login('ann', ''))"));
    process.user = "ghost";
    process.out.setLength(0);
    assertEquals("65534\t/\tfalse\n", process.run("print(os.uid(), os.get_home(), os.is_root())"));
  }

  @Test
  void serverLog_isANotice() {
    process.run("os.server_log('started')");
    assertEquals(List.of("started"), process.notices);
  }
}
