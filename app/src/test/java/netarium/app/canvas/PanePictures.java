package netarium.app.canvas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import netarium.app.canvas.scene.Flight;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.Point;
import netarium.app.edit.Building;
import netarium.app.edit.EditHistory;
import netarium.app.palette.PalettePanel;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;
import netarium.app.theme.Theme;
import netarium.topologies.Topology;
import org.jspecify.annotations.Nullable;

/// Draws the canvas with its tools, and its menus, into `target/pictures`. Run by hand, and looked
/// at.
final class PanePictures {
  private static final Path FOLDER = Path.of("target", "pictures");

  private PanePictures() {}

  static void main(String[] arguments) throws IOException {
    Files.createDirectories(FOLDER);
    for (Theme theme : Theme.values()) {
      for (int[] size : new int[][] {{1280, 800}, {1920, 1200}}) {
        String suffix =
            "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size[0] + "x" + size[1] + ".png";
        write("pane-empty" + suffix, () -> pane(empty(), theme, size, null, ""));
        write("pane-hello" + suffix, () -> pane(hello(), theme, size, null, ""));
        write("pane-menu" + suffix, () -> pane(hello(), theme, size, new Item.OfLink("l2"), ""));
        write(
            "pane-two" + suffix,
            () -> pane(two(hello()), theme, size, new Item.OfNode("server"), ""));
        write("pane-sixty" + suffix, () -> pane(sixty(), theme, size, null, "pc-3"));
      }
    }
    Platform.exit();
  }

  private static CanvasModel model(Topology topology) {
    return new CanvasModel(
        new EditHistory(topology), new Selection(), new Playhead(), Locale.ENGLISH);
  }

  private static CanvasModel empty() {
    return model(Topology.empty("New"));
  }

  private static CanvasModel hello() {
    SampleRun run = SampleRun.of("hello-http");
    Topology noted =
        Building.note("Watch the reply\nIt comes back the way the request went.", 208, 380)
            .apply(run.topology());
    CanvasModel model = model(noted);
    var reader = model.reader();
    reader.begin(run.topology());
    run.events().forEach(reader::accept);
    long busiest = ScenePictures.busiest(run);
    model.lookAt(busiest);
    List<Flight> there = new java.util.ArrayList<>();
    run.flights().inFlight(busiest, there::add);
    model.select(Set.of(new Item.OfFrame(there.getLast().ordinal())));
    return model;
  }

  private static CanvasModel two(CanvasModel model) {
    model.select(
        new LinkedHashSet<>(List.of(new Item.OfNode("client"), new Item.OfNode("server"))));
    return model;
  }

  private static CanvasModel sixty() {
    return model(SampleRun.tree(7, 7));
  }

  private static WritableImage pane(
      CanvasModel model, Theme theme, int[] size, @Nullable Item menuOf, String find) {
    Asked asked = new Asked();
    CanvasPane pane = new CanvasPane(model, asked, asked, theme, Locale.ENGLISH);
    HBox row = new HBox(pane);
    PalettePanel palette = new PalettePanel(pane.placing(), Locale.ENGLISH);
    palette.setMaxWidth(224);
    palette.setPrefWidth(224);
    row.getChildren().addFirst(palette);
    HBox.setHgrow(pane, javafx.scene.layout.Priority.ALWAYS);
    Scene scene = new Scene(row, size[0], size[1]);
    theme.apply(scene);
    scene.getStylesheets().add(sheet(CanvasPane.class));
    scene.getStylesheets().add(sheet(PalettePanel.class));
    row.applyCss();
    row.layout();
    if (!find.isEmpty()) {
      pane.find(find);
      row.layout();
    }
    WritableImage picture = scene.snapshot(null);
    return menuOf == null ? picture : withMenu(picture, pane, menuOf, theme);
  }

  private static WritableImage withMenu(
      WritableImage picture, CanvasPane pane, Item of, Theme theme) {
    Point at = new Point(0, 0);
    ContextMenu menu = pane.menuView().menu(pane.menus().at(at, of));
    Stage stage = new Stage();
    Scene anchor = new Scene(new Group(), 300, 300);
    theme.apply(anchor);
    anchor.getStylesheets().add(sheet(CanvasPane.class));
    stage.setScene(anchor);
    stage.show();
    menu.show(anchor.getRoot(), 10, 10);
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    WritableImage popup = menu.getScene().getRoot().snapshot(clear, null);
    menu.hide();
    stage.hide();
    ImageView over = new ImageView(popup);
    over.relocate(picture.getWidth() * 0.6, picture.getHeight() * 0.3);
    return new Group(new ImageView(picture), over).snapshot(null, null);
  }

  private static String sheet(Class<?> owner) {
    return java.util.Objects.requireNonNull(owner.getResource("tool.css")).toExternalForm();
  }

  private static void write(String name, java.util.concurrent.Callable<WritableImage> drawn)
      throws IOException {
    Files.write(FOLDER.resolve(name), Toolkit.on(() -> Png.encode(drawn.call())));
  }
}
