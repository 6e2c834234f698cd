package netarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import netarium.topologies.stimulus.Stimulus;

/// Writes down what the canvas asks of others.
final class Asked implements RunCommands, OtherTools {
  final List<Stimulus> stimuli = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  boolean isRunning;

  @Override
  public void apply(Stimulus stimulus) {
    stimuli.add(stimulus);
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  @Override
  public void openScript(String path) {
    calls.add("open " + path);
  }

  @Override
  public void newScript(String vm) {
    calls.add("new " + vm);
  }

  @Override
  public boolean canCapture(String link) {
    return isRunning;
  }

  @Override
  public void capture(String link) {
    calls.add("capture " + link);
  }

  @Override
  public void showProperties() {
    calls.add("properties");
  }
}
