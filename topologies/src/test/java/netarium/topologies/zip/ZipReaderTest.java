package netarium.topologies.zip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import netarium.topologies.problem.Problem;
import netarium.topologies.problem.ProblemList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Attacks on and by archives. Archives that java.util.zip makes are changed octet by octet.
class ZipReaderTest {
  private static final byte[] TEXT = "print(1)\n".getBytes(StandardCharsets.UTF_8);

  @Test
  void archiveOfAnotherProgram_isRead() throws IOException {
    byte[] zip = zip(ZipOutputStream.DEFLATED, "topology.json", "scripts/a.lua");
    Map<String, byte[]> files = read(zip);
    assertEquals(List.of("scripts/a.lua", "topology.json"), List.copyOf(files.keySet()));
    assertArrayEquals(TEXT, files.get("scripts/a.lua"));
  }

  @Test
  void ourArchive_isReadByAnotherProgramAndIsAlwaysTheSame() throws IOException {
    Map<String, byte[]> files = new TreeMap<>(Map.of("ä.lua", TEXT, "b/c", new byte[0]));
    byte[] zip = ZipWriter.write(files);
    assertArrayEquals(zip, ZipWriter.write(new TreeMap<>(files)));
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      assertEquals("b/c", next(in).getName());
      assertEquals("ä.lua", next(in).getName());
      assertArrayEquals(TEXT, in.readAllBytes());
    }
    assertArrayEquals(TEXT, read(zip).get("ä.lua"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../evil.lua|leads outside the project",
        "scripts/../../evil.lua|leads outside the project",
        "/etc/passwd|leads outside the project",
        "C:/evil.lua|leads outside the project",
        "scripts\\evil.lua|holds a character that no project path has",
        "scripts//evil.lua|has an empty part",
        "a/b/c/d/e/f/g/h/i/j/k/l/m/n|is more than 12 folders deep"
      })
  void nameThatLeadsOutside_isRefused(String name, String why) throws IOException {
    assertTrue(problem(zip(ZipOutputStream.DEFLATED, "topology.json", name)).contains(why));
  }

  @Test
  void nameWithNul_isRefused() throws IOException {
    byte[] zip = replaced(zip(ZipOutputStream.DEFLATED, "scripts/aXb.lua"), "aXb", "a\0b");
    assertTrue(problem(zip).contains("holds a character that no project path has"));
  }

  @Test
  void twoFilesOfOneName_areRefused() throws IOException {
    byte[] zip = zip(ZipOutputStream.DEFLATED, "scripts/a.lua", "scripts/b.lua");
    String twice = problem(replaced(zip, "b.lua", "a.lua"));
    assertEquals("the entry \"scripts/a.lua\" is in the archive twice; remove one", twice);
    String alike = problem(replaced(zip, "b.lua", "A.lua"));
    assertTrue(alike.contains("\"scripts/a.lua\" are one name on some systems"), alike);
    String inside = problem(replaced(zip, "scripts/b.lua", "scripts/a.lua".replace('/', '.')));
    assertEquals("", inside);
  }

  @Test
  void fileAndFolderOfOneName_areRefused() throws IOException {
    byte[] zip = zip(ZipOutputStream.DEFLATED, "scripts", "scripts/b.lua");
    assertTrue(problem(zip).contains("are one name on some systems"));
  }

  @Test
  void symbolicLink_isRefused() throws IOException {
    byte[] zip = zip(ZipOutputStream.DEFLATED, "scripts/a.lua");
    int head = directoryOf(zip);
    zip[head + 5] = 3;
    zip[head + 41] = (byte) 0xa1;
    assertTrue(problem(zip).contains("is a link or a device"));
  }

  @Test
  void encryptedEntry_isRefused() throws IOException {
    byte[] zip = zip(ZipOutputStream.DEFLATED, "scripts/a.lua");
    zip[directoryOf(zip) + 8] |= 1;
    assertTrue(problem(zip).contains("is encrypted; pack it without a password"));
  }

  @Test
  void unknownMethod_isRefused() throws IOException {
    byte[] zip = zip(ZipOutputStream.DEFLATED, "scripts/a.lua");
    zip[directoryOf(zip) + 10] = 12;
    assertTrue(problem(zip).contains("is packed with method 12"));
  }

  @Test
  void bomb_isRefusedBeforeItIsUnpacked() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("files/bomb"));
      zip.write(new byte[15 << 20]);
    }
    assertTrue(problem(out.toByteArray()).contains("is packed more than 200 times"));
  }

  @Test
  void bombThatLiesAboutItsSize_isFoundOut() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("files/bomb"));
      zip.write(new byte[15 << 20]);
    }
    byte[] zip = out.toByteArray();
    int head = directoryOf(zip);
    zip[head + 24] = 10;
    zip[head + 25] = 0;
    zip[head + 26] = 0;
    assertTrue(problem(zip).contains("is not as long as the directory says"));
  }

  @Test
  void overlappingEntries_areRefused() throws IOException {
    byte[] zip = zip(ZipOutputStream.DEFLATED, "scripts/a.lua", "scripts/b.lua");
    int first = directoryOf(zip);
    int second = first + 46 + "scripts/a.lua".length();
    System.arraycopy(zip, first + 42, zip, second + 42, 4);
    assertTrue(problem(zip).contains("two entries lie in one place"));
  }

  @Test
  void entryWithTwoNames_isRefused() throws IOException {
    byte[] zip = zip(ZipOutputStream.DEFLATED, "scripts/a.lua");
    zip[30 + "scripts/".length()] = 'z';
    assertTrue(problem(zip).contains("\"scripts/a.lua\" has two names"));
  }

  @Test
  void wrongChecksum_isDamage() {
    byte[] zip = ZipWriter.write(new TreeMap<>(Map.of("files/a", TEXT)));
    zip[30 + "files/a".length()] ^= 1;
    assertTrue(problem(zip).contains("the checksum of \"files/a\" is wrong (octet 37)"));
  }

  @Test
  void tooManyEntries_areRefused() {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < 4_097; i++) {
      files.put("files/" + i, new byte[0]);
    }
    assertEquals(
        "the archive has 4097 entries; keep at most 4096", problem(ZipWriter.write(files)));
  }

  @Test
  void everyCutOffArchive_isRefused() throws IOException {
    byte[] zip = zip(ZipOutputStream.DEFLATED, "topology.json", "scripts/a.lua");
    for (int length = 0; length < zip.length; length++) {
      assertTrue(!problem(java.util.Arrays.copyOf(zip, length)).isEmpty(), "length " + length);
    }
  }

  @Test
  void mutatedArchives_alwaysGiveAResult() throws IOException {
    SplittableRandom random = new SplittableRandom(99);
    byte[] good = zip(ZipOutputStream.DEFLATED, "topology.json", "scripts/a.lua", "files/x");
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] mutant = good.clone();
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        int directory = directoryOf(good);
        int at =
            random.nextBoolean()
                ? random.nextInt(mutant.length)
                : random.nextInt(directory, mutant.length);
        mutant[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : -random.nextInt(2));
      }
      refused += problem(mutant).isEmpty() ? 0 : 1;
    }
    assertTrue(refused > 5_000 && refused < 20_000, "both happen: " + refused);
  }

  private static Map<String, byte[]> read(byte[] zip) {
    ProblemList problems = new ProblemList("x.netarium");
    Map<String, byte[]> files = ZipReader.read(zip, ZipLimits.PROJECT, name -> true, problems);
    assertEquals(List.of(), problems.errors());
    assertNotNull(files);
    return files;
  }

  /// The one problem, or nothing for a good archive.
  private static String problem(byte[] zip) {
    ProblemList problems = new ProblemList("x.netarium");
    Map<String, byte[]> files = ZipReader.read(zip, ZipLimits.PROJECT, name -> true, problems);
    if (files != null) {
      assertEquals(List.of(), problems.errors());
      return "";
    }
    assertNull(files);
    assertEquals(1, problems.errors().size());
    Problem problem = problems.errors().getFirst();
    assertTrue(problem.toString().startsWith("x.netarium:1:1: "), problem.toString());
    return problem.message();
  }

  private static byte[] zip(int method, String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(method);
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(TEXT);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static int directoryOf(byte[] zip) {
    return (int) new LittleEndian(zip).u32(zip.length - 22 + 16);
  }

  private static byte[] replaced(byte[] zip, String old, String changed) {
    String text = new String(zip, StandardCharsets.ISO_8859_1).replace(old, changed);
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static ZipEntry next(ZipInputStream in) throws IOException {
    @Nullable ZipEntry entry = in.getNextEntry();
    assertNotNull(entry);
    return entry;
  }
}
