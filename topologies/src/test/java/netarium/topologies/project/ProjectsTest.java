package netarium.topologies.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import netarium.topologies.Samples;
import netarium.topologies.problem.Problem;
import netarium.topologies.zip.ZipWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders and bundles, good and hostile.
class ProjectsTest {
  @TempDir Path temp;
  private Path folder;

  ProjectsTest() {
    this.folder = Path.of("set before each test");
  }

  @BeforeEach
  void makeProject() throws IOException {
    folder = Files.createDirectories(temp.resolve("hello"));
    write("topology.json", Samples.HELLO);
    write("scripts/server.lua", "print('server')\n");
    write("scripts/client.lua", "print('client')\n");
    write("files/x.bin", "x");
    write("lesson.md", "# Lesson\n");
    write("README", "not a part of it");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(folder));
    Files.writeString(file, text);
  }

  private static Project opened(Path path) {
    OpenResult result = Projects.open(path);
    return assertInstanceOf(OpenResult.Opened.class, result, result::toString).project();
  }

  private String refused(Path path) {
    List<Problem> problems =
        assertInstanceOf(OpenResult.Refused.class, Projects.open(path)).problems();
    return problems.getFirst().toString().replace(temp.toString(), "T");
  }

  @Test
  void folder_isOpened() {
    Project project = opened(folder);
    assertEquals("Hello HTTP", project.topology().name());
    assertEquals(
        new TreeSet<>(List.of("scripts/client.lua", "scripts/server.lua")), project.scripts());
    assertEquals("# Lesson\n", project.lesson().orElseThrow());
    assertArrayEquals(new byte[] {'x'}, project.file("files/x.bin").orElseThrow());
    assertTrue(project.script("scripts/none.lua").isEmpty());
    assertTrue(project.script("topology.json").isEmpty() && project.octets("README").isEmpty());
  }

  @Test
  void topologyFile_opensItsFolder() {
    assertEquals(5, opened(folder.resolve("topology.json")).paths().size());
  }

  @Test
  void bundle_holdsTheSame() throws IOException {
    Project project = opened(folder);
    Path file = temp.resolve("hello.netarium");
    assertInstanceOf(SaveResult.Saved.class, Projects.exportBundle(project, file));
    Project again = opened(file);
    assertEquals(project.paths(), again.paths());
    assertEquals(project.topology(), again.topology());
    byte[] first = Files.readAllBytes(file);
    assertArrayEquals(first, again.bundle());
    Path renamed = Files.move(file, temp.resolve("hello.zip"));
    assertEquals(5, opened(renamed).paths().size());
  }

  @Test
  void missingScript_isToldWhereItIsNamed() throws IOException {
    Files.move(folder.resolve("scripts/client.lua"), folder.resolve("scripts/cleint.lua"));
    assertEquals(
        "T/hello/topology.json:10:51: a program of node \"client\" names \"scripts/client.lua\","
            + " which the project does not have; did you mean \"scripts/cleint.lua\"?",
        refused(folder));
  }

  @Test
  void missingFileOfVm_isToldWhereItIsNamed() throws IOException {
    write(
        "topology.json",
        Samples.HELLO.replace(
            "\"x\": 120", "\"files\": { \"/a\": { \"from\": \"files/y.bin\" } }"));
    assertEquals(
        "T/hello/topology.json:5:64: a file of node \"server\" names \"files/y.bin\","
            + " which the project does not have; did you mean \"files/x.bin\"?",
        refused(folder));
  }

  @Test
  void whatIsNoProject_isRefused() throws IOException {
    assertTrue(refused(temp.resolve("none")).startsWith("T/none:1:1: there is no such file"));
    assertTrue(refused(folder.resolve("README")).contains("this is not a Netarium project"));
    assertTrue(
        refused(folder.resolve("scripts")).contains("scripts/topology.json:1:1: there is no"));
    Path empty = Files.createFile(temp.resolve("empty.netarium"));
    assertTrue(refused(empty).startsWith("T/empty.netarium:1:1: the archive is damaged"));
  }

  @Test
  void bundleInAFolderOfItsOwn_isRefused() throws IOException {
    byte[] zip = ZipWriter.write(java.util.Map.of("hello/topology.json", new byte[0]));
    Path file = Files.write(temp.resolve("x.netarium"), zip);
    assertEquals(
        "T/x.netarium/topology.json:1:1: the project has no topology.json;"
            + " a project is a folder or archive with topology.json at its top",
        refused(file));
  }

  @Test
  void problemInBundle_namesTheFileInIt() throws IOException {
    byte[] broken = Samples.HELLO.replace("\"sw\" }", "").getBytes(StandardCharsets.UTF_8);
    byte[] zip = ZipWriter.write(java.util.Map.of("topology.json", broken));
    Path file = Files.write(temp.resolve("x.netarium"), zip);
    assertTrue(refused(file).startsWith("T/x.netarium/topology.json:"));
  }

  @Test
  void linkOutOfTheFolder_isRefused() throws IOException {
    Path secret = Files.writeString(temp.resolve("secret"), "s");
    Files.createSymbolicLink(folder.resolve("files/link"), secret);
    assertEquals(
        "T/hello/files/link:1:1: this is a link that leads outside the project;"
            + " copy the file instead",
        refused(folder));
  }

  @Test
  void linkedFolder_isRefused() throws IOException {
    Files.createSymbolicLink(folder.resolve("scripts/loop"), folder.resolve("scripts"));
    assertTrue(refused(folder).contains("scripts/loop:1:1: this is not an ordinary file"));
  }

  @Test
  void linkedScriptsFolder_isRefused() throws IOException {
    Path other = Files.createDirectories(temp.resolve("other"));
    Path moved = folder.resolve("elsewhere");
    Files.move(folder.resolve("scripts"), moved);
    Files.createSymbolicLink(folder.resolve("scripts"), other);
    assertTrue(refused(folder).contains("scripts:1:1: this is not a folder"));
  }

  @Test
  void linkWithinTheFolder_isFollowed() throws IOException {
    Files.createSymbolicLink(folder.resolve("files/link"), Path.of("x.bin"));
    assertArrayEquals(new byte[] {'x'}, opened(folder).file("files/link").orElseThrow());
  }

  @Test
  void folderInPlaceOfAFile_isRefused() throws IOException {
    Files.delete(folder.resolve("topology.json"));
    Files.createDirectory(folder.resolve("topology.json"));
    assertTrue(refused(folder).contains("topology.json:1:1: this is not an ordinary file"));
  }

  @Test
  void fileInPlaceOfAFolder_isRefused() throws IOException {
    Files.delete(folder.resolve("files/x.bin"));
    Files.delete(folder.resolve("files"));
    write("files", "");
    assertTrue(refused(folder).contains("files:1:1: this is not a folder"));
  }

  @Test
  void namesThatDifferInCaseOnly_areRefused() throws IOException {
    write("scripts/Server.lua", "");
    assertTrue(refused(folder).contains("\"scripts/Server.lua\" are one name on some systems"));
  }

  @Test
  void oversizedFile_isRefused() throws IOException {
    Files.write(folder.resolve("files/big"), new byte[(16 << 20) + 1]);
    assertTrue(refused(folder).contains("files/big:1:1: the file is too large"));
  }

  @Test
  void strangeName_isLeftOutWithAWarning() throws IOException {
    write("files/a:b", "");
    write("files/.hidden", "");
    OpenResult.Opened opened = assertInstanceOf(OpenResult.Opened.class, Projects.open(folder));
    assertEquals(1, opened.warnings().size());
    assertEquals(new TreeSet<>(List.of("files/x.bin")), opened.project().files());
  }

  @Test
  void newerVersion_isRefusedAndLeftAlone() throws IOException {
    String newer = Samples.HELLO.replace("\"version\": 1", "\"version\": 2");
    write("topology.json", newer);
    assertTrue(refused(folder).startsWith("T/hello/topology.json:2:14: the file is of version 2"));
    assertEquals(newer, Files.readString(folder.resolve("topology.json")));
  }
}
