package netarium.app.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netarium.app.canvas.Toolkit;
import netarium.app.edit.Building;
import netarium.app.project.Document;
import netarium.app.project.Templates;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.SimEvent;
import netarium.topologies.node.NodeKind;
import netarium.topologies.node.Vm;
import org.junit.jupiter.api.Test;

/// Scripts from templates, in tabs, and marked by runs.
class ScriptsTest {
  private final Document document = new Document(Templates.EMPTY.project("New"), null);

  private Vm vm(String id) {
    return assertInstanceOf(Vm.class, document.topology().node(id));
  }

  /// Two machines on a switch, drawn as a user draws them.
  private void draw() {
    for (NodeKind kind : List.of(NodeKind.VM, NodeKind.VM, NodeKind.SWITCH)) {
      document.history().apply(Building.node(document.topology(), kind, 0, 0));
    }
    for (String id : List.of("vm1", "vm2")) {
      document.history().apply(Building.link(document.topology(), id, "sw1").orElseThrow());
    }
  }

  private List<SimEvent> run() {
    EventLog log = new EventLog();
    Simulation.of(document.project(), RunSettings.with(log)).runToEnd();
    return log.events();
  }

  private String console() {
    StringBuilder text = new StringBuilder();
    for (SimEvent event : run()) {
      if (event instanceof SimEvent.ConsoleWritten written) {
        text.append(new String(written.text().toByteArray(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  @Test
  void messageTemplates_talkToEachOther() {
    draw();
    assertEquals(
        "scripts/server.lua", new NewScript(document).on(vm("vm1"), ScriptTemplate.SERVER));
    assertEquals(
        "scripts/client.lua", new NewScript(document).on(vm("vm2"), ScriptTemplate.CLIENT));
    assertEquals("10.0.1.2 says: Hello\nYou said: Hello\n", console());
  }

  @Test
  void httpTemplates_talkToEachOther() {
    draw();
    new NewScript(document).on(vm("vm1"), ScriptTemplate.HTTP_SERVER);
    new NewScript(document).on(vm("vm2"), ScriptTemplate.HTTP_CLIENT);
    assertEquals("200\tHello\n", console());
  }

  @Test
  void emptyTemplate_saysHello() {
    draw();
    new NewScript(document).on(vm("vm1"), ScriptTemplate.EMPTY);
    assertEquals("Hello\n", console());
  }

  @Test
  void newScript_isOneStep() {
    draw();
    String path = new NewScript(document).on(vm("vm1"), ScriptTemplate.SERVER);
    assertEquals("scripts/server-2.lua", new NewScript(document).freePath(ScriptTemplate.SERVER));
    document.history().undo();
    assertFalse(document.has(path));
    assertEquals(List.of(), vm("vm1").programs());
    document.history().redo();
    assertTrue(document.has(path));
    assertEquals(1, vm("vm1").programs().size());
  }

  @Test
  void failedLine_isFoundInTheTrace() {
    draw();
    String path = new NewScript(document).on(vm("vm1"), ScriptTemplate.EMPTY);
    document.text(path, "local x\n\nprint(x.y)\n");
    RunErrors errors = new RunErrors();
    errors.begin(document.topology());
    run().forEach(errors::accept);
    List<RunErrors.RunError> found = errors.of(path, Long.MAX_VALUE);
    assertEquals(1, found.size());
    assertEquals(3, found.getFirst().line());
    assertEquals("vm1", found.getFirst().node());
    assertTrue(found.getFirst().message().contains("attempt to index"));
    assertEquals(List.of(), errors.of(path, found.getFirst().atNanos() - 1));
  }

  @Test
  void tab_followsTheDocumentAndTheDocumentTheTab() {
    draw();
    String path = new NewScript(document).on(vm("vm1"), ScriptTemplate.SERVER);
    List<String> calls = new ArrayList<>();
    ScriptTabs.Pane pane = new RecordingPane(calls);
    Toolkit.on(() -> {
      ScriptTabs tabs =
          new ScriptTabs(
              document, new RunErrors(), new Playhead(), new Selection(), Locale.ENGLISH, pane);
      ScriptTab tab = tabs.open(path).orElseThrow();
      tabs.open(path);
      tab.editor().select(0, 0);
      tab.editor().apply(new netarium.editor.lang.Edit(0, 0, "-- hi\n", 6, 6));
      assertTrue(document.text(path).startsWith("-- hi\n-- Answers"));
      assertTrue(tab.modifiedProperty().get());
      document.text(path, "print(7)\n");
      assertEquals("print(7)\n", tab.editor().text());
      document.rename(path, "scripts/other.lua");
      assertEquals(List.of(), tabs.open());
      tabs.reveal("scripts/other.lua", 1);
      assertEquals(1, tabs.open().size());
      tabs.dispose();
      return true;
    });
    assertEquals(
        List.of(
            "opened server.lua",
            "shown server.lua",
            "shown server.lua",
            "closed server.lua",
            "opened other.lua",
            "shown other.lua",
            "closed other.lua"),
        calls);
  }

  @Test
  void windowsLineEnds_areKept() {
    document.add("scripts/a.lua", "print(1)\r\nprint(2)\r\n");
    Toolkit.on(() -> {
      ScriptTabs tabs =
          new ScriptTabs(
              document,
              new RunErrors(),
              new Playhead(),
              new Selection(),
              Locale.GERMAN,
              new RecordingPane(new ArrayList<>()));
      ScriptTab tab = tabs.open("scripts/a.lua").orElseThrow();
      assertEquals("print(1)\r\nprint(2)\r\n", document.text("scripts/a.lua"));
      tab.editor().apply(new netarium.editor.lang.Edit(0, 0, "x=1\n", 4, 4));
      assertEquals("x=1\r\nprint(1)\r\nprint(2)\r\n", document.text("scripts/a.lua"));
      tabs.dispose();
      return true;
    });
  }

  private record RecordingPane(List<String> calls) implements ScriptTabs.Pane {
    @Override
    public void opened(ScriptTab tab) {
      calls.add("opened " + tab.title());
    }

    @Override
    public void shown(ScriptTab tab) {
      calls.add("shown " + tab.title());
    }

    @Override
    public void closed(ScriptTab tab) {
      calls.add("closed " + tab.title());
    }
  }
}
