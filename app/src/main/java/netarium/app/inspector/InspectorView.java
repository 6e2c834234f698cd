package netarium.app.inspector;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import netarium.app.content.EmptyState;
import netarium.app.session.Playhead;
import netarium.app.theme.Theme;
import netarium.engine.analysis.LayerField;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// The inspector on screen: of the selected event what it is, and on a page of its own ([#whyPage])
/// why.
public final class InspectorView extends StackPane {
  private final InspectorModel model;
  private final Words words;
  private final SummaryPane summary;
  private final LayerTree layers;
  private final OctetsPane octets;
  private final WhyPane why;
  private final Label explanation = new Label();
  private final HBox explaining;
  private final VBox above = new VBox();
  private final SplitPane split = new SplitPane();
  private final VBox page = new VBox();
  private final EmptyState empty = new EmptyState();
  private final EmptyState emptyWhy = new EmptyState();
  private final StackPane whyPage;
  private double divider = 0.72;

  /// `applyFilter` filters the list of packets; `openPlace` opens a line of a script, given as
  /// `scripts/x.lua:12`.
  public InspectorView(
      InspectorModel model,
      Playhead playhead,
      Locale locale,
      Consumer<String> applyFilter,
      Consumer<String> openPlace) {
    this.model = model;
    words = new Words(locale);
    summary = new SummaryPane(model, playhead, words, openPlace);
    layers = new LayerTree(model, words, applyFilter);
    octets = new OctetsPane(model, words);
    why = new WhyPane(model, words, openPlace);
    explanation.setWrapText(true);
    explanation.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(explanation, Priority.ALWAYS);
    explaining = new HBox(8, new FontIcon(MaterialDesignL.LIGHTBULB_ON_OUTLINE), explanation);
    explaining.getStyleClass().add("inspector-explanation");
    explaining.setMinHeight(USE_PREF_SIZE);
    getStyleClass().add("inspector");
    getChildren().addAll(page, empty);
    whyPage = new StackPane(why, emptyWhy);
    whyPage.getStyleClass().add("inspector");
    sayNothing(empty);
    sayNothing(emptyWhy);
    build();
    layers.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> explain());
    theme(Theme.DARK);
    model.listen(this::show);
    playhead.listen(summary::moved);
    show();
  }

  private void build() {
    above.getChildren().setAll(layers, explaining);
    VBox.setVgrow(layers, Priority.ALWAYS);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().addAll(above, octets);
    split.setDividerPositions(0.72);
    SplitPane.setResizableWithParent(octets, false);
    VBox.setVgrow(split, Priority.ALWAYS);
    page.getChildren().setAll(summary, split);
  }

  private void sayNothing(EmptyState state) {
    state.show(
        MaterialDesignC.CURSOR_DEFAULT_CLICK_OUTLINE,
        words.text("empty.title"),
        words.text("empty.hint"));
  }

  /// Glyphs and octets are painted, not styled.
  public void theme(Theme theme) {
    summary.theme(theme);
    layers.theme(theme);
    octets.theme(theme);
  }

  /// Why it came to what is selected, for a tab beside this one.
  public Region whyPage() {
    return whyPage;
  }

  /// What is shown here: a frame, or another event.
  public String title() {
    boolean isOther = model.event().isPresent() && model.dissection().isEmpty();
    return words.text(isOther ? "tab.event" : "tab.frame");
  }

  private void show() {
    boolean isThere = model.event().isPresent();
    page.setVisible(isThere);
    why.setVisible(isThere);
    empty.setVisible(!isThere);
    emptyWhy.setVisible(!isThere);
    if (!isThere) {
      return;
    }
    words.names(model.frames().topology());
    boolean isFrame = model.dissection().isPresent();
    if (isFrame != split.getItems().contains(octets)) {
      showOctets(isFrame);
    }
    summary.show();
    layers.show();
    octets.show();
    explain();
    why.show();
  }

  private void showOctets(boolean isFrame) {
    if (isFrame) {
      split.getItems().add(octets);
      split.setDividerPositions(divider);
    } else {
      divider = split.getDividerPositions()[0];
      split.getItems().remove(octets);
    }
  }

  /// The marked field in a sentence, else the whole frame.
  private void explain() {
    LayerField field = model.field().orElse(null);
    Fact fact = layers.chosenFact();
    String sentence =
        field != null
            ? words.sentence(field.explanation())
            : fact != null
                ? words.text("explain.fact." + fact.key())
                : words.sentence(model.meaning());
    explanation.setText(sentence);
    explaining.setVisible(!sentence.isEmpty());
    explaining.setManaged(!sentence.isEmpty());
  }
}
