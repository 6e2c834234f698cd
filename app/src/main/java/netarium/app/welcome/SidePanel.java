package netarium.app.welcome;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.project.RecentProjects;
import netarium.app.project.Recovery;
import netarium.app.text.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The right side: unsaved work that was found, recent projects, keys worth knowing.
final class SidePanel extends VBox {
  private final WelcomeModel model;
  private final Texts texts;
  private final Dates dates;
  private final Path home;

  SidePanel(WelcomeModel model, Texts texts, ZoneId zone, Path home) {
    this.model = model;
    this.texts = texts;
    this.dates = new Dates(texts, zone);
    this.home = home;
    getStyleClass().add("welcome-side");
    refresh();
  }

  void refresh() {
    List<Node> parts = new ArrayList<>();
    Instant now = model.recentProjects().now();
    model.offers().forEach(offer -> parts.add(offerCard(offer, now)));
    parts.add(recent(now));
    parts.add(line());
    parts.add(keys());
    getChildren().setAll(parts);
  }

  private Region line() {
    Region line = new Region();
    line.getStyleClass().add("side-line");
    return line;
  }

  private Node offerCard(Recovery.Offer offer, Instant now) {
    Label title = label("recover.title", "side-title");
    Label text = new Label(sentence(offer, now));
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.getStyleClass().add("card-text");
    Button recover = button("recover.open", () -> model.recover(offer));
    recover.getStyleClass().add("accent");
    Button discard = button("recover.discard", () -> model.discard(offer));
    VBox buttons = new VBox(recover);
    if (offer.diskIsNewer()) {
      buttons.getChildren().add(button("recover.disk", () -> model.openDisk(offer)));
    }
    buttons.getChildren().add(discard);
    buttons.getStyleClass().add("offer-buttons");
    VBox card = new VBox(title, text, buttons);
    card.getStyleClass().add("offer");
    return card;
  }

  private String sentence(Recovery.Offer offer, Instant now) {
    String name = offer.name();
    String when = dates.moment(offer.at(), now);
    Path location = offer.location();
    if (offer.diskIsNewer()) {
      return texts.text("recover.newer", name, when);
    }
    return location == null
        ? texts.text("recover.unsaved", name, when)
        : texts.text("recover.text", name, when, Dates.place(location, home));
  }

  private Node recent(Instant now) {
    Label title = label("recent", "side-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap);
    head.getStyleClass().add("side-head");
    VBox box = new VBox(head);
    box.getStyleClass().add("recent");
    if (model.recent().isEmpty()) {
      Label none = label("recent.none", "card-text");
      none.setWrapText(true);
      box.getChildren().add(none);
      return box;
    }
    Hyperlink clear = new Hyperlink(texts.text("recent.clear"));
    clear.setOnAction(_ -> model.recentProjects().clear());
    head.getChildren().add(clear);
    for (RecentProjects.Entry each : model.recent()) {
      box.getChildren().add(row(each, now));
    }
    return box;
  }

  private Row row(RecentProjects.Entry entry, Instant now) {
    boolean isMissing = model.isMissing(entry);
    Path location = entry.location();
    boolean isFile = location.toString().endsWith(".netarium");
    Row row =
        new Row(
            isFile ? MaterialDesignP.PACKAGE_VARIANT_CLOSED : MaterialDesignF.FOLDER_OUTLINE,
            entry.name(),
            Dates.place(location, home),
            isMissing ? texts.text("recent.missing") : dates.day(entry.at(), now),
            () -> model.open(location));
    row.tip(location.toString());
    MenuItem forget = new MenuItem(texts.text("recent.forget"));
    forget.setOnAction(_ -> model.recentProjects().forget(location));
    row.setContextMenu(new ContextMenu(forget));
    if (isMissing) {
      row.gone();
    }
    return row;
  }

  private Node keys() {
    VBox box = new VBox(label("keys", "side-title"));
    box.getStyleClass().add("keys");
    String[][] keys = {
      {"keys.run", "F5"},
      {"keys.frame", "F10"},
      {"keys.back", "⇧+F10"},
      {"keys.command", texts.text("key.ctrl") + "+⇧+P"}
    };
    for (String[] each : keys) {
      Label what = label(each[0], "key-what");
      HBox.setHgrow(what, Priority.ALWAYS);
      what.setMaxWidth(Double.MAX_VALUE);
      HBox row = new HBox(what, Row.key(each[1]));
      row.getStyleClass().add("key-row");
      box.getChildren().add(row);
    }
    return box;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(texts.text(key));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private Label label(String key, String style) {
    Label label = new Label(texts.text(key));
    label.getStyleClass().add(style);
    return label;
  }
}
