package netarium.app.canvas;

import java.util.Locale;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import netarium.app.canvas.CanvasController.Clicked;
import netarium.app.text.Texts;
import netarium.app.theme.Theme;
import org.jspecify.annotations.Nullable;

/// The canvas with all that lies on it: tools, map, search, menus, and the fields in which names
/// and notes are written.
public final class CanvasPane extends Region {
  private static final double MARGIN = 12;

  private final CanvasModel model;
  private final CanvasView view;
  private final CanvasActions actions;
  private final CanvasController controller;
  private final CanvasMenus menus;
  private final MenuView menuView;
  private final CanvasToolbar toolbar;
  private final Minimap minimap;
  private final SearchBox search;
  private final InPlaceEditor editor;
  private @Nullable ContextMenu openMenu;
  private boolean fitsOnceSized = true;

  public CanvasPane(
      CanvasModel model, RunCommands run, OtherTools tools, Theme theme, Locale locale) {
    this.model = model;
    Texts texts = new Texts(CanvasPane.class, locale);
    getStyleClass().add("canvas-pane");
    view = new CanvasView(locale);
    view.setAccessibleText(texts.text("canvas.name"));
    actions = new CanvasActions(model);
    editor = new InPlaceEditor(model, actions, texts, view::requestFocus);
    search = new SearchBox(model, texts, view::requestFocus);
    InPlace inPlace = inPlace();
    menus = new CanvasMenus(model, actions, run, tools, inPlace);
    menuView = new MenuView(texts);
    controller = new CanvasController(model, view, actions, inPlace, this::openMenu);
    toolbar = new CanvasToolbar(model, actions, inPlace, texts);
    minimap = new Minimap(model, theme.palette());
    getChildren().addAll(view, toolbar, minimap, search, editor);
    model.listen(this::show);
    addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, tools));
    theme(theme);
  }

  /// What menus and commands outside do to the drawing.
  public CanvasActions actions() {
    return actions;
  }

  public CanvasView view() {
    return view;
  }

  /// How the palette puts things here.
  public Placing placing() {
    return controller.placing();
  }

  public CanvasMenus menus() {
    return menus;
  }

  public MenuView menuView() {
    return menuView;
  }

  public void theme(Theme theme) {
    view.theme(theme);
    minimap.palette(theme.palette());
  }

  /// Opens the search.
  public void find() {
    search.open();
    requestLayout();
  }

  /// Opens the search with something typed.
  void find(String typed) {
    search.open(typed);
    requestLayout();
  }

  /// Another project is shown: all of it, as soon as there is a size.
  public void showAll() {
    fitsOnceSized = true;
    requestLayout();
  }

  private InPlace inPlace() {
    return new InPlace() {
      @Override
      public void writeNote(int index) {
        editor.writeNote(index);
      }

      @Override
      public void rename(String node) {
        editor.rename(node);
      }

      @Override
      public void find() {
        CanvasPane.this.find();
      }

      @Override
      public void close() {
        closeMenu();
        editor.close();
        search.close();
      }
    };
  }

  /// Keys that reach others than the drawing.
  private void key(KeyEvent event, OtherTools tools) {
    boolean isOnCanvas = event.getTarget() == view && !event.isShortcutDown();
    if (isOnCanvas && event.getCode() == KeyCode.X) {
      menus.turnSelectedLinks();
      event.consume();
    } else if (isOnCanvas && event.getCode() == KeyCode.ENTER) {
      tools.showProperties();
      event.consume();
    }
  }

  private void openMenu(Clicked clicked) {
    closeMenu();
    MenuModel wanted =
        clicked.isByKey() ? menus.ofSelection() : menus.at(clicked.place(), clicked.item());
    ContextMenu menu = menuView.menu(wanted);
    openMenu = menu;
    menu.show(view, clicked.screenX(), clicked.screenY());
  }

  private void closeMenu() {
    ContextMenu menu = openMenu;
    if (menu != null) {
      openMenu = null;
      menu.hide();
    }
  }

  private void show() {
    toolbar.show();
    minimap.show();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    view.resizeRelocate(0, 0, width, height);
    if (fitsOnceSized && width > 0 && height > 0) {
      fitsOnceSized = false;
      model.fit();
    }
    toolbar.autosize();
    toolbar.relocate(MARGIN, MARGIN);
    minimap.resizeRelocate(
        width - Minimap.WIDTH - MARGIN,
        height - Minimap.HEIGHT - MARGIN,
        Minimap.WIDTH,
        Minimap.HEIGHT);
    double searchWidth = Math.min(search.getPrefWidth(), width - 2 * MARGIN);
    search.resizeRelocate(
        Math.rint((width - searchWidth) / 2), MARGIN, searchWidth, search.prefHeight(searchWidth));
    editor.resizeRelocate(0, 0, width, height);
  }
}
