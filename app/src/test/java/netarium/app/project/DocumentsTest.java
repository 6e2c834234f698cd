package netarium.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ways in and out of the window for projects.
class DocumentsTest {
  private static final String SERVER = "scripts/server.lua";

  @TempDir Path temp;
  private Desk desk;
  private Path folder;

  @BeforeEach
  void save() {
    desk = new Desk(temp);
    folder = temp.resolve("hello");
    Projects.save(DocumentTest.hello(), folder);
  }

  private static Project at(Path place) {
    return assertInstanceOf(OpenResult.Opened.class, Projects.open(place)).project();
  }

  private void open() {
    desk.documents.open(folder);
  }

  @Test
  void folderItsTopologyAndItsBundle_openAlike() {
    Path bundle = temp.resolve("hello.netarium");
    Projects.exportBundle(DocumentTest.hello(), bundle);
    for (Path path : List.of(folder, folder.resolve("topology.json"), bundle)) {
      desk.documents.open(path.toString());
      assertArrayEquals(DocumentTest.hello().bundle(), desk.document().project().bundle());
    }
    assertEquals(Optional.of(bundle), desk.document().location());
    assertEquals(
        List.of(bundle, folder),
        desk.recent.entries().stream().map(RecentProjects.Entry::location).toList());
  }

  @Test
  void sample_isACopyWithoutAPlace() {
    desk.documents.open("sample:hello-http");
    assertEquals(Optional.empty(), desk.document().location());
    assertFalse(desk.document().isModified());
    desk.people.chosen = temp.resolve("mine");
    desk.documents.save();
    assertEquals(List.of("save hello-http"), desk.people.asked);
    assertArrayEquals(DocumentTest.hello().bundle(), at(temp.resolve("mine")).bundle());
    assertEquals(Optional.of(temp.resolve("mine")), desk.document().location());
  }

  @Test
  void whatCannotBeOpened_isToldAndChangesNothing() {
    open();
    desk.documents.open("sample:nothing");
    desk.documents.open(temp.resolve("absent"));
    desk.documents.open("\0");
    assertEquals(3, desk.people.told.size());
    assertEquals(Optional.of(folder), desk.document().location());
  }

  @Test
  void templates_openAndCanBeSaved() {
    for (Templates each : Templates.values()) {
      desk.documents.create(each.project("Netz"));
      desk.people.chosen = temp.resolve(each.key());
      desk.documents.save();
      assertEquals("Netz", at(temp.resolve(each.key())).topology().name());
    }
    assertEquals(List.of(), desk.people.told);
  }

  @Test
  void saved_isOnTheDiskAndUnmodified() {
    open();
    desk.document().text(SERVER, "print(1)");
    desk.draw();
    desk.documents.save();
    assertFalse(desk.document().isModified());
    assertArrayEquals(desk.document().project().bundle(), at(folder).bundle());
    assertEquals(4, at(folder).topology().nodes().size());
  }

  @Test
  void removedScript_leavesTheDiskToo_unlessSomebodyChangedIt() throws IOException {
    open();
    desk.document().add("scripts/a.lua", "a");
    desk.document().add("scripts/b.lua", "b");
    desk.documents.save();
    desk.document().remove("scripts/a.lua");
    desk.document().remove("scripts/b.lua");
    desk.people.outside.add(Questions.Outside.KEEP_MINE);
    Files.writeString(folder.resolve("scripts/b.lua"), "somebody's");
    desk.documents.save();
    assertFalse(Files.exists(folder.resolve("scripts/a.lua")));
    assertEquals(List.of("outside Hello HTTP"), desk.people.asked);
    assertFalse(desk.document().isModified());
  }

  @Test
  void bundle_isSavedAsABundle() {
    Path bundle = temp.resolve("one.netarium");
    Projects.exportBundle(DocumentTest.hello(), bundle);
    desk.documents.open(bundle);
    desk.document().text(SERVER, "print(2)");
    desk.documents.save();
    assertEquals("print(2)", new String(at(bundle).script(SERVER).orElseThrow(), UTF_8));
  }

  @Test
  void exportedBundle_leavesThePlaceAlone() {
    open();
    desk.draw();
    desk.people.chosen = temp.resolve("x.netarium");
    desk.documents.exportBundle();
    assertEquals(4, at(temp.resolve("x.netarium")).topology().nodes().size());
    assertEquals(Optional.of(folder), desk.document().location());
    assertTrue(desk.document().isModified());
  }

  @Test
  void closing_asksOnlyWhereWorkWouldBeLost() {
    open();
    desk.documents.close();
    assertEquals(Optional.empty(), desk.documents.current());
    open();
    desk.draw();
    desk.people.unsaved.add(Questions.Unsaved.CANCEL);
    desk.documents.close();
    assertTrue(desk.documents.current().isPresent());
    desk.people.unsaved.add(Questions.Unsaved.SAVE);
    desk.documents.close();
    assertEquals(4, at(folder).topology().nodes().size());
    assertEquals(Optional.empty(), desk.documents.current());
    open();
    desk.draw();
    desk.people.unsaved.add(Questions.Unsaved.DISCARD);
    desk.documents.close();
    assertEquals(4, at(folder).topology().nodes().size());
  }

  @Test
  void closingUnasked_savesWhatHasAPlaceAndAsksForTheRest() {
    desk.documents.savesUnasked(() -> true);
    open();
    desk.draw();
    desk.documents.close();
    assertEquals(4, at(folder).topology().nodes().size());
    assertEquals(List.of(), desk.people.asked);
    desk.documents.create(Templates.EMPTY.project("New"));
    desk.draw();
    desk.people.unsaved.add(Questions.Unsaved.CANCEL);
    desk.documents.close();
    assertEquals(List.of("unsaved New"), desk.people.asked);
  }

  @Test
  void saveThatIsCancelledOrFails_closesNothing() throws IOException {
    desk.documents.create(Templates.SMALL_OFFICE.project("Office"));
    desk.draw();
    desk.people.unsaved.add(Questions.Unsaved.SAVE);
    desk.documents.close();
    assertTrue(desk.documents.current().isPresent());
    desk.people.unsaved.add(Questions.Unsaved.SAVE);
    desk.people.chosen = Files.writeString(temp.resolve("file"), "").resolve("below");
    desk.documents.close();
    assertEquals(1, desk.people.told.size());
    assertTrue(desk.document().isModified());
  }

  @Test
  void savingOverAnotherProject_asks() {
    desk.documents.create(Templates.EMPTY.project("New"));
    desk.people.chosen = folder;
    desk.documents.saveAs();
    assertEquals(List.of("save new", "overwrite"), desk.people.asked);
    assertEquals(3, at(folder).topology().nodes().size());
    desk.people.overwrites = true;
    desk.documents.saveAs();
    assertEquals(0, at(folder).topology().nodes().size());
  }

  private void writeOutside(String text) throws IOException {
    Path script = folder.resolve(SERVER);
    Files.writeString(script, text);
    Files.setLastModifiedTime(script, FileTime.from(Instant.parse("2040-01-01T00:00:00Z")));
  }

  @Test
  void changeOutside_isReloadedAsAStepThatCanBeUndone() throws IOException {
    open();
    String before = desk.document().text(SERVER);
    writeOutside("print('outside')");
    desk.people.outside.add(Questions.Outside.RELOAD);
    desk.documents.checkOutside();
    assertEquals("print('outside')", desk.document().text(SERVER));
    assertFalse(desk.document().isModified());
    desk.document().history().undo();
    assertEquals(before, desk.document().text(SERVER));
    assertTrue(desk.document().isModified());
  }

  @Test
  void mineKept_isWrittenByTheNextSaveWithoutAskingAgain() throws IOException {
    open();
    desk.document().text(SERVER, "print('mine')");
    writeOutside("print('outside')");
    desk.people.outside.add(Questions.Outside.KEEP_MINE);
    desk.documents.checkOutside();
    assertTrue(desk.document().isModified());
    desk.documents.checkOutside();
    desk.documents.save();
    assertEquals(List.of("outside Hello HTTP"), desk.people.asked);
    assertEquals("print('mine')", Files.readString(folder.resolve(SERVER)));
  }

  @Test
  void saving_asksBeforeItOverwritesWhatSomebodyElseWrote() throws IOException {
    open();
    desk.document().text(SERVER, "print('mine')");
    writeOutside("print('outside')");
    desk.people.outside.add(Questions.Outside.RELOAD);
    desk.documents.save();
    assertEquals("print('outside')", Files.readString(folder.resolve(SERVER)));
    assertEquals("print('outside')", desk.document().text(SERVER));
  }

  @Test
  void touchedOrBrokenFiles_areNoNews() throws IOException {
    open();
    writeOutside(desk.document().text(SERVER));
    desk.documents.checkOutside();
    Files.writeString(folder.resolve("topology.json"), "{");
    desk.documents.checkOutside();
    assertEquals(List.of(), desk.people.asked);
  }
}
