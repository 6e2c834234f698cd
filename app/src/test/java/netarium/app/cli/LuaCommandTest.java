package netarium.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `netarium lua` prints and answers what `lua5.2` does; the expectations were recorded from it.
final class LuaCommandTest {
  @TempDir Path folder;

  private CommandLineRun lua(String script, String... arguments) throws IOException {
    Path file = folder.resolve("x.lua");
    Files.writeString(file, script);
    String[] words = new String[arguments.length + 2];
    words[0] = "lua";
    words[1] = file.toString();
    System.arraycopy(arguments, 0, words, 2, arguments.length);
    return CommandLineRun.of(words);
  }

  @Test
  void output_isTheScriptsOwn() throws IOException {
    assertEquals(
        new CommandLineRun(0, "1\t2.5\nabc", "to stderr\n"),
        lua("print(1, 2.5) io.write('abc') io.stderr:write('to stderr\\n')"));
  }

  @Test
  void arguments_areInArgAndInTheDots() throws IOException {
    assertEquals("-x\t2\t-x\t--help\n", lua("print(arg[1], #arg, ...)", "-x", "--help").out());
  }

  @Test
  void uncaughtError_goesToStderrWithTraceback() throws IOException {
    CommandLineRun run = lua("local function f() error('no') end\nf()");
    String file = folder.resolve("x.lua").toString();
    assertEquals(1, run.exitCode());
    assertEquals("", run.out());
    assertEquals(
        """
        lua5.2: %1$s:1: no
        stack traceback:
        \t[C]: in function 'error'
        \t%1$s:1: in function 'f'
        \t%1$s:2: in main chunk
        \t[C]: in ?
        """
            .formatted(file),
        run.err());
  }

  @Test
  void exit_setsTheCode() throws IOException {
    assertEquals(new CommandLineRun(7, "", ""), lua("os.exit(7) print('never')"));
    assertEquals(0, lua("os.exit(true)").exitCode());
    assertEquals(1, lua("os.exit(false)").exitCode());
  }

  @Test
  void filesBesideTheScript_areThereAndNothingIsWrittenBack() throws IOException {
    Files.writeString(folder.resolve("data.txt"), "hello");
    CommandLineRun run =
        lua("print(io.open('data.txt'):read('*a')) io.open('new.txt', 'w'):write('x'):close()");
    assertEquals(new CommandLineRun(0, "hello\n", ""), run);
    assertEquals(false, Files.exists(folder.resolve("new.txt")));
  }

  @Test
  void missingScript_isSaidAsLuaDoes() {
    assertEquals(
        new CommandLineRun(
            1, "", "lua5.2: cannot open /nowhere/x.lua: No such file or directory\n"),
        CommandLineRun.of("lua", "/nowhere/x.lua"));
  }

  @Test
  void scriptByStandardInput_isCalledStdin() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        NetariumCommand.run(
            new String[] {"lua", "-", "word"},
            new ByteArrayInputStream("print(arg[0], ...) error('x')".getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    assertEquals(1, code);
    assertEquals("-\tword\n", out.toString(UTF_8));
    assertTrue(err.toString(UTF_8).startsWith("lua5.2: stdin:1: x\n"), err.toString(UTF_8));
  }

  /// A link to nowhere stands for what another program deletes while the folder is read.
  @Test
  void filesThatCannotBeRead_arePassedOver() throws IOException {
    Files.createSymbolicLink(folder.resolve("gone.txt"), folder.resolve("nowhere"));
    Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(folder.resolve("closed"), Set.of());
    Files.writeString(folder.resolve("data.txt"), "hello");
    CommandLineRun run = lua("print(io.open('gone.txt')) print(io.open('data.txt'):read())");
    Files.setPosixFilePermissions(
        folder.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
    assertEquals("nil\tgone.txt: No such file or directory\t2\nhello\n", run.out());
  }
}
