package netarium.app.workbench;

import java.net.URL;
import java.util.List;
import netarium.app.canvas.CanvasPane;
import netarium.app.consoles.ConsolesView;
import netarium.app.content.ContentView;
import netarium.app.http.HttpView;
import netarium.app.inspector.InspectorView;
import netarium.app.lesson.LessonView;
import netarium.app.packets.PacketsView;
import netarium.app.palette.PalettePanel;
import netarium.app.pool.PoolView;
import netarium.app.problems.ProblemsView;
import netarium.app.properties.PropertiesView;
import netarium.app.screen.ScreenView;
import netarium.app.scripts.ScriptTab;
import netarium.app.streams.StreamsView;
import netarium.app.timeline.TimelineView;
import netarium.app.transport.TransportBar;
import netarium.app.tree.ProjectTreeView;
import netarium.app.websocket.WebSocketView;
import netarium.app.welcome.WelcomeView;

/// The style sheets of the tools: `tool.css` beside the classes of each.
final class Sheets {
  /// One class of every tool that has a sheet.
  static final List<Class<?>> OWNERS =
      List.of(
          AppGraph.class,
          CanvasPane.class,
          ConsolesView.class,
          ContentView.class,
          HttpView.class,
          InspectorView.class,
          LessonView.class,
          PacketsView.class,
          PalettePanel.class,
          PoolView.class,
          ProblemsView.class,
          ProjectTreeView.class,
          PropertiesView.class,
          ScreenView.class,
          ScriptTab.class,
          StreamsView.class,
          TimelineView.class,
          TransportBar.class,
          WebSocketView.class,
          WelcomeView.class);

  private Sheets() {}

  static String of(Class<?> owner) {
    URL found = owner.getResource("tool.css");
    if (found == null) {
      throw new IllegalStateException("invariant broken: " + owner + " has a sheet beside it");
    }
    return found.toExternalForm();
  }
}
