package netarium.app.transport;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Transport;
import netarium.app.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The middle of the toolbar: reset, step back, Run, pause, step, live edge; the speed; the clock.
/// Running, the green Run is an amber Pause.
public final class TransportBar extends HBox {
  private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
  private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");

  private final Transport transport;
  private final Texts texts;
  private final Button reset;
  private final Button back;
  private final Button run;
  private final Button pause;
  private final Button step;
  private final Button live;
  private final SpeedControl speed;
  private final TimeField time;
  private final Tooltip runTip = new Tooltip();
  private final FontIcon runIcon = new FontIcon(MaterialDesignP.PLAY);

  public TransportBar(Transport transport, Locale locale) {
    this.transport = transport;
    texts = new Texts(TransportBar.class, locale);
    getStyleClass().add("transport-bar");
    reset = button(MaterialDesignR.RESTART, "reset", Key.RESET);
    reset.setOnAction(_ -> transport.reset());
    back = button(MaterialDesignS.STEP_BACKWARD, "back", Key.BACK);
    back.setOnAction(_ -> transport.stepBack());
    pause = button(MaterialDesignP.PAUSE, "pause", Key.RUN);
    pause.setOnAction(_ -> transport.pause());
    step = button(MaterialDesignS.STEP_FORWARD, "step", Key.STEP);
    step.setOnAction(_ -> transport.stepFrame());
    live = button(MaterialDesignS.SKIP_NEXT, "live", Key.LIVE);
    live.setOnAction(_ -> transport.goLive());
    run = new Button(texts.text("run"), runIcon);
    run.getStyleClass().add("run-button");
    run.setTooltip(runTip);
    run.setOnAction(_ -> transport.toggle());
    HBox buttons = new HBox(reset, back, run, pause, step, live);
    buttons.getStyleClass().add("transport-buttons");
    speed = new SpeedControl(transport, texts);
    time = new TimeField(transport.playhead(), texts);
    getChildren().setAll(buttons, speed, time);
    transport.listen(this::show);
    transport.playhead().listen(this::show);
    show();
  }

  /// The keys that the window has for these buttons, for their tooltips.
  private enum Key {
    RUN("F5"),
    RESET("Shortcut+R"),
    STEP("F10"),
    BACK("Shift+F10"),
    LIVE("End");

    private final String keys;

    Key(String keys) {
      this.keys = keys;
    }

    KeyCombination keys() {
      return KeyCombination.valueOf(keys);
    }
  }

  private Button button(Ikon icon, String key, Key shortcut) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll("button-icon", "flat", "transport-button");
    button.setAccessibleText(texts.text(key));
    button.setTooltip(new Tooltip(tip(key, shortcut)));
    return button;
  }

  private String tip(String key, Key shortcut) {
    return texts.text("shortcut", texts.text("tip." + key), shortcut.keys().getDisplayText());
  }

  private void show() {
    Phase phase = transport.state().phase();
    boolean isRunning = transport.isRunning();
    boolean hasPast = transport.playhead().liveEdge() > 0 || transport.log().size() > 0;
    run.pseudoClassStateChanged(RUNNING, isRunning);
    run.setText(texts.text(isRunning ? "pause" : "run"));
    runIcon.setIconCode(isRunning ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY);
    runTip.setText(tip(runKey(phase, isRunning), Key.RUN));
    pause.pseudoClassStateChanged(PAUSED, phase == Phase.HELD);
    pause.setDisable(!isRunning && phase != Phase.HELD);
    reset.setDisable(phase == Phase.READY);
    back.setDisable(!hasPast || transport.playhead().instant() == 0);
    step.setDisable(phase == Phase.FAILED && transport.playhead().isLive());
    live.setDisable(transport.playhead().isLive());
    speed.show();
    time.show();
  }

  private String runKey(Phase phase, boolean isRunning) {
    if (isRunning) {
      return "pause";
    }
    boolean isPast = !transport.playhead().isLive();
    return switch (phase) {
      case READY -> "run.first";
      case OVER, FAILED -> isPast ? "run.past" : "run.again";
      case RUNNING, HELD -> isPast ? "run.past" : "run";
    };
  }
}
