package netarium.app.properties;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import netarium.app.scripts.NewScript;
import netarium.app.scripts.ScriptTemplate;
import netarium.app.text.Texts;
import netarium.topologies.node.Vm;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.PropertyEditor;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The properties of what is selected, in sections that fold; below them what a running node holds.
public final class PropertiesView {
  private final Properties model;
  private final LiveTablesView tables;
  private final Texts texts;
  private final BorderPane root = new BorderPane();
  private final Label title = new Label();
  private final Label kind = new Label();
  private final Label running = new Label();
  private final VBox content = new VBox();
  private final VBox rest = new VBox();
  private final Map<String, Boolean> unfolded = new LinkedHashMap<>();
  private final List<FieldEditor> editors = new ArrayList<>();
  private final Runnable unlisten;
  private final Deque<Runnable> parts = new ArrayDeque<>();
  private final AnimationTimer builder =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          addNext();
          if (parts.isEmpty()) {
            stop();
          }
        }
      };
  private List<Section> shown = List.of();
  private boolean wasRunning;

  public PropertiesView(Properties model, LiveTablesView tables, Locale locale) {
    this.model = model;
    this.tables = tables;
    texts = new Texts(PropertiesView.class, locale);
    title.getStyleClass().add("properties-title");
    kind.getStyleClass().add("properties-kind");
    kind.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(title, kind);
    head.getStyleClass().add("properties-head");
    running.setText(texts.text("running"));
    running.setWrapText(true);
    running.setMinHeight(Region.USE_PREF_SIZE);
    running.getStyleClass().add("properties-running");
    content.getStyleClass().add("properties-content");
    ScrollPane scroll = new ScrollPane(new VBox(content, tables.node(), rest));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setTop(head);
    root.setCenter(scroll);
    root.getStyleClass().add("properties");
    unlisten = model.listen(this::refresh);
    refresh();
  }

  public Region node() {
    return root;
  }

  /// What the tab of the view may be called: the name of what is shown.
  public String title() {
    return model.title();
  }

  /// The document is closed.
  public void dispose() {
    unlisten.run();
    builder.stop();
    model.dispose();
    tables.dispose();
  }

  private void refresh() {
    List<Section> sections = model.sections();
    title.setText(model.title().isEmpty() ? texts.text("kind.note") : model.title());
    kind.setText(texts.text("kind." + kindOf(model.subject())));
    tables.show(model.subject());
    if (sections.equals(shown) && wasRunning == model.isRunning()) {
      editors.forEach(FieldEditor::refresh);
      return;
    }
    shown = sections;
    wasRunning = model.isRunning();
    editors.clear();
    content.getChildren().clear();
    rest.getChildren().clear();
    if (wasRunning) {
      content.getChildren().add(running);
    }
    parts.clear();
    for (Section section : sections) {
      VBox where = section.isOpen() ? content : rest;
      parts.add(() -> where.getChildren().add(pane(section)));
    }
    if (programs() != null) {
      parts.add(() -> content.getChildren().add(addProgram()));
    }
    build();
  }

  /// To build all sections of a machine at once takes longer than a frame of the screen may: while
  /// people look, each frame adds one.
  private void build() {
    Window window = root.getScene() == null ? null : root.getScene().getWindow();
    if (window != null && window.isShowing()) {
      builder.start();
    } else {
      while (!parts.isEmpty()) {
        addNext();
      }
    }
  }

  private void addNext() {
    if (!parts.isEmpty()) {
      parts.remove().run();
    }
  }

  private static String kindOf(Subject subject) {
    return switch (subject) {
      case Subject.OfProject _ -> "project";
      case Subject.OfNode _ -> "node";
      case Subject.OfLink _ -> "link";
      case Subject.OfNote _ -> "note";
    };
  }

  private TitledPane pane(Section section) {
    TitledPane pane = new TitledPane();
    pane.setText(texts.text("section." + section.title(), section.about()));
    pane.setAnimated(false);
    pane.setExpanded(unfolded.getOrDefault(section.title(), section.isOpen()));
    // What is folded is made when it is unfolded, which for most sections is never.
    pane.expandedProperty()
        .subscribe(isOpen -> {
          unfolded.put(section.title(), isOpen);
          if (isOpen && pane.getContent() == null) {
            pane.setContent(sheet(section));
          }
        });
    if (!section.entry().isEmpty()) {
      Button remove = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
      remove.getStyleClass().addAll("flat", "section-button");
      remove.setTooltip(new Tooltip(texts.text("remove")));
      remove.setAccessibleText(texts.text("remove"));
      remove.setOnAction(_ -> model.remove(section));
      pane.setGraphic(remove);
      pane.getStyleClass().add("has-button");
    }
    return pane;
  }

  private PropertySheet sheet(Section section) {
    PropertySheet sheet = new PropertySheet();
    sheet.setMode(PropertySheet.Mode.NAME);
    sheet.setModeSwitcherVisible(false);
    sheet.setSearchBoxVisible(false);
    sheet.setPropertyEditorFactory(this::editor);
    for (Field field : section.fields()) {
      sheet.getItems().add(new FieldItem(model, field, texts));
    }
    return sheet;
  }

  private PropertyEditor<?> editor(PropertySheet.Item item) {
    if (!(item instanceof FieldItem each)) {
      throw new IllegalStateException("invariant broken: all items are fields");
    }
    FieldEditor editor = new FieldEditor(each);
    editors.add(editor);
    return editor;
  }

  private @org.jspecify.annotations.Nullable Vm programs() {
    return model.subject() instanceof Subject.OfNode(String id)
            && model.document().topology().node(id) instanceof Vm vm
        ? vm
        : null;
  }

  private MenuButton addProgram() {
    MenuButton add = new MenuButton(texts.text("add.program"));
    add.getStyleClass().addAll("flat", "add-program");
    for (ScriptTemplate template : ScriptTemplate.values()) {
      MenuItem item = new MenuItem(texts.text("script." + template.key()));
      item.setOnAction(_ -> {
        Vm vm = programs();
        if (vm != null) {
          new NewScript(model.document()).on(vm, template);
        }
      });
      add.getItems().add(item);
    }
    return add;
  }
}
