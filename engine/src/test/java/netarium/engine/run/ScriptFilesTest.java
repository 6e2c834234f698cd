package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// A machine's files as its scripts see them, and modules among them.
final class ScriptFilesTest {
  private static String console(String main, String... scripts) {
    TestProject project = new TestProject().vm("box", "", "main.lua").script("main.lua", main);
    for (int i = 0; i < scripts.length; i += 2) {
      project.script(scripts[i], scripts[i + 1]);
    }
    return project.run().console("box");
  }

  @Test
  void fileOfOneProcess_isReadByAnotherOfTheSameMachineOnly() {
    String read =
        """
        sleep(1)
        local f, err = io.open("/tmp/note")
        print(f and f:read("*a"), err, fs.read("/tmp/note"), fs.exists("/tmp/note"))
        """;
    TestProject.Run run =
        new TestProject()
            .vm("one", "", "write.lua", "read.lua")
            .vm("two", "", "read.lua")
            .script("read.lua", read)
            .script(
                "write.lua",
                "local f = io.open('/tmp/note', 'w') f:write('hello ', 7) f:close() x = 1")
            .run();
    assertEquals("hello 7\tnil\thello 7\ttrue\n", run.console("one"));
    assertEquals("nil\t/tmp/note: No such file or directory\tnil\tfalse\n", run.console("two"));
  }

  @Test
  void globals_areEachProcessesOwn() {
    TestProject.Run run =
        new TestProject()
            .vm("box", "", "a.lua", "b.lua")
            .script("a.lua", "x = 1 string.y = 2 package.loaded.z = 3")
            .script("b.lua", "sleep(1) print(x, string.y, package.loaded.z)")
            .run();
    assertEquals("nil\tnil\tnil\n", run.console("box"));
  }

  @Test
  void projectModule_isLoadedOnceAndByItsName() {
    String text =
        console(
            """
            local a, b = require("lib"), require "lib"
            print(a == b, a.name, a.where, package.loaded.lib == a)
            print(require("deep.inner").value, require("plain"), LOADS)
            package.loaded.lib = nil
            print(require("lib") == a, LOADS)
            print(package.path)
            """,
            "lib.lua",
            "LOADS = (LOADS or 0) + 1 return { name = (...), where = select(2, ...) }",
            "deep/inner.lua",
            "return { value = require('lib').name .. '!' }",
            "plain.lua",
            "");
    assertEquals(
        """
        true\tlib\tscripts/lib.lua\ttrue
        lib!\ttrue\t1
        false\t2
        scripts/?.lua;?.lua;/usr/lib/lua/?.lua
        """,
        text);
  }

  @Test
  void missingModule_isNamedWithThePlacesLookedAt() {
    String text = console("print(pcall(require, 'a.b'))\nrequire('nope')");
    assertTrue(
        text.startsWith(
            """
            false\tmodule 'a.b' not found:
            \tno field package.preload['a.b']
            \tno file 'scripts/a/b.lua'
            \tno file 'a/b.lua'
            \tno file '/usr/lib/lua/a/b.lua'
            scripts/main.lua:2: module 'nope' not found:
            """),
        text);
  }

  @Test
  void moduleWithASyntaxError_isNamedWithFileAndLine() {
    String text = console("print(pcall(require, 'bad'))", "bad.lua", "\nlocal = 1");
    assertEquals(
        "false\terror loading module 'bad' from file 'scripts/bad.lua':\n"
            + "\tscripts/bad.lua:2: <name> expected near '='\n",
        text);
  }

  @Test
  void changedPath_isWhereModulesAreLookedFor() {
    String text =
        console(
            """
            fs.mkdir("/tmp/m") fs.write("/tmp/m/tool.lua", "return 'found ' .. ...")
            package.path = package.path .. ";/tmp/m/?.lua"
            print(require("tool"))
            package.preload.ready = function(name) return name .. " preloaded" end
            print(require("ready"))
            os.chdir("/tmp/m")
            package.path = "./?.lua"
            package.loaded.tool = nil
            print(require("tool"), package.searchpath("tool", package.path))
            """);
    assertEquals("found tool\nready preloaded\nfound tool\t./tool.lua\n", text);
  }

  @Test
  void systemModules_areNeverShadowed() {
    String text =
        console(
            "print(require('lua.net') == net, require('lua.httpd') == httpd, require('os') == os)",
            "lua/net.lua",
            "return 'shadow'",
            "os.lua",
            "return 'shadow'");
    assertEquals("true\ttrue\ttrue\n", text);
  }

  @Test
  void loadfileAndDofile_runFilesFromTheWorkingDirectory() {
    String text =
        console(
            """
            print(dofile("scripts/part.lua"))
            local f = loadfile("scripts/part.lua", "t", { select = select })
            print(N, f("given"))
            print(loadfile("scripts/none.lua"))
            print(pcall(dofile, "scripts/none.lua"))
            print(loadfile("scripts/bad.lua"))
            print(pcall(dofile, "scripts/fails.lua"))
            io.open("/tmp/made.lua", "w"):write("return 6 * 7"):close()
            print(dofile("/tmp/made.lua"))
            """,
            "part.lua",
            "N = (N or 0) + 1 return N, ...",
            "bad.lua",
            "return return",
            "fails.lua",
            "\nerror('inside')");
    assertEquals(
        """
        1
        1\t1\tgiven
        nil\tcannot open scripts/none.lua: No such file or directory
        false\tcannot open scripts/none.lua: No such file or directory
        nil\tscripts/bad.lua:1: unexpected symbol near 'return'
        false\tscripts/fails.lua:2: inside
        42
        """,
        text);
  }

  @Test
  void osAndIo_workOnTheMachinesFiles() {
    String text =
        console(
            """
            print(os.hostname(), os.pid(), os.get_work_dir(), io.open("/etc/hostname"):read())
            local name = os.tmpname()
            for i = 1, 3 do local f = io.open(name, "a") f:write(i, "\\n") f:close() end
            local sum = 0 for n in io.lines(name, "*n") do sum = sum + n end
            print(sum, os.rename(name, "/tmp/b"), os.remove("/tmp/b"), (os.remove("/tmp/b")))
            print(io.open("/nowhere/x", "w"))
            print(#fs.ls("/home/scripts"), fs.stat("/home/scripts/main.lua").type)
            """);
    assertEquals(
        """
        box\t1\t/home\tbox
        6\ttrue\ttrue\tnil
        nil\t/nowhere/x: No such file or directory\t2
        1\tfile
        """,
        text);
  }

  @Test
  void switchedUser_alsoCountsForModules() {
    String text =
        console(
            """
            fs.write("/etc/passwd", "root::0:0::/root:\\nann::7:7::/tmp:\\n")
            fs.write("/root/secret.lua", "return 'secret'")
            package.path = "/root/?.lua"
            print(require("secret"))
            print(os.su("ann"), os.whoami(), pcall(io.open, "/etc/passwd", "w"))
            """);
    assertEquals("secret\ntrue\tann\ttrue\tnil\t/etc/passwd: Permission denied\t13\n", text);
  }
}
