package netarium.app.transport;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import netarium.app.session.RunState;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Transport;
import netarium.app.text.Texts;

/// For the status bar: how the run stands, with its seed, events, frames and trace hash.
public final class RunFigures extends HBox {
  private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  private final Transport transport;
  private final TransportWords words;
  private final Texts texts;
  private final Region dot = new Region();
  private final Label state = new Label();
  private final Label seed = figure();
  private final Label events = figure();
  private final Label frames = figure();
  private final Label hash = figure();
  private final Tooltip trouble = new Tooltip();
  private RunState shown = new RunState(Phase.READY, 0, 0, 0, "", 0, "", 0);

  public RunFigures(Transport transport, Locale locale) {
    this.transport = transport;
    texts = new Texts(RunFigures.class, locale);
    words = new TransportWords(texts);
    getStyleClass().add("run-figures");
    dot.getStyleClass().add("run-dot");
    state.getStyleClass().add("run-words");
    getChildren()
        .setAll(
            dot,
            state,
            pair("figure.seed", seed),
            pair("figure.events", events),
            pair("figure.frames", frames),
            pair("figure.hash", hash));
    transport.listen(this::show);
    transport.playhead().listen(this::showWords);
    showFigures(transport.state());
    showWords();
  }

  private static Label figure() {
    Label label = new Label();
    label.getStyleClass().add("figure");
    return label;
  }

  private HBox pair(String key, Label figure) {
    Label name = new Label(texts.text(key));
    name.getStyleClass().add("figure-name");
    HBox pair = new HBox(name, figure);
    pair.getStyleClass().add("figure-pair");
    return pair;
  }

  private void show() {
    RunState now = transport.state();
    if (!now.equals(shown)) {
      showFigures(now);
    }
    showWords();
  }

  private void showFigures(RunState now) {
    shown = now;
    seed.setText(Long.toString(now.seed()));
    events.setText(grouped(now.events()));
    frames.setText(grouped(now.frames()));
    hash.setText(now.hash().replaceAll("(....)(?=.)", "$1 "));
    hash.getParent().setVisible(!now.hash().isEmpty());
    trouble.setText(now.trouble());
    state.setTooltip(now.trouble().isEmpty() ? null : trouble);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u2009');
  }

  private void showWords() {
    state.setText(words.state(transport));
    Phase phase = transport.state().phase();
    dot.pseudoClassStateChanged(RUNNING, phase == Phase.RUNNING);
    dot.pseudoClassStateChanged(WAITING, phase == Phase.HELD);
    dot.pseudoClassStateChanged(BROKEN, phase == Phase.FAILED || transport.isOutOfHand());
    dot.pseudoClassStateChanged(DONE, phase == Phase.OVER);
  }
}
