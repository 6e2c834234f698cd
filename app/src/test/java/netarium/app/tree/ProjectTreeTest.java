package netarium.app.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import netarium.app.canvas.Toolkit;
import netarium.app.canvas.scene.Item;
import netarium.app.project.Document;
import netarium.app.project.Templates;
import netarium.app.scripts.ScriptTemplate;
import netarium.app.session.Selection;
import org.junit.jupiter.api.Test;

/// The project as a tree.
class ProjectTreeTest {
  private final Document document = new Document(Templates.CLIENT_SERVER.project("Web"), null);
  private final Selection selection = new Selection();
  private final ProjectTree model = new ProjectTree(document, selection);

  private static List<String> keys(List<Entry> entries) {
    return entries.stream().map(Entry::key).toList();
  }

  private Entry.OfFile file(String path) {
    return (Entry.OfFile)
        model.scripts().stream().filter(each -> each.key().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void nodes_showAddressesAndCables() {
    List<String> facts = new ArrayList<>();
    model.nodes().forEach(each -> facts.add(((Entry.OfNode) each).fact()));
    assertEquals(List.of("10.0.1.2", "10.0.1.3", "2"), facts);
    assertEquals(List.of("scripts/client.lua", "scripts/server.lua"), keys(model.scripts()));
  }

  @Test
  void unsavedScript_saysSo() {
    assertFalse(file("scripts/server.lua").isModified());
    document.text("scripts/server.lua", "x = 1");
    assertTrue(file("scripts/server.lua").isModified());
  }

  @Test
  void rename_completesTheEndingAndRefusesWhatIsTaken() {
    Entry.OfFile server = file("scripts/server.lua");
    assertTrue(model.rename(server, "client").isPresent());
    assertTrue(model.rename(server, "a/../b").isPresent());
    assertTrue(model.rename(server, "web").isEmpty());
    assertEquals(List.of("scripts/client.lua", "scripts/web.lua"), keys(model.scripts()));
    assertTrue(model.rename(model.nodes().getFirst(), " ").isPresent());
    assertTrue(model.rename(model.nodes().getFirst(), "Web server").isEmpty());
    assertEquals("Web server", ((Entry.OfNode) model.nodes().getFirst()).name());
  }

  @Test
  void remove_takesNodesAwayInOneStep() {
    model.remove(model.nodes());
    assertEquals(0, document.topology().nodes().size());
    document.history().undo();
    assertEquals(3, document.topology().nodes().size());
  }

  @Test
  void newScript_goesToTheMachine() {
    String path = model.newScript(model.nodes().getFirst(), ScriptTemplate.SERVER);
    assertEquals("scripts/server-2.lua", path);
    assertEquals(1, document.usersOf(path).size());
    String unused = model.newScript(Entry.Group.SCRIPTS, ScriptTemplate.EMPTY);
    assertEquals(0, document.usersOf(unused).size());
  }

  @Test
  void view_selectsBothWays() {
    ProjectTreeView view =
        Toolkit.on(
            () -> new ProjectTreeView(model, new Recording(new ArrayList<>()), Locale.ENGLISH));
    TreeView<?> tree =
        Toolkit.on(() -> {
          Scene scene = new Scene(view.node(), 240, 400);
          scene.getRoot().applyCss();
          return (TreeView<?>) view.node().lookup(".tree-view");
        });
    after(() -> selection.select(Set.of(new Item.OfNode("client"))));
    assertEquals("node client", Toolkit.on(() -> key(tree)));
    after(() -> tree.getSelectionModel().clearAndSelect(1));
    assertEquals(Set.of(new Item.OfNode("server")), selection.items());
    after(() -> tree.getSelectionModel().select(2));
    assertEquals(2, selection.items().size());
    after(() -> tree.getSelectionModel().clearAndSelect(1));
    assertEquals(Set.of(new Item.OfNode("server")), selection.items());
    after(() -> document.history().undo());
    after(() -> model.remove(List.of(file("scripts/server.lua"))));
    assertEquals("node server", Toolkit.on(() -> key(tree)));
    after(view::dispose);
  }

  /// Does it, and what the toolkit has put off because of it.
  private static void after(Runnable deed) {
    Toolkit.on(() -> {
      deed.run();
      return 0;
    });
    Toolkit.on(() -> 0);
  }

  private static String key(TreeView<?> tree) {
    Object item = tree.getSelectionModel().getSelectedItem();
    return ((Entry) ((TreeItem<?>) item).getValue()).key();
  }

  record Recording(List<String> opened) implements ProjectTreeView.Opener {
    @Override
    public void network() {
      opened.add("network");
    }

    @Override
    public void script(String path) {
      opened.add(path);
    }

    @Override
    public void lesson() {
      opened.add("lesson");
    }
  }
}
