package netarium.app.consoles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import netarium.app.session.Transport;
import netarium.app.text.Texts;
import netarium.engine.run.ConsoleReaders;
import netarium.topologies.json.Extras;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Types into the program of the console that is shown: the one that waits for a line, or else the
/// first one that lives. Each line is a stimulus at the live edge.
final class InputLine extends HBox {
  private final Transport transport;
  private final Consoles consoles;
  private final Texts texts;
  private final Label prompt = new Label();
  private final TextField field = new TextField();
  private final Label reader = new Label();
  private final Map<String, History> histories = new LinkedHashMap<>();
  private @Nullable Console console;
  private ConsoleReaders readers = new ConsoleReaders(List.of(), List.of());
  private boolean isAsking;

  InputLine(Transport transport, Consoles consoles, Texts texts) {
    this.transport = transport;
    this.consoles = consoles;
    this.texts = texts;
    getStyleClass().add("console-input");
    prompt.getStyleClass().add("console-prompt");
    prompt.setLabelFor(field);
    reader.getStyleClass().add("console-reader");
    prompt.setMinWidth(USE_PREF_SIZE);
    reader.setMinWidth(USE_PREF_SIZE);
    field.setAccessibleText(texts.text("input"));
    HBox.setHgrow(field, Priority.ALWAYS);
    getChildren().setAll(prompt, field, reader);
    field.setOnAction(_ -> send());
    field.setOnKeyPressed(this::pressed);
    show(null);
  }

  void show(@Nullable Console shown) {
    if (shown != console) {
      console = shown;
      readers = new ConsoleReaders(List.of(), List.of());
      field.clear();
    }
    setVisible(shown != null);
    setManaged(shown != null);
    prompt.setText(shown == null ? "" : shown.name() + " ›");
    ask();
    showReaders();
  }

  /// Whether somebody reads is asked one question at a time; the answer comes with a pulse.
  private void ask() {
    Console asked = console;
    if (asked != null && !isAsking && transport.liveRun().isPresent()) {
      isAsking = true;
      transport.ask(simulation -> simulation.consoleReaders(asked.id()), this::answered);
    }
  }

  private void answered(ConsoleReaders answer) {
    isAsking = false;
    readers = answer;
    showReaders();
  }

  /// The run that was asked is gone, and the answer with it.
  void forget() {
    isAsking = false;
    readers = new ConsoleReaders(List.of(), List.of());
    showReaders();
  }

  private void showReaders() {
    boolean isLiving = !readers.living().isEmpty();
    field.setDisable(!isLiving);
    reader.setText(isLiving ? shortName(program()) : "");
    String key =
        !isLiving ? "input.none" : readers.waiting().isEmpty() ? "input.later" : "input.waits";
    field.setPromptText(texts.text(key));
    getStyleClass().remove("awaited");
    if (!readers.waiting().isEmpty()) {
      getStyleClass().add("awaited");
    }
  }

  private String program() {
    return readers.waiting().isEmpty() ? readers.living().getFirst() : readers.waiting().getFirst();
  }

  private static String shortName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void send() {
    Console target = console;
    if (target == null || readers.living().isEmpty()) {
      return;
    }
    String line = field.getText();
    Stimulus.Type type =
        new Stimulus.Type(TimeSpan.ZERO, target.id(), program(), line + "\n", Extras.NONE);
    if (transport.apply(type)) {
      consoles.typing(type);
      history(target).add(line);
      field.clear();
    }
  }

  private History history(Console target) {
    return histories.computeIfAbsent(target.id(), _ -> new History());
  }

  private void pressed(KeyEvent event) {
    Console target = console;
    if (target == null) {
      return;
    }
    if (event.getCode() == KeyCode.UP) {
      put(history(target).older(field.getText()));
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      put(history(target).newer(field.getText()));
      event.consume();
    }
  }

  private void put(String line) {
    field.setText(line);
    field.end();
  }
}
