package netarium.app.scripts;

import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import netarium.app.ToolPicture;
import netarium.app.project.Document;
import netarium.app.project.Templates;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;

/// Pictures of a script tab. Run by hand, and looked at.
final class ScriptPictures {
  private ScriptPictures() {}

  static void main() {
    Document document = new Document(Templates.CLIENT_SERVER.project("Web"), null);
    document.text(
        "scripts/client.lua", document.text("scripts/client.lua") + "\nif x then\n  print(\n");
    for (String path : List.of("scripts/server.lua", "scripts/client.lua")) {
      ToolPicture.write(
          path.replaceAll(".*/|\\.lua", ""),
          820,
          460,
          List.of(ScriptTab.class),
          theme -> {
            ScriptTabs tabs =
                new ScriptTabs(
                    document,
                    new RunErrors(),
                    new Playhead(),
                    new Selection(),
                    Locale.ENGLISH,
                    new NoPane());
            ScriptTab tab = tabs.open(path).orElseThrow();
            tab.editor().checkNow();
            if (path.contains("server")) {
              tab.mark(List.of(new RunErrors.RunError(path, 7, "a nil value", "server", 5)));
            }
            return tab.node();
          });
    }
    Platform.exit();
  }

  private static final class NoPane implements ScriptTabs.Pane {
    @Override
    public void opened(ScriptTab tab) {}

    @Override
    public void shown(ScriptTab tab) {}

    @Override
    public void closed(ScriptTab tab) {}
  }
}
