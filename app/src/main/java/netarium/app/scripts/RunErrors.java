package netarium.app.scripts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netarium.app.session.EventReader;
import netarium.app.session.Listeners;
import netarium.engine.trace.SimEvent;
import netarium.topologies.Topology;

/// Which lines of which scripts a run failed at.
public final class RunErrors implements EventReader {
  private static final int MOST_KEPT = 1_000;
  private static final Pattern PLACE =
      Pattern.compile("^(?:lua: )?(scripts/[^\\n]*?):([0-9]{1,7}): ([^\\n]*)");

  private final Listeners listeners = new Listeners();
  private final List<RunError> errors = new ArrayList<>();
  private List<String> nodes = List.of();
  private boolean isChanged;

  /// An error nobody caught.
  ///
  /// @param atNanos when it ended its program
  public record RunError(String path, int line, String message, String node, long atNanos) {}

  /// Calls `listener` when there are others; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  @Override
  public void begin(Topology topology) {
    nodes = topology.nodes().stream().map(each -> each.id()).toList();
    errors.clear();
    listeners.tell();
  }

  @Override
  public void accept(SimEvent event) {
    if (event instanceof SimEvent.ErrorRaised raised && errors.size() < MOST_KEPT) {
      boolean isKnown = raised.node() >= 0 && raised.node() < nodes.size();
      String node = isKnown ? nodes.get(raised.node()) : "";
      place(new String(raised.text().toByteArray(), UTF_8), node, raised.at().nanos())
          .ifPresent(error -> {
            errors.add(error);
            isChanged = true;
          });
    }
  }

  @Override
  public void caughtUp() {
    if (isChanged) {
      isChanged = false;
      listeners.tell();
    }
  }

  /// What a message says about its place, if it does.
  static Optional<RunError> place(String text, String node, long atNanos) {
    Matcher found = PLACE.matcher(text);
    return found.find()
        ? Optional.of(
            new RunError(
                found.group(1), Integer.parseInt(found.group(2)), found.group(3), node, atNanos))
        : Optional.empty();
  }

  /// The errors in this script until an instant, in their order.
  public List<RunError> of(String path, long untilNanos) {
    return errors.stream()
        .filter(each -> each.path().equals(path) && each.atNanos() <= untilNanos)
        .toList();
  }
}
