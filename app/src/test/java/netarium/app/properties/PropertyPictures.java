package netarium.app.properties;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import netarium.app.ToolPicture;
import netarium.app.canvas.SampleRun;
import netarium.app.canvas.scene.Item;
import netarium.app.project.Document;
import netarium.app.project.Templates;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;
import netarium.topologies.stimulus.Stimulus;

/// Pictures of properties and live tables. Run by hand, and looked at.
final class PropertyPictures {
  private PropertyPictures() {}

  static void main() {
    picture("properties-node", new Item.OfNode("server"), 61_000_000, false);
    picture("properties-link", new Item.OfLink("l1"), 0, true);
    picture("properties-switch", new Item.OfNode("sw"), 61_000_000, false);
    picture("properties-project", new Item.OfNote(9), 0, false);
    Platform.exit();
  }

  private static void picture(String name, Item item, long instant, boolean isWrong) {
    ToolPicture.write(
        name,
        352,
        item instanceof Item.OfNode ? 1000 : 480,
        List.of(PropertiesView.class),
        _ -> {
          Document document = new Document(Templates.CLIENT_SERVER.project("Web"), null);
          Selection selection = new Selection();
          selection.select(Set.of(item));
          LiveTables tables = new LiveTables();
          SampleRun run = SampleRun.of("hello-http");
          tables.begin(run.topology());
          run.events().stream().filter(e -> e.at().nanos() <= instant).forEach(tables::accept);
          Properties model = new Properties(document, selection, new Running(isWrong));
          LiveTablesView live =
              new LiveTablesView(tables, new Playhead(), document, RunQuery.NONE, Locale.ENGLISH);
          PropertiesView view = new PropertiesView(model, live, Locale.ENGLISH);
          live.show(Long.MAX_VALUE);
          Parent root = (Parent) view.node();
          if (isWrong) {
            Field rate = model.sections().getFirst().fields().get(1);
            model.change(rate, new Field.Value("1Mbit/s", "10Mbit/s"));
            new javafx.scene.Scene(new javafx.scene.layout.StackPane(root), 352, 480);
            root.applyCss();
            root.layout();
            Object[] fields = root.lookupAll(".text-field").toArray();
            ((TextField) fields[fields.length - 1]).setText("2 bananas");
            ((javafx.scene.layout.Pane) root.getParent()).getChildren().clear();
          }
          return root;
        });
  }

  private record Running(boolean isRunning) implements LiveChanges {
    @Override
    public void apply(Stimulus stimulus) {}
  }
}
