package netarium.engine.vm.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FileTreeTest {
  private static final FileCaller ROOT = FileCaller.root(5);
  private static final FileCaller ANN = new FileCaller("ann", 7);
  private final FileTree files = new FileTree(FileLimits.DEFAULT);

  private FileError write(String path, String text) {
    return files.write(path, text.getBytes(UTF_8), ROOT);
  }

  private String read(String path) {
    return switch (files.read(path, ROOT)) {
      case FileResult.Done<byte[]>(byte[] octets) -> new String(octets, UTF_8);
      case FileResult.Failed<byte[]>(FileError error) -> "!" + error.text();
    };
  }

  private String names(String path) {
    return switch (files.list(path, ROOT)) {
      case FileResult.Done<List<FileStat>>(List<FileStat> entries) ->
          String.join(" ", entries.stream().map(FileStat::name).toList());
      case FileResult.Failed<List<FileStat>>(FileError error) -> "!" + error.text();
    };
  }

  private FileStat stat(String path) {
    return assertInstanceOf(FileResult.Done.class, files.stat(path, ROOT)).value()
            instanceof FileStat stat
        ? stat
        : new FileStat("", FileKind.FILE, 0, "", 0, 0);
  }

  @Test
  void write_readsBackAndStamps() {
    assertEquals(FileError.NONE, write("/a.txt", "hello"));
    assertEquals("hello", read("/a.txt"));
    assertEquals(new FileStat("a.txt", FileKind.FILE, 5, "root", 0644, 5), stat("/a.txt"));
    assertEquals("rw-r--r--", stat("/a.txt").permissions());
  }

  @Test
  void writeAgain_replacesContent() {
    write("/a", "a long text");
    write("/a", "b");
    assertEquals("b", read("/a"));
    assertEquals(FileError.NONE, files.append("/a", "cd".getBytes(UTF_8), ROOT));
    assertEquals("bcd", read("/a"));
  }

  @Test
  void listing_isInOrderOfNamesWhateverTheHistory() {
    write("/b", "");
    write("/c", "");
    files.makeDirectory("/a", ROOT);
    files.remove("/b", ROOT);
    write("/b", "");
    assertEquals("a b c", names("/"));
    assertEquals("!Not a directory", names("/b"));
    assertEquals("!No such file or directory", names("/none"));
  }

  @Test
  void dotsAndSlashes_areWalkedNotCutOut() {
    files.makeDirectories("/home/ann", ROOT);
    write("/home/x", "1");
    assertEquals("1", read("/home/./ann/../x"));
    assertEquals("1", read("//home//x"));
    assertEquals("1", read("/../../home/x"));
    assertEquals("!No such file or directory", read("/none/../home/x"));
    assertEquals("!Not a directory", read("/home/x/../x"));
    assertEquals("!Not a directory", read("/home/x/"));
    assertEquals("!Is a directory", read("/home"));
    assertEquals("!No such file or directory", read(""));
  }

  @Test
  void names_areLimitedInLength() {
    assertEquals(FileError.NONE, write("/" + "n".repeat(255), ""));
    assertEquals(FileError.NAME_TOO_LONG, write("/" + "n".repeat(256), ""));
    assertEquals(FileError.NAME_TOO_LONG, write("/" + "a/".repeat(2100) + "x", ""));
  }

  @Test
  void makeDirectory_needsParentAndFreeName() {
    assertEquals(FileError.NO_SUCH_FILE, files.makeDirectory("/a/b", ROOT));
    assertEquals(FileError.NONE, files.makeDirectory("/a/", ROOT));
    assertEquals(FileError.EXISTS, files.makeDirectory("/a", ROOT));
    assertEquals(FileError.EXISTS, files.makeDirectory("/", ROOT));
    write("/f", "");
    assertEquals(FileError.NOT_A_DIRECTORY, files.makeDirectories("/f/g", ROOT));
    assertEquals(FileError.NOT_A_DIRECTORY, files.makeDirectories("/a/../f", ROOT));
  }

  @Test
  void remove_refusesFullDirectories() {
    files.makeDirectories("/a/b/c", ROOT);
    write("/a/b/f", "x");
    assertEquals(FileError.NOT_EMPTY, files.remove("/a", ROOT));
    assertEquals(FileError.BUSY, files.remove("/", ROOT));
    assertEquals(FileError.BUSY, files.remove("/a/.", ROOT));
    assertEquals(FileError.NONE, files.removeAll("/a", ROOT));
    assertEquals(FileError.NO_SUCH_FILE, files.remove("/a", ROOT));
    assertEquals(0, files.usedOctets());
  }

  @Test
  void rename_followsPosix() {
    files.makeDirectories("/d/e", ROOT);
    files.makeDirectory("/empty", ROOT);
    write("/f", "f");
    write("/g", "g");
    assertEquals(FileError.NONE, files.rename("/f", "/g", ROOT));
    assertEquals("f", read("/g"));
    assertEquals("!No such file or directory", read("/f"));
    assertEquals(FileError.NO_SUCH_FILE, files.rename("/f", "/h", ROOT));
    assertEquals(FileError.IS_A_DIRECTORY, files.rename("/g", "/d", ROOT));
    assertEquals(FileError.NOT_A_DIRECTORY, files.rename("/d", "/g", ROOT));
    assertEquals(FileError.NOT_EMPTY, files.rename("/empty", "/d", ROOT));
    assertEquals(FileError.INVALID_ARGUMENT, files.rename("/d", "/d/e/d", ROOT));
    assertEquals(FileError.NONE, files.rename("/d", "/empty", ROOT));
    assertEquals("e", names("/empty"));
    assertEquals(FileError.NONE, files.rename("/g", "/g", ROOT));
    assertEquals("empty g", names("/"));
  }

  @Test
  void permissions_bindAllButRoot() {
    files.makeDirectory("/home", ROOT);
    write("/home/secret", "s");
    assertEquals(FileError.PERMISSION_DENIED, files.write("/home/x", new byte[0], ANN));
    assertEquals(FileError.PERMISSION_DENIED, files.remove("/home/secret", ANN));
    assertEquals(FileError.NONE, files.read("/home/secret", ANN).error());
    files.changeMode("/home/secret", 0600, ROOT);
    assertEquals(FileError.PERMISSION_DENIED, files.read("/home/secret", ANN).error());
    assertEquals(FileError.PERMISSION_DENIED, files.changeOwner("/home/secret", "ann", ANN));
    assertEquals(FileError.PERMISSION_DENIED, files.changeMode("/home/secret", 0777, ANN));
    files.changeOwner("/home/secret", "ann", ROOT);
    assertEquals(FileError.NONE, files.read("/home/secret", ANN).error());
    files.changeMode("/home", 0700, ROOT);
    assertEquals(FileError.PERMISSION_DENIED, files.read("/home/secret", ANN).error());
    assertEquals(FileError.PERMISSION_DENIED, files.list("/home", ANN).error());
    assertEquals("s", read("/home/secret"));
  }

  @Test
  void removeAll_changesNothingWhenADeepDirectoryIsForbidden() {
    files.makeDirectories("/a/b/c/d", ROOT);
    for (String path : List.of("/a", "/a/b")) {
      files.changeMode(path, 0777, ROOT);
    }
    files.changeMode("/", 0777, ROOT);
    assertEquals(FileError.PERMISSION_DENIED, files.removeAll("/a", ANN));
    assertEquals("d", names("/a/b/c"));
  }

  @Test
  void furnishedTree_hasTheUsualDirectories() {
    FileTree usual = FileTree.furnished(FileLimits.DEFAULT, 9);
    assertEquals(FileError.NONE, usual.write("/tmp/x", new byte[1], ANN));
    assertEquals(FileError.PERMISSION_DENIED, usual.write("/etc/x", new byte[1], ANN));
    assertEquals(FileError.NONE, usual.write("/dev/null", new byte[1], ANN));
    for (String path : List.of("/bin", "/home", "/root", "/var/log", "/var/www")) {
      assertEquals(FileError.NONE, usual.list(path, ROOT).error(), path);
    }
  }

  @Test
  void install_makesTheDirectoriesAbove() {
    assertEquals(FileError.NONE, files.install("/var/www/index.html", "x".getBytes(UTF_8), ROOT));
    assertEquals("x", read("/var/www/index.html"));
    assertEquals(FileError.NONE, files.install("/top", new byte[0], ROOT));
    assertEquals(FileError.NOT_A_DIRECTORY, files.install("/top/x", new byte[0], ROOT));
  }

  @Test
  void special_hasNameButNoContent() {
    assertEquals(FileError.NONE, files.makeSpecial("/null", FileKind.NULL_DEVICE, ROOT));
    assertEquals(FileError.NONE, write("/null", "swallowed"));
    assertEquals("", read("/null"));
    assertEquals(FileError.NONE, files.makeSpecial("/sock", FileKind.SOCKET, ROOT));
    assertEquals(FileError.NO_SUCH_DEVICE, write("/sock", "x"));
    assertEquals("!No such device or address", read("/sock"));
    assertEquals(FileError.EXISTS, files.makeSpecial("/sock", FileKind.SOCKET, ROOT));
  }

  @Test
  void installedOctets_areSharedUntilOneTreeChangesThem() {
    byte[] octets = "one two".getBytes(UTF_8);
    for (String mode : List.of("w", "a", "r+")) {
      FileTree changed = FileTree.furnished(FileLimits.DEFAULT, 0);
      FileTree kept = FileTree.furnished(FileLimits.DEFAULT, 0);
      long before = kept.usedOctets();
      changed.install("/etc/x", octets, ROOT);
      kept.install("/etc/x", octets, ROOT);
      assertEquals(before + FileLimits.ENTRY_OCTETS + octets.length, kept.usedOctets());
      OpenFile file = done(changed.open("/etc/x", OpenMode.parse(mode).orElseThrow(), ROOT));
      assertEquals(FileError.NONE, file.write("THREE".getBytes(UTF_8), 0));
      file.close();
      assertEquals("one two", new String(octets, UTF_8));
      assertEquals("one two", new String(done(kept.read("/etc/x", ROOT)), UTF_8));
      assertTrue(new String(done(changed.read("/etc/x", ROOT)), UTF_8).contains("THREE"));
    }
  }

  private static <T> T done(FileResult<T> result) {
    return switch (result) {
      case FileResult.Done<T>(T value) -> value;
      case FileResult.Failed<T>(FileError error) -> throw new AssertionError(error);
    };
  }
}
