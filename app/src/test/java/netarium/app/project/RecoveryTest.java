package netarium.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Projects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Unsaved work survives the end of the process, however it ends.
class RecoveryTest {
  private static final String SERVER = "scripts/server.lua";

  @TempDir Path temp;
  private Desk desk;
  private Path folder;
  private Path root;

  @BeforeEach
  void open() {
    desk = new Desk(temp);
    root = temp.resolve("recovery");
    folder = temp.resolve("hello");
    Projects.save(DocumentTest.hello(), folder);
    desk.documents.open(folder);
  }

  /// Lets go of the folder as the end of a process does.
  private static void kill(Path processFolder) throws IOException {
    Path copy = processFolder.resolveSibling("dead");
    Files.createDirectories(copy);
    for (String name : List.of("unsaved.netarium", "unsaved.json")) {
      if (Files.exists(processFolder.resolve(name))) {
        Files.copy(processFolder.resolve(name), copy.resolve(name));
      }
    }
  }

  private Path processFolder() throws IOException {
    try (var found = Files.list(root)) {
      return found.findFirst().orElseThrow();
    }
  }

  @Test
  void livingProcess_isLeftAlone() {
    try (Autosave autosave = new Autosave(desk.documents, Background.DIRECT, desk.clock, root)) {
      desk.draw();
      autosave.tick();
      assertEquals(List.of(), Recovery.offers(root));
    }
    assertEquals(List.of(), Recovery.offers(root));
  }

  @Test
  void work_isKeptAtOnceAndThenEveryFewSeconds() throws IOException {
    Autosave autosave = new Autosave(desk.documents, Background.DIRECT, desk.clock, root);
    Path bundle = processFolder().resolve("unsaved.netarium");
    autosave.tick();
    assertFalse(Files.exists(bundle));
    desk.document().text(SERVER, "print(1)");
    autosave.tick();
    assertEquals("print(1)", server(bundle));
    desk.document().text(SERVER, "print(2)");
    desk.now = desk.now.plusMillis(3_400);
    autosave.tick();
    assertEquals("print(1)", server(bundle));
    desk.now = desk.now.plusMillis(100);
    autosave.tick();
    assertEquals("print(2)", server(bundle));
    desk.documents.save();
    autosave.tick();
    assertFalse(Files.exists(bundle));
    autosave.close();
  }

  private static String server(Path bundle) {
    return switch (Projects.open(bundle)) {
      case OpenResult.Opened opened ->
          new String(opened.project().script(SERVER).orElseThrow(), UTF_8);
      case OpenResult.Refused refused -> refused.toString();
    };
  }

  @Test
  void killedWork_isOfferedAndOpensUnsavedAtItsPlace() throws IOException {
    Autosave autosave = new Autosave(desk.documents, Background.DIRECT, desk.clock, root);
    desk.document().text(SERVER, "print('lost?')");
    autosave.tick();
    kill(processFolder());
    List<Recovery.Offer> offers = Recovery.offers(root);
    assertEquals(1, offers.size());
    Recovery.Offer offer = offers.getFirst();
    assertEquals("Hello HTTP", offer.name());
    assertFalse(offer.diskIsNewer());
    Document document = offer.document();
    assertEquals("print('lost?')", document.text(SERVER));
    assertEquals(Optional.of(folder), document.location());
    assertTrue(document.isModified());
    assertTrue(document.isModified(SERVER));
    assertFalse(document.isModified("scripts/client.lua"));
    offer.discard();
    assertEquals(List.of(), Recovery.offers(root));
    autosave.close();
  }

  @Test
  void workBehindANewerDisk_cannotOverwriteIt() throws IOException {
    Autosave autosave = new Autosave(desk.documents, Background.DIRECT, desk.clock, root);
    desk.document().text(SERVER, "print('mine')");
    autosave.tick();
    kill(processFolder());
    Files.writeString(folder.resolve(SERVER), "print('newer')");
    Recovery.Offer offer = Recovery.offers(root).getFirst();
    assertTrue(offer.diskIsNewer());
    assertEquals("print('mine')", offer.document().text(SERVER));
    assertEquals(Optional.empty(), offer.document().location());
    assertTrue(offer.document().isModified());
    autosave.close();
  }

  @Test
  void workWithoutAPlace_isOfferedToo() throws IOException {
    desk.documents.create(Templates.EMPTY.project("New"));
    Autosave autosave = new Autosave(desk.documents, Background.DIRECT, desk.clock, root);
    desk.draw();
    autosave.tick();
    kill(processFolder());
    Recovery.Offer offer = Recovery.offers(root).getFirst();
    assertNull(offer.location());
    assertEquals(1, offer.document().topology().nodes().size());
    assertTrue(offer.document().isModified());
    autosave.close();
  }

  @Test
  void rubbishInTheFolder_offersNothing() throws IOException {
    Files.createDirectories(root.resolve("x"));
    Files.writeString(root.resolve("x/unsaved.netarium"), "no archive");
    Files.createDirectories(root.resolve("empty"));
    Files.writeString(root.resolve("file"), "");
    assertEquals(List.of(), Recovery.offers(root));
    assertFalse(Files.exists(root.resolve("empty")));
  }

  @Test
  void processKilledAtAnyMoment_leavesWholeWork() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 4; round++) {
      Path mine = temp.resolve("round" + round);
      Process child =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-Xshare:auto",
                  "-cp",
                  System.getProperty("java.class.path"),
                  RestlessWriter.class.getName(),
                  folder.toString(),
                  mine.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      long confirmed = 0;
      try (BufferedReader out = child.inputReader(UTF_8)) {
        int lines = 1 + random.nextInt(60);
        for (int i = 0; i < lines; i++) {
          confirmed = Long.parseLong(String.valueOf(out.readLine()));
        }
        child.destroyForcibly();
      }
      child.waitFor();
      List<Recovery.Offer> offers = Recovery.offers(mine);
      assertEquals(1, offers.size());
      String text = offers.getFirst().document().text(SERVER);
      long kept = Long.parseLong(text.lines().findFirst().orElseThrow().substring(3));
      assertTrue(kept >= confirmed, kept + " < " + confirmed);
      assertTrue(text.endsWith("-- end\n"), "a whole script");
    }
  }
}
