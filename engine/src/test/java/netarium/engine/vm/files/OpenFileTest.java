package netarium.engine.vm.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class OpenFileTest {
  private static final FileCaller ROOT = FileCaller.root(0);
  private final FileTree files = new FileTree(new FileLimits(1000, 3));

  private OpenFile open(String path, String mode) {
    return switch (files.open(path, OpenMode.parse(mode).orElseThrow(), ROOT)) {
      case FileResult.Done<OpenFile>(OpenFile file) -> file;
      case FileResult.Failed<OpenFile>(FileError error) -> throw new AssertionError(error.text());
    };
  }

  private static void write(OpenFile file, String text) {
    assertEquals(FileError.NONE, file.write(text.getBytes(UTF_8), 1));
  }

  private static String rest(OpenFile file) {
    return new String(file.read(file.remaining()), UTF_8);
  }

  @Test
  void modes_areLuasOnly() {
    for (String good : new String[] {"r", "w", "a", "r+", "w+", "a+", "rb", "w+b"}) {
      assertTrue(OpenMode.parse(good).isPresent(), good);
    }
    for (String bad : new String[] {"", "x", "rw", "rb+", "r++", "rbb", "br"}) {
      assertTrue(OpenMode.parse(bad).isEmpty(), bad);
    }
  }

  @Test
  void writing_isVisibleAtOnceToOtherHandles() {
    OpenFile writer = open("/f", "w");
    OpenFile reader = open("/f", "r");
    write(writer, "one\n");
    assertEquals(3, reader.distanceTo('\n'));
    assertEquals('o', reader.peek());
    assertEquals('o', reader.next());
    assertEquals("ne\n", rest(reader));
    assertEquals(-1, reader.next());
    assertEquals(-1, reader.distanceTo('\n'));
  }

  @Test
  void update_overwritesInPlace() {
    files.write("/f", "abcdef".getBytes(UTF_8), ROOT);
    OpenFile file = open("/f", "r+");
    file.seek(2);
    write(file, "XY");
    assertEquals("ef", rest(file));
    file.seek(0);
    assertEquals("abXYef", rest(file));
  }

  @Test
  void append_goesToTheEndWhereverThePositionIs() {
    files.write("/f", "abc".getBytes(UTF_8), ROOT);
    OpenFile file = open("/f", "a+");
    assertEquals("abc", rest(file));
    file.seek(0);
    write(file, "d");
    assertEquals(4, file.position());
    file.seek(0);
    assertEquals("abcd", rest(file));
  }

  @Test
  void writeBehindTheEnd_fillsWithZeros() {
    OpenFile file = open("/f", "w+");
    write(file, "abcd");
    open("/f", "w").close();
    assertEquals(0, file.length());
    file.seek(3);
    write(file, "x");
    file.seek(0);
    assertEquals("\0\0\0x", rest(file));
    assertEquals(FileError.INVALID_ARGUMENT, file.seek(-1));
  }

  @Test
  void wrongDirection_isABadDescriptor() {
    OpenFile writer = open("/f", "w");
    assertEquals(FileError.BAD_DESCRIPTOR, writer.readability());
    assertEquals(FileError.BAD_DESCRIPTOR, open("/f", "r").write(new byte[1], 0));
    writer.close();
    assertEquals(FileError.BAD_DESCRIPTOR, writer.write(new byte[1], 0));
    assertEquals(FileError.BAD_DESCRIPTOR, writer.seek(0));
  }

  @Test
  void directory_opensButDoesNotRead() {
    assertEquals(FileError.IS_A_DIRECTORY, open("/", "r").readability());
    assertEquals(FileError.IS_A_DIRECTORY, files.open("/", OpenMode.WRITE, ROOT).error());
  }

  @Test
  void handles_areLimitedAndComeBack() {
    OpenFile first = open("/f", "w");
    open("/f", "r");
    open("/f", "r");
    FileResult<OpenFile> fourth = files.open("/f", OpenMode.READ, ROOT);
    assertEquals("Too many open files", fourth.error().text());
    first.close();
    first.close();
    assertEquals(2, files.openFiles());
    open("/f", "r");
    assertEquals(FileError.TOO_MANY_OPEN_FILES, files.write("/new", new byte[0], ROOT));
    assertEquals(false, files.exists("/new", ROOT));
  }

  @Test
  void removedFile_livesUntilItIsClosed() {
    OpenFile file = open("/f", "w+");
    write(file, "abc");
    long before = files.usedOctets();
    assertEquals(FileError.NONE, files.remove("/f", ROOT));
    assertEquals(before, files.usedOctets());
    file.seek(0);
    assertEquals("abc", rest(file));
    file.close();
    assertEquals(0, files.usedOctets());
  }

  @Test
  void temporaryFile_isGoneWhenClosed() {
    if (files.openTemporary(ROOT) instanceof FileResult.Done<OpenFile>(OpenFile file)) {
      write(file, "abc");
      file.seek(1);
      assertEquals("bc", rest(file));
      assertEquals(FileLimits.ENTRY_OCTETS + 3, files.usedOctets());
      file.close();
    }
    assertEquals(0, files.usedOctets());
    assertEquals(0, files.openFiles());
  }

  @Test
  void quota_refusesTheWholeWriteAndChangesNothing() {
    OpenFile file = open("/f", "w");
    write(file, "x".repeat(872));
    FileError error = file.write(new byte[1], 0);
    assertEquals("No space left on device", error.text());
    assertEquals(28, error.number());
    assertEquals(872, file.length());
    file.seek(1L << 40);
    assertEquals(FileError.TOO_LARGE, file.write(new byte[1], 0));
    file.seek(1 << 30);
    assertEquals(FileError.NO_SPACE, file.write(new byte[1], 0));
    assertEquals(FileError.NO_SPACE, files.makeDirectory("/d", ROOT));
    assertEquals(FileError.NO_SPACE, files.write("/g", new byte[0], ROOT));
    assertEquals(1, files.openFiles());
    open("/f", "w").close();
    assertEquals(FileError.NONE, files.makeDirectory("/d", ROOT));
  }
}
