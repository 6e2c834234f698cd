package netarium.app.inspector;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import netarium.app.theme.Theme;
import netarium.engine.analysis.Dissection;
import netarium.engine.analysis.Layer;
import netarium.engine.analysis.LayerField;
import netarium.engine.analysis.filter.FrameFilter;
import org.jspecify.annotations.Nullable;

/// The layers of a frame with their fields, or the values of an event. Which layers are open is
/// remembered from frame to frame.
final class LayerTree extends TreeView<LayerItem> {
  private static final double ROW = 22;
  private static final Set<Layer.Kind> BELOW =
      EnumSet.of(
          Layer.Kind.ETHERNET,
          Layer.Kind.ARP,
          Layer.Kind.IPV4,
          Layer.Kind.ICMP,
          Layer.Kind.UDP,
          Layer.Kind.TCP,
          Layer.Kind.DATA,
          Layer.Kind.MALFORMED,
          Layer.Kind.PADDING);

  private final InspectorModel model;
  private final Words words;
  private final EventWords eventWords;
  private final Consumer<String> applyFilter;
  private final Set<Layer.Kind> closed = EnumSet.of(Layer.Kind.PADDING);

  /// Layers around another one are opened by whoever wants to see them, once for all frames.
  private final Set<Layer.Kind> opened = EnumSet.noneOf(Layer.Kind.class);

  private @Nullable Object shown;
  private boolean isShowing;

  /// The row that stays at the top until somebody scrolls, and the height for which it was put
  /// there; none below 0.
  private int reveal = -1;

  private double revealedAt;

  LayerTree(InspectorModel model, Words words, Consumer<String> applyFilter) {
    this.model = model;
    this.words = words;
    this.applyFilter = applyFilter;
    eventWords = new EventWords(words);
    getStyleClass().add("inspector-layers");
    setShowRoot(false);
    setFixedCellSize(ROW);
    setRoot(new TreeItem<>());
    setAccessibleText(words.text("layers.label"));
    setMinHeight(80);
    addEventFilter(InputEvent.ANY, this::touched);
    getSelectionModel().selectedItemProperty().addListener((_, _, item) -> chosen(item));
  }

  private void touched(InputEvent event) {
    boolean isPress = event.getEventType().equals(MouseEvent.MOUSE_PRESSED);
    if (event instanceof ScrollEvent || event instanceof KeyEvent || isPress) {
      reveal = -1;
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    // What is above and below takes its room after the rows are there.
    if (reveal >= 0 && getHeight() != revealedAt) {
      revealedAt = getHeight();
      if (lookup(".virtual-flow") instanceof Parent rows) {
        rows.layout();
      }
      scrollTo(reveal);
    }
  }

  /// Its cells paint glyphs.
  void theme(Theme theme) {
    setCellFactory(_ -> new LayerCell(words, theme.palette(), this::menu));
  }

  /// Shows what has become of the model.
  void show() {
    isShowing = true;
    Object now = model.dissection().map(Object.class::cast).or(model::event).orElse(null);
    boolean isOther = !Objects.equals(now, shown);
    if (isOther) {
      shown = now;
      getRoot().getChildren().setAll(model.dissection().map(this::layers).orElseGet(this::facts));
    }
    LayerField field = model.field().orElse(null);
    TreeItem<LayerItem> item = field == null ? null : find(getRoot(), field);
    if (item == null) {
      // A layer that is chosen here marks no field; it stays chosen. To clear the selection from
      // within the control's own change of it breaks the control.
      if (isOther || marksField()) {
        getSelectionModel().clearSelection();
      }
      if (isOther) {
        reveal = application();
        revealedAt = 0;
        requestLayout();
      }
    } else if (!item.equals(getSelectionModel().getSelectedItem())) {
      open(item.getParent());
      getSelectionModel().select(item);
      int row = getRow(item);
      double inSight = getHeight() / ROW;
      scrollTo(Math.max(0, row - (int) (inSight / 2)));
    }
    isShowing = false;
  }

  /// The row of the first layer above the transport: what the frame is sent for. The layers below
  /// it say the same in every frame of a connection.
  private int application() {
    for (TreeItem<LayerItem> each : getRoot().getChildren()) {
      boolean isApplication =
          each.getValue() instanceof LayerItem.OfLayer(Layer layer)
              && !BELOW.contains(layer.kind());
      if (isApplication) {
        return getRow(each);
      }
    }
    return 0;
  }

  private boolean marksField() {
    TreeItem<LayerItem> item = getSelectionModel().getSelectedItem();
    return item != null && item.getValue() instanceof LayerItem.OfField;
  }

  private static void open(@Nullable TreeItem<LayerItem> item) {
    for (TreeItem<LayerItem> each = item; each != null; each = each.getParent()) {
      each.setExpanded(true);
    }
  }

  private List<TreeItem<LayerItem>> layers(Dissection dissection) {
    List<Layer> layers = dissection.layers();
    Layer innermost =
        layers.stream().filter(each -> each.kind() != Layer.Kind.PADDING).toList().getLast();
    return layers.stream().map(each -> layer(each, each.equals(innermost))).toList();
  }

  private TreeItem<LayerItem> layer(Layer layer, boolean isInnermost) {
    TreeItem<LayerItem> item = new TreeItem<>(new LayerItem.OfLayer(layer));
    layer.fields().forEach(field -> item.getChildren().add(field(field)));
    boolean isOpen = opened.contains(layer.kind()) || isInnermost;
    item.setExpanded(isOpen && !closed.contains(layer.kind()));
    item.expandedProperty()
        .addListener((_, _, isNowOpen) -> {
          (isNowOpen ? opened : closed).add(layer.kind());
          (isNowOpen ? closed : opened).remove(layer.kind());
        });
    return item;
  }

  private static TreeItem<LayerItem> field(LayerField field) {
    TreeItem<LayerItem> item = new TreeItem<>(new LayerItem.OfField(field));
    field.children().forEach(child -> item.getChildren().add(field(child)));
    return item;
  }

  private List<TreeItem<LayerItem>> facts() {
    return model
        .event()
        .map(event -> {
          TreeItem<LayerItem> head = new TreeItem<>(new LayerItem.OfEvent(eventWords.kind(event)));
          model
              .facts()
              .forEach(fact -> head.getChildren().add(new TreeItem<>(new LayerItem.OfFact(fact))));
          head.setExpanded(true);
          return List.of(head);
        })
        .orElse(List.of());
  }

  private static @Nullable TreeItem<LayerItem> find(TreeItem<LayerItem> among, LayerField field) {
    for (TreeItem<LayerItem> each : among.getChildren()) {
      if (each.getValue() instanceof LayerItem.OfField(LayerField found) && found.equals(field)) {
        return each;
      }
      TreeItem<LayerItem> inside = find(each, field);
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }

  private void chosen(@Nullable TreeItem<LayerItem> item) {
    if (!isShowing) {
      LayerItem value = item == null ? null : item.getValue();
      model.mark(value instanceof LayerItem.OfField(LayerField field) ? field : null);
    }
  }

  /// The fact that is chosen, for its explanation.
  @Nullable Fact chosenFact() {
    TreeItem<LayerItem> item = getSelectionModel().getSelectedItem();
    return item != null && item.getValue() instanceof LayerItem.OfFact(Fact fact) ? fact : null;
  }

  private ContextMenu menu(LayerField field) {
    ContextMenu menu = new ContextMenu();
    if (!field.filterValue().isEmpty() && FrameFilter.isName(field.key())) {
      String filter = filter(field);
      MenuItem apply = new MenuItem(words.text("menu.filter") + ": " + filter);
      apply.setMnemonicParsing(false);
      apply.setOnAction(_ -> applyFilter.accept(filter));
      menu.getItems().add(apply);
    }
    MenuItem value = new MenuItem(words.text("menu.copy.value"));
    value.setOnAction(_ -> copy(field.value()));
    MenuItem octets = new MenuItem(words.text("menu.copy.octets"));
    octets.setOnAction(_ ->
        model
            .dissection()
            .ifPresent(d -> copy(d.octets().slice(field.offset(), field.end()).toString())));
    menu.getItems().addAll(value, octets);
    return menu;
  }

  /// The filter that frames with the same field match.
  static String filter(LayerField field) {
    String value =
        FrameFilter.isText(field.key())
            ? '"' + field.filterValue().replace("\\", "\\\\").replace("\"", "\\\"") + '"'
            : field.filterValue();
    return field.key() + " == " + value;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
