package netarium.app.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import netarium.app.samples.BundledSamples;
import netarium.topologies.node.Node;
import netarium.topologies.node.Vm;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import netarium.topologies.unit.Parsed;
import org.junit.jupiter.api.Test;

/// A project on screen.
class DocumentTest {
  private static final String SERVER = "scripts/server.lua";
  private final Document document = new Document(hello(), null);

  static Project hello() {
    Map<String, byte[]> files = BundledSamples.files("hello-http").orElseThrow();
    return assertInstanceOf(OpenResult.Opened.class, Projects.open(files, "hello")).project();
  }

  private List<String> users(String path) {
    return document.usersOf(path).stream().map(Node::id).toList();
  }

  @Test
  void untouched_isTheProjectItselfAndUnmodified() {
    assertFalse(document.isModified());
    assertArrayEquals(hello().bundle(), document.project().bundle());
  }

  @Test
  void typing_isInTheProjectAtOnceAndUnsaved() {
    document.text(SERVER, "print('ä')\n");
    assertTrue(document.isModified());
    assertTrue(document.isModified(SERVER));
    assertFalse(document.isModified("scripts/client.lua"));
    assertEquals(
        "print('ä')\n",
        new String(
            document.project().script(SERVER).orElseThrow(),
            java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void typingItBack_isUnmodifiedAgain() {
    String before = document.text(SERVER);
    document.text(SERVER, "x");
    document.text(SERVER, before);
    assertFalse(document.isModified());
  }

  @Test
  void octetsThatAreNoText_survive() {
    byte[] odd = {(byte) 0xff, 'x', (byte) 0xfe};
    Document strange = new Document(hello().with(SERVER, odd), null);
    strange.text(SERVER);
    strange.text("scripts/client.lua", "print(1)");
    assertArrayEquals(odd, strange.project().script(SERVER).orElseThrow());
  }

  @Test
  void rename_takesProgramsAlongAndIsUndone() {
    document.text(SERVER, "-- typed");
    document.rename(SERVER, "scripts/web.lua");
    assertEquals(List.of("server"), users("scripts/web.lua"));
    assertEquals("-- typed", document.text("scripts/web.lua"));
    assertFalse(document.has(SERVER));
    document.history().undo();
    assertEquals(List.of("server"), users(SERVER));
    assertEquals("-- typed", document.text(SERVER));
    assertFalse(document.has("scripts/web.lua"));
  }

  @Test
  void remove_takesProgramsAwayAndUndoBringsTheTextBack() {
    document.text(SERVER, "-- typed");
    document.remove(SERVER);
    assertFalse(document.has(SERVER));
    Vm server = assertInstanceOf(Vm.class, document.topology().node("server"));
    assertEquals(List.of(), server.programs());
    assertInstanceOf(
        OpenResult.Opened.class, Projects.openBundle(document.project().bundle(), "it"));
    document.history().undo();
    assertEquals("-- typed", document.text(SERVER));
    document.history().redo();
    assertFalse(document.has(SERVER));
  }

  @Test
  void added_isUndoneAndRedoneWithWhatWasTypedMeanwhile() {
    document.add("scripts/new.lua", "a");
    document.text("scripts/new.lua", "ab");
    document.history().undo();
    assertFalse(document.has("scripts/new.lua"));
    assertFalse(document.isModified());
    document.history().redo();
    assertEquals("ab", document.text("scripts/new.lua"));
  }

  @Test
  void pathThatIsTakenOnSomeSystem_isNotFree() {
    assertInstanceOf(Parsed.Bad.class, document.free("scripts/Server.lua"));
    assertInstanceOf(Parsed.Bad.class, document.free("../x.lua"));
    assertInstanceOf(Parsed.Bad.class, document.free("topology.json"));
    assertInstanceOf(Parsed.Ok.class, document.free("scripts/other.lua"));
  }

  @Test
  void listeners_hearEveryChange() {
    int[] heard = {0};
    Runnable stop = document.listen(() -> heard[0]++);
    document.text(SERVER, "1");
    document.rename(SERVER, "scripts/s.lua");
    document.history().undo();
    assertEquals(3, heard[0]);
    stop.run();
    document.text(SERVER, "2");
    assertEquals(3, heard[0]);
  }
}
