package netarium.app.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import netarium.app.scripts.ScriptTemplate;
import netarium.app.text.Texts;
import netarium.topologies.path.ProjectPath;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The project at the left of the window. What is selected here is selected on the canvas, and the
/// other way round; Enter or a double click opens, F2 renames, Delete removes.
public final class ProjectTreeView {
  private static final double ROW = 26;

  private final ProjectTree model;
  private final Opener opener;
  private final Texts texts;
  private final BorderPane root = new BorderPane();
  private final TreeView<Entry> tree = new TreeView<>();
  private final TreeItem<Entry> top = new TreeItem<>();
  private final TreeItem<Entry> network = new TreeItem<>(Entry.Group.NETWORK);
  private final TreeItem<Entry> scripts = new TreeItem<>(Entry.Group.SCRIPTS);
  private final TreeItem<Entry> files = new TreeItem<>(Entry.Group.FILES);
  private final TreeItem<Entry> lesson = new TreeItem<>();
  private final ContextMenu menu = new ContextMenu();
  private final List<Runnable> unlisten = new ArrayList<>();
  private boolean isFollowing;

  /// What the window does when something is opened.
  public interface Opener {
    void network();

    void script(String path);

    void lesson();
  }

  public ProjectTreeView(ProjectTree model, Opener opener, Locale locale) {
    this.model = model;
    this.opener = opener;
    texts = new Texts(ProjectTreeView.class, locale);
    top.getChildren().add(network);
    top.getChildren().add(scripts);
    for (TreeItem<Entry> each : List.of(top, network, scripts, files)) {
      each.setExpanded(true);
    }
    tree.setRoot(top);
    tree.setShowRoot(false);
    tree.setEditable(true);
    tree.setFixedCellSize(ROW);
    tree.setCellFactory(_ -> new EntryCell(model, texts));
    tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    tree.getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<TreeItem<Entry>>) _ -> selected());
    tree.setContextMenu(menu);
    tree.setAccessibleText(texts.text("title"));
    menu.setOnShowing(_ -> fill());
    menu.getItems().add(new MenuItem());
    tree.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    tree.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
            open();
          }
        });
    root.setCenter(tree);
    root.getStyleClass().add("project-tree");
    // Later, for a change may come out of the middle of one of the control: a name that is kept
    // because another line was chosen.
    unlisten.add(model.document().listen(() -> Platform.runLater(this::refresh)));
    unlisten.add(model.selection().listen(this::follow));
    refresh();
  }

  public Region node() {
    return root;
  }

  /// The document is closed.
  public void dispose() {
    unlisten.forEach(Runnable::run);
    unlisten.clear();
  }

  /// What adds scripts and the lesson, for the head of the panel.
  public Node adding() {
    Button add = new Button(null, new FontIcon(MaterialDesignP.PLUS));
    add.getStyleClass().addAll("flat", "button-icon");
    add.setTooltip(new Tooltip(texts.text("add")));
    add.setAccessibleText(texts.text("add"));
    ContextMenu choices = new ContextMenu();
    add.setOnAction(_ -> {
      choices.getItems().setAll(newScripts(Entry.Group.SCRIPTS));
      choices.getItems().add(new SeparatorMenuItem());
      choices.getItems().add(lessonItem());
      choices.show(add, javafx.geometry.Side.BOTTOM, 0, 4);
    });
    return add;
  }

  private MenuItem lessonItem() {
    MenuItem item =
        item(
            "new.lesson",
            () -> {
              model.addLesson(texts.text("lesson.text", model.document().name()));
              opener.lesson();
            });
    item.setDisable(model.lesson().isPresent());
    return item;
  }

  private void refresh() {
    isFollowing = true;
    sync(network, model.nodes());
    sync(scripts, model.scripts());
    sync(files, model.files());
    Entry text = model.lesson().orElse(null);
    if (!Objects.equals(lesson.getValue(), text)) {
      lesson.setValue(text);
    }
    place(files, !files.getChildren().isEmpty());
    place(lesson, text != null);
    isFollowing = false;
    follow();
  }

  private void place(TreeItem<Entry> group, boolean isShown) {
    boolean isThere = top.getChildren().contains(group);
    if (isShown && !isThere) {
      int last = top.getChildren().indexOf(lesson);
      top.getChildren().add(last < 0 ? top.getChildren().size() : last, group);
    } else if (!isShown && isThere) {
      top.getChildren().remove(group);
    }
  }

  /// Changes only the lines that are others, so that selection and scroll position stay.
  private static void sync(TreeItem<Entry> group, List<Entry> entries) {
    List<TreeItem<Entry>> items = group.getChildren();
    boolean isSame = items.size() == entries.size();
    for (int i = 0; isSame && i < entries.size(); i++) {
      isSame = items.get(i).getValue().key().equals(entries.get(i).key());
    }
    if (!isSame) {
      List<TreeItem<Entry>> fresh = new ArrayList<>();
      entries.forEach(entry -> fresh.add(new TreeItem<>(entry)));
      group.getChildren().setAll(fresh);
      return;
    }
    for (int i = 0; i < entries.size(); i++) {
      if (!items.get(i).getValue().equals(entries.get(i))) {
        items.get(i).setValue(entries.get(i));
      }
    }
  }

  private List<Entry> chosen() {
    List<Entry> entries = new ArrayList<>();
    for (TreeItem<Entry> item : tree.getSelectionModel().getSelectedItems()) {
      if (item != null && item.getValue() != null) {
        entries.add(item.getValue());
      }
    }
    return entries;
  }

  private @Nullable Entry first() {
    TreeItem<Entry> item = tree.getSelectionModel().getSelectedItem();
    return item == null ? null : item.getValue();
  }

  /// Tells the window once the control is done with its own change: what follows may be that a
  /// field elsewhere keeps what was typed, and that the tree has other lines.
  private void selected() {
    if (!isFollowing) {
      Platform.runLater(() -> {
        isFollowing = true;
        model.select(chosen());
        isFollowing = false;
      });
    }
  }

  /// Selects the lines of what is selected elsewhere; a selected file stays if nothing is.
  private void follow() {
    if (isFollowing) {
      return;
    }
    Set<Integer> wanted = new LinkedHashSet<>();
    for (TreeItem<Entry> item : network.getChildren()) {
      // In a folded group a line has no row.
      int row = tree.getRow(item);
      if (row >= 0 && model.isSelected(item.getValue())) {
        wanted.add(row);
      }
    }
    Set<Integer> rows = new LinkedHashSet<>(tree.getSelectionModel().getSelectedIndices());
    boolean isNode = first() instanceof Entry.OfNode;
    if (rows.equals(wanted) || (wanted.isEmpty() && !isNode)) {
      return;
    }
    isFollowing = true;
    tree.getSelectionModel().clearSelection();
    wanted.forEach(row -> tree.getSelectionModel().select(row));
    isFollowing = false;
  }

  private void pressed(KeyEvent event) {
    TreeItem<Entry> item = tree.getSelectionModel().getSelectedItem();
    if (item == null || tree.getEditingItem() != null) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      open();
    } else if (event.getCode() == KeyCode.DELETE) {
      model.remove(chosen());
    } else if (event.getCode() == KeyCode.F2) {
      tree.edit(item);
    } else {
      return;
    }
    event.consume();
  }

  private void open() {
    switch (first()) {
      case Entry.OfFile file when file.isScript() -> opener.script(file.path());
      case Entry.OfFile file when file.path().equals(ProjectPath.LESSON) -> opener.lesson();
      case Entry.OfNode _ -> opener.network();
      case Entry.Group group when group == Entry.Group.NETWORK -> opener.network();
      case null, default -> {}
    }
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    Entry entry = first();
    if (entry instanceof Entry.OfFile || entry instanceof Entry.OfNode) {
      items.add(item("open", this::open));
    }
    if (entry == Entry.Group.SCRIPTS || entry == null || model.isMachine(entry)) {
      Menu fresh = new Menu(texts.text("new.script"));
      fresh.getItems().setAll(newScripts(entry == null ? Entry.Group.SCRIPTS : entry));
      items.add(fresh);
    }
    if (entry instanceof Entry.OfFile || entry instanceof Entry.OfNode) {
      MenuItem rename = item("rename", () -> tree.edit(tree.getSelectionModel().getSelectedItem()));
      rename.setDisable(entry instanceof Entry.OfFile file && file.isLesson());
      MenuItem remove = item("remove", () -> model.remove(chosen()));
      remove.getStyleClass().add("danger");
      items.add(rename);
      items.add(new SeparatorMenuItem());
      items.add(remove);
    }
    menu.getItems().setAll(items);
  }

  private List<MenuItem> newScripts(Entry entry) {
    List<MenuItem> items = new ArrayList<>();
    for (ScriptTemplate template : ScriptTemplate.values()) {
      items.add(
          item("script." + template.key(), () -> opener.script(model.newScript(entry, template))));
    }
    return items;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.text(key));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
