package netarium.engine.vm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import netarium.engine.vm.files.FileError;
import netarium.engine.vm.files.FileLimits;
import org.junit.jupiter.api.Test;

/// What C Lua cannot show: limits, users, streams of the simulated machine.
final class IoApiTest {
  private final FakeProcess process = new FakeProcess();

  @Test
  void standardStreams_areKeptApart() {
    process.run("io.write('o', 1) io.stderr:write('e', 2) print('p', nil)");
    assertEquals("o1p\tnil\n", process.out.toString());
    assertEquals("e2", process.err.toString());
  }

  @Test
  void handles_printAlikeInEveryRun() {
    assertEquals(
        "file (0x00000001)\tfile (0x00000004)\n", process.run("print(io.stdin, io.tmpfile())"));
  }

  @Test
  void fullDisk_isAnAnswer() {
    FakeProcess small = new FakeProcess(new FileLimits(1000, 100));
    assertEquals(
        "nil\tNo space left on device\t28\nnil\tmore/x: No such file or directory\t2\n",
        small.run(
            """
            local f = io.open("big", "w")
            for i = 1, 100 do local ok, e, n = f:write("0123456789") if not ok then
              print(ok, e, n) break end end
            print(io.open("more/x", "w"))
            """));
  }

  @Test
  void openFiles_areLimited() {
    FakeProcess small = new FakeProcess(new FileLimits(100_000, 5));
    assertEquals(
        "5\tnil\tf: Too many open files\t24\n",
        small.run(
            """
            local open = {}
            for i = 1, 5 do open[i] = io.open("f", "w") end
            print(#open, io.open("f", "r"))
            """));
    small.io.closeAll();
    assertEquals(0, small.files.openFiles());
  }

  @Test
  void openingFiles_bringsTheNextMemoryCountNearer() {
    assertEquals(
        "true\n",
        process.run(
            """
            local before = collectgarbage("count")
            io.open("f", "w"):close()
            print(collectgarbage("count") - before >= 4)
            """));
  }

  @Test
  void finalizer_closesWhatIsOpen() {
    process.run("local f = io.open('f', 'w') local gc = getmetatable(f).__gc gc(f) gc(f)");
    assertEquals(0, process.files.openFiles());
    process.run("local gc = getmetatable(io.stdout).__gc gc(io.stdout) print('still there')");
    assertEquals("still there\n", process.out.toString());
  }

  @Test
  void permissions_areCheckedAgainstTheUser() {
    process.file("/work/secret", "s");
    process.files.changeMode("/work/secret", 0600, FakeProcess.ROOT);
    process.user = "ann";
    assertEquals(
        "nil\tsecret: Permission denied\t13\nnil\tnew: Permission denied\t13\n"
            + "nil\tsecret: Permission denied\t13\n",
        process.run(
            "print(io.open('secret')) print(io.open('new', 'w')) print(os.remove('secret'))"));
  }

  @Test
  void namesThatAreNotText_nameNothing() {
    assertEquals("nil\t84\n", process.run("local f, e, n = io.open('a\\255', 'w') print(f, n)"));
    assertEquals(FileError.NO_SUCH_FILE, process.files.stat("/work/a", FakeProcess.ROOT).error());
  }

  @Test
  void utf8Names_areNames() {
    process.run("io.open('\\195\\164.txt', 'w'):write('x'):close()");
    assertEquals("x", process.content("/work/ä.txt"));
  }

  @Test
  void writtenOctets_canBeReadAtOnce() {
    assertEquals(
        "abc\n",
        process.run("local f = io.open('f', 'w') f:write('abc') print(io.open('f'):read('*a'))"));
  }

  @Test
  void fileStamps_areSimulatedTime() {
    process.run("io.open('f', 'w'):close()");
    assertEquals(
        "1767225600\n1767225601\n",
        process.run("print(fs.stat('/work/f').mtime)")
            + later("local f = io.open('f', 'a') f:write('x') print(fs.stat('/work/f').mtime)"));
  }

  private String later(String script) {
    process.epochNanos += 1_000_000_000;
    process.out.setLength(0);
    return process.run(script);
  }

  @Test
  void readingCostsUnitsByOctets() {
    assertEquals(100, unitsToRead("x".repeat(3200)) - unitsToRead(""));
  }

  private long unitsToRead(String text) {
    process.file("/work/f", text);
    process.run("local f = io.open('f') f:read('*a')");
    return process.lua.unitsUsed();
  }
}
