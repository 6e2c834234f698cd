package netarium.app.canvas.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import netarium.app.canvas.scene.NodeState.Mood;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.MacAddress;

/// What a node was doing, what stood on its console and whom it had heard, at any instant.
final class NodeHistory {
  private static final int CONSOLE_LINES = 6;
  private static final Pattern LINES = Pattern.compile("(?<=\n)");

  private final History<NodeState> states = new History<>();
  private final History<List<ConsoleBar>> consoles = new History<>();
  private final Set<Integer> processes = new HashSet<>();
  private final Set<MacAddress> heard = new HashSet<>();
  private final List<Long> heardAt = new ArrayList<>();
  private boolean isLineOpen;
  private long firstLoop = Long.MAX_VALUE;

  NodeState state(long instant) {
    NodeState then = states.at(instant);
    return then == null ? NodeState.IDLE : then;
  }

  List<ConsoleBar> console(long instant) {
    List<ConsoleBar> then = consoles.at(instant);
    return then == null ? List.of() : then;
  }

  /// How many stations have been heard.
  int stations(long instant) {
    int at = Collections.binarySearch(heardAt, instant + 1);
    int index = at < 0 ? -at - 1 : at;
    while (index > 0 && heardAt.get(index - 1) > instant) {
      index--;
    }
    return index;
  }

  void hears(MacAddress station, long arrives) {
    if (heard.add(station)) {
      int at = Collections.binarySearch(heardAt, arrives);
      heardAt.add(at < 0 ? -at - 1 : at, arrives);
    }
  }

  void loops(long instant) {
    firstLoop = Math.min(firstLoop, instant);
  }

  boolean hasLoop(long instant) {
    return firstLoop <= instant;
  }

  void started(SimEvent.ProcessStarted event) {
    processes.add(event.process());
    put(event, new NodeState(Mood.GOOD, "running", shortName(event.program()), "starts"));
  }

  void ended(SimEvent.ProcessEnded event) {
    processes.remove(event.process());
    NodeState last = last();
    if (event.how().equals("failed")) {
      put(event, new NodeState(Mood.BAD, "failed", last.place(), "ended with an error"));
    } else if (processes.isEmpty() && last.mood() != Mood.BAD) {
      put(event, new NodeState(Mood.QUIET, "ended", last.place(), "exit code " + event.exitCode()));
    }
  }

  void failed(SimEvent.ErrorRaised event) {
    String text = new String(event.text().toByteArray(), UTF_8).lines().findFirst().orElse("");
    put(event, new NodeState(Mood.BAD, "failed", last().place(), text));
  }

  void used(SimEvent.SocketUsed event) {
    NodeState last = last();
    String place = event.place().isEmpty() ? last.place() : shortName(event.place());
    put(event, new NodeState(last.mood(), last.word(), place, doing(event)));
  }

  void powered(SimEvent event, Mood mood, String word) {
    put(event, new NodeState(mood, word, "", ""));
  }

  private void put(SimEvent event, NodeState state) {
    states.put(event.at().nanos(), state);
  }

  private NodeState last() {
    NodeState last = states.last();
    return last == null ? NodeState.IDLE : last;
  }

  void wrote(SimEvent.ConsoleWritten event) {
    List<ConsoleBar> last = consoles.last();
    List<ConsoleBar> bars = new ArrayList<>(last == null ? List.of() : last);
    String text = new String(event.text().toByteArray(), UTF_8);
    for (String line : LINES.split(text, 0)) {
      int characters = line.stripTrailing().length();
      if (isLineOpen && !bars.isEmpty()) {
        characters += bars.removeLast().characters();
      }
      bars.add(new ConsoleBar(characters, event.isError()));
      isLineOpen = !line.endsWith("\n");
    }
    int from = Math.max(0, bars.size() - CONSOLE_LINES);
    consoles.put(event.at().nanos(), List.copyOf(bars.subList(from, bars.size())));
  }

  private static String shortName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String doing(SimEvent.SocketUsed event) {
    String remote = event.remote().map(Object::toString).orElse("");
    return switch (event.operation()) {
      case "listen" -> "listens on :" + event.local().port();
      case "connect" -> "connects to " + remote;
      case "accept" -> "accepts " + remote;
      case "send" -> "sends " + event.octets() + " B";
      case "receive" -> "reads " + event.octets() + " B";
      case "close" -> "closes";
      default -> event.operation() + (remote.isEmpty() ? "" : " " + remote);
    };
  }
}
