package netarium.app.tree;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import netarium.app.canvas.paint.Icons;
import netarium.app.text.Texts;
import netarium.topologies.node.NodeKind;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// How a line looks, and how its name is typed anew.
final class EntryCell extends TreeCell<Entry> {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final ProjectTree model;
  private final Texts texts;
  private final FontIcon icon = new FontIcon();
  private final Label name = new Label();
  private final Label mark = new Label("●");
  private final Label fact = new Label();
  private final HBox line;
  private final TextField field = new TextField();

  EntryCell(ProjectTree model, Texts texts) {
    this.model = model;
    this.texts = texts;
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    name.setMinWidth(24);
    fact.setMinWidth(USE_PREF_SIZE);
    fact.getStyleClass().addAll("tree-fact", "mono");
    mark.getStyleClass().add("unsaved-mark");
    mark.setMinWidth(USE_PREF_SIZE);
    line = new HBox(icon, name, mark, gap, fact);
    line.getStyleClass().add("tree-line");
    field.getStyleClass().add("tree-field");
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    field
        .focusedProperty()
        .subscribe(isFocused -> {
          if (!isFocused && isEditing()) {
            cancelEdit();
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Entry entry, boolean isEmpty) {
    super.updateItem(entry, isEmpty);
    setText(null);
    if (entry == null || isEmpty) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    show(entry);
    setGraphic(isEditing() ? field : line);
  }

  private void show(Entry entry) {
    icon.setIconCode(icon(entry));
    icon.getStyleClass().removeAll("script-icon", "node-icon");
    boolean isUnsaved = entry instanceof Entry.OfFile file && file.isModified();
    mark.setVisible(isUnsaved);
    mark.setManaged(isUnsaved);
    switch (entry) {
      case Entry.Group group -> {
        name.setText(texts.text("group." + group.name().toLowerCase(java.util.Locale.ROOT)));
        fact.setText("");
      }
      case Entry.OfNode node -> {
        name.setText(node.name());
        boolean isPlain = node.kind() == NodeKind.VM;
        boolean isOne = node.fact().equals("1");
        fact.setText(
            isPlain ? node.fact() : texts.text(isOne ? "cable.one" : "cable.many", node.fact()));
      }
      case Entry.OfFile file -> {
        name.setText(file.isLesson() ? texts.text("lesson") : file.name());
        fact.setText(file.isScript() || file.isLesson() ? "" : size(file.octets()));
        if (file.isScript()) {
          icon.getStyleClass().add("script-icon");
        }
      }
    }
    setTooltip(entry instanceof Entry.OfFile file ? new Tooltip(file.path()) : null);
    setAccessibleText(name.getText() + (fact.getText().isEmpty() ? "" : ", " + fact.getText()));
  }

  private String size(int octets) {
    return octets < 1024
        ? texts.text("size.octets", Integer.toString(octets))
        : texts.text("size.kilo", Integer.toString((octets + 512) / 1024));
  }

  private static Ikon icon(Entry entry) {
    return switch (entry) {
      case Entry.Group group ->
          group == Entry.Group.NETWORK
              ? MaterialDesignS.SITEMAP_OUTLINE
              : MaterialDesignF.FOLDER_OUTLINE;
      case Entry.OfNode node -> Icons.of(node.kind());
      case Entry.OfFile file ->
          file.isLesson()
              ? MaterialDesignB.BOOK_OPEN_PAGE_VARIANT_OUTLINE
              : file.isScript() ? MaterialDesignL.LANGUAGE_LUA : MaterialDesignF.FILE_OUTLINE;
    };
  }

  @Override
  public void startEdit() {
    Entry entry = getItem();
    boolean canBeNamed =
        entry instanceof Entry.OfNode || (entry instanceof Entry.OfFile file && !file.isLesson());
    if (!canBeNamed) {
      return;
    }
    super.startEdit();
    if (isEditing()) {
      field.pseudoClassStateChanged(REFUSED, false);
      field.setTooltip(null);
      field.setText(name.getText());
      setGraphic(field);
      field.requestFocus();
      int dot = field.getText().lastIndexOf('.');
      field.selectRange(0, dot > 0 ? dot : field.getLength());
    }
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    setGraphic(line);
  }

  private void typed(KeyEvent event) {
    Entry entry = getItem();
    if (event.getCode() == KeyCode.ENTER && entry != null) {
      model
          .rename(entry, field.getText())
          .ifPresentOrElse(
              why -> {
                field.pseudoClassStateChanged(REFUSED, true);
                field.setTooltip(new Tooltip(why));
                field.setAccessibleHelp(why);
              },
              this::cancelEdit);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      cancelEdit();
      event.consume();
    }
  }
}
