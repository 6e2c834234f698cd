package netarium.topologies.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeMap;
import netarium.topologies.Samples;
import netarium.topologies.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Saving replaces files whole or not at all, whatever fails.
class ProjectSaverTest {
  @TempDir Path temp;

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Project hello() {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("topology.json", octets(Samples.HELLO));
    files.put("scripts/server.lua", octets("print('server')\n"));
    files.put("scripts/client.lua", octets("print('client')\n"));
    OpenResult result = Projects.open(files, "hello");
    return assertInstanceOf(OpenResult.Opened.class, result, result::toString).project();
  }

  private static List<Path> saved(SaveResult result) {
    return assertInstanceOf(SaveResult.Saved.class, result, result::toString).written();
  }

  private static Project opened(Path folder) {
    return assertInstanceOf(OpenResult.Opened.class, Projects.open(folder)).project();
  }

  @Test
  void savedProject_opensAsItself() {
    Path folder = temp.resolve("new/hello");
    assertEquals(3, saved(Projects.save(hello(), folder)).size());
    assertArrayEquals(hello().bundle(), opened(folder).bundle());
  }

  @Test
  void unchangedProject_writesNothing() {
    Path folder = temp.resolve("hello");
    saved(Projects.save(hello(), folder));
    assertEquals(List.of(), saved(Projects.save(opened(folder), folder)));
  }

  @Test
  void changedScript_isTheOnlyOneWritten() throws IOException {
    Path folder = temp.resolve("hello");
    saved(Projects.save(hello(), folder));
    Files.setPosixFilePermissions(
        folder.resolve("scripts/server.lua"), PosixFilePermissions.fromString("rwxr-x---"));
    Project changed = hello().with("scripts/server.lua", octets("print('new')\n"));
    assertEquals(1, saved(Projects.save(changed, folder)).size());
    assertEquals("print('new')\n", Files.readString(folder.resolve("scripts/server.lua")));
    assertEquals(
        "rwxr-x---",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("scripts/server.lua"))));
  }

  @Test
  void changedTopology_isRewritten_unchangedOneKeepsItsText() {
    Project project = hello();
    assertArrayEquals(octets(Samples.HELLO), project.octets("topology.json").orElseThrow());
    Topology other = project.topology().withSeed(5);
    Project changed = project.with(other);
    assertEquals(other, changed.topology());
    assertTrue(
        new String(changed.octets("topology.json").orElseThrow(), StandardCharsets.UTF_8)
            .startsWith("{\n  \"format\": \"netarium-topology\",\n"));
    assertEquals(project, project.with(project.topology()));
  }

  @Test
  void pathOutsideTheProject_isTheProgrammersMistake() {
    byte[] none = {};
    assertThrows(IllegalArgumentException.class, () -> hello().with("../x", none));
    assertThrows(IllegalArgumentException.class, () -> hello().with("README", none));
    assertThrows(IllegalArgumentException.class, () -> hello().with("topology.json", none));
  }

  @Test
  void linkOutOfTheFolder_isNotWrittenThrough() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("hello/scripts"));
    Path victim = Files.writeString(temp.resolve("victim"), "precious");
    Files.createSymbolicLink(folder.resolve("server.lua"), victim);
    SaveResult result = Projects.save(hello(), temp.resolve("hello"));
    assertInstanceOf(SaveResult.Failed.class, result);
    assertEquals("precious", Files.readString(victim));
  }

  @Test
  void topologyThatCannotBeOpened_isNotWritten() {
    Path folder = temp.resolve("hello");
    saved(Projects.save(hello(), folder));
    Topology topology = hello().topology();
    Project broken = hello().with(topology.withNodes(topology.nodes().subList(0, 2)));
    assertInstanceOf(SaveResult.Failed.class, Projects.save(broken, folder));
    assertArrayEquals(hello().bundle(), opened(folder).bundle());
  }

  @Test
  void whateverFails_everyFileIsTheOldOneOrTheNewOne() throws IOException {
    Project old = hello();
    Project changed =
        old.with("scripts/server.lua", octets("print('a much longer server')\n"))
            .with("scripts/new.lua", octets("return {}\n"))
            .with(old.topology().withSeed(42));
    int failures = 0;
    for (int k = 1; ; k++) {
      Path folder = temp.resolve("k" + k);
      saved(Projects.save(old, folder));
      FailingFiles files = new FailingFiles(k);
      SaveResult result = new ProjectSaver(files).save(changed, folder);
      if (result instanceof SaveResult.Saved) {
        assertArrayEquals(changed.bundle(), opened(folder).bundle());
        break;
      }
      failures++;
      Project after = opened(folder);
      for (String path : after.paths()) {
        String text = new String(after.octets(path).orElseThrow(), StandardCharsets.UTF_8);
        String before = new String(old.octets(path).orElse(new byte[0]), StandardCharsets.UTF_8);
        String then = new String(changed.octets(path).orElseThrow(), StandardCharsets.UTF_8);
        assertTrue(text.equals(before) || text.equals(then), path + " after failure " + k);
      }
      saved(Projects.save(changed, folder));
      assertArrayEquals(changed.bundle(), opened(folder).bundle());
    }
    assertTrue(failures > 15, "many calls were made to fail: " + failures);
  }

  /// The real files, but the k-th call fails; a failing write leaves half of its octets behind.
  private static final class FailingFiles implements SaveFiles {
    private int left;

    FailingFiles(int k) {
      this.left = k;
    }

    private void count() throws IOException {
      if (--left == 0) {
        throw new IOException("no space left");
      }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
      count();
      HostFiles.INSTANCE.makeFolder(folder);
    }

    @Override
    public void writeNew(Path file, byte[] octets) throws IOException {
      if (left == 1) {
        Files.write(file, java.util.Arrays.copyOf(octets, octets.length / 2));
      }
      count();
      HostFiles.INSTANCE.writeNew(file, octets);
    }

    @Override
    public void force(Path file) throws IOException {
      count();
      HostFiles.INSTANCE.force(file);
    }

    @Override
    public byte[] read(Path file) throws IOException {
      count();
      return HostFiles.INSTANCE.read(file);
    }

    @Override
    public void moveAtomically(Path from, Path to) throws IOException {
      count();
      HostFiles.INSTANCE.moveAtomically(from, to);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
      HostFiles.INSTANCE.forceFolder(folder);
    }

    @Override
    public void deleteIfExists(Path file) throws IOException {
      count();
      HostFiles.INSTANCE.deleteIfExists(file);
    }
  }
}
