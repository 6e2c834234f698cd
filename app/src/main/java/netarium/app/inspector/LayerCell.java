package netarium.app.inspector;

import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import netarium.app.canvas.scene.Glyph;
import netarium.app.packets.GlyphIcon;
import netarium.app.theme.Palette;
import netarium.engine.analysis.Check;
import netarium.engine.analysis.Layer;
import netarium.engine.analysis.LayerField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// A line of the layer tree: name, value, what is remarked, and whether a check came out right.
final class LayerCell extends TreeCell<LayerItem> {
  private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
  private static final double INDENT = 14;
  private static final double NAMES = 116;

  private final Words words;
  private final Palette palette;
  private final Function<LayerField, ContextMenu> menuOf;
  private final GlyphIcon glyph = new GlyphIcon(14);
  private final Label name = new Label();
  private final Label value = new Label();
  private final Label remark = new Label();
  private final FontIcon check = new FontIcon();
  private final Label opened = new Label();
  private final Region gap = new Region();
  private final HBox box = new HBox(6);

  LayerCell(Words words, Palette palette, Function<LayerField, ContextMenu> menuOf) {
    this.words = words;
    this.palette = palette;
    this.menuOf = menuOf;
    box.setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("inspector-name");
    value.getStyleClass().add("inspector-value");
    remark.getStyleClass().add("inspector-remark");
    check.getStyleClass().add("inspector-check");
    remark.setMinWidth(0);
    HBox.setHgrow(gap, Priority.ALWAYS);
    opened.setText(words.text("layer.decrypted"));
    opened.setGraphic(new FontIcon(MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE));
    opened.getStyleClass().setAll("label", "inspector-opened");
    opened.setMinWidth(USE_PREF_SIZE);
    setPrefWidth(0);
    setTooltip(null);
  }

  @Override
  protected void updateItem(@Nullable LayerItem item, boolean empty) {
    super.updateItem(item, empty);
    setContextMenu(null);
    pseudoClassStateChanged(HEAD, false);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      setTooltip(null);
      return;
    }
    switch (item) {
      case LayerItem.OfLayer(Layer layer) ->
          head(words.title(layer), layer.summary(), glyph(layer), layer.isDecrypted());
      case LayerItem.OfEvent(String title) -> head(title, "", null, false);
      case LayerItem.OfField(LayerField field) -> field(field);
      case LayerItem.OfFact(Fact fact) ->
          line(words.text("fact." + fact.key()), fact.value(), "", Check.NONE);
    }
    setGraphic(box);
  }

  private static @Nullable Glyph glyph(Layer layer) {
    return switch (layer.kind()) {
      case ARP -> Glyph.ARP;
      case ICMP -> Glyph.ICMP;
      case UDP, DNS -> Glyph.UDP;
      case TCP, SOCKS, HLHV -> Glyph.TCP;
      case HTTP -> Glyph.HTTP;
      case WEB_SOCKET -> Glyph.WEB_SOCKET;
      case TLS -> Glyph.TLS;
      case MALFORMED -> Glyph.DROPPED;
      case ETHERNET, IPV4, DATA, PADDING -> null;
    };
  }

  private void head(String title, String summary, @Nullable Glyph shape, boolean isDecrypted) {
    pseudoClassStateChanged(HEAD, true);
    name.setText(title);
    name.setMinWidth(USE_PREF_SIZE);
    name.setPrefWidth(USE_COMPUTED_SIZE);
    remark.setText(summary);
    if (shape == null) {
      box.getChildren().setAll(name, remark);
    } else {
      glyph.show(shape, palette);
      box.getChildren().setAll(glyph, name, remark);
    }
    if (isDecrypted) {
      box.getChildren().addAll(gap, opened);
    }
    setAccessibleText(
        title + " " + summary + (isDecrypted ? " " + words.text("layer.decrypted") : ""));
    setTooltip(isDecrypted ? new Tooltip(words.text("layer.decrypted.hint")) : null);
  }

  private void field(LayerField field) {
    String note = words.sentence(field.remark());
    line(words.label(field), field.value(), note, field.check());
    setContextMenu(menuOf.apply(field));
  }

  private void line(String label, String text, String note, Check state) {
    int level = Math.max(0, getTreeView().getTreeItemLevel(getTreeItem()) - 2);
    name.setText(label);
    double width = Math.max(40, NAMES - level * INDENT);
    name.setMinWidth(width);
    name.setPrefWidth(width);
    name.setMaxWidth(width);
    value.setText(text);
    // What is short is never cut; what is long gives way to the cell's end.
    value.setMinWidth(text.length() <= 18 ? USE_PREF_SIZE : 0);
    remark.setText(note);
    box.getChildren().setAll(name, value, remark);
    if (state != Check.NONE) {
      boolean isWrong = state == Check.WRONG;
      check.setIconCode(
          switch (state) {
            case RIGHT -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case WRONG -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            case UNTESTED, NONE -> MaterialDesignC.CIRCLE_OUTLINE;
          });
      check.getStyleClass().setAll("ikonli-font-icon", "inspector-check");
      if (state != Check.UNTESTED) {
        check.getStyleClass().add(isWrong ? "inspector-wrong" : "inspector-right");
      }
      box.getChildren().addAll(gap, check);
    }
    TreeItem<LayerItem> item = getTreeItem();
    boolean isLong = text.length() > 24 || item == null;
    setTooltip(isLong ? new Tooltip(text) : null);
    setAccessibleText(label + " " + text + " " + note + checkWords(state));
  }

  private String checkWords(Check state) {
    return switch (state) {
      case NONE -> "";
      case RIGHT -> " " + words.text("check.right");
      case WRONG -> " " + words.text("check.wrong");
      case UNTESTED -> " " + words.text("check.untested");
    };
  }
}
