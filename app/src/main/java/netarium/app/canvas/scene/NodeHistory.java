package netarium.app.canvas.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import netarium.app.canvas.scene.Deed.Phase;
import netarium.engine.run.Waits;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.MacAddress;
import org.jspecify.annotations.Nullable;

/// What a node was doing, what stood on its console and whom it had heard, at any instant.
///
/// The trace tells what programs do, not how they wait; but a turn of a machine's processor is
/// short, so a program that has done nothing for longer than a turn waits for something. One that
/// computes on and on is told of by the machine itself.
final class NodeHistory {
  private static final int CONSOLE_LINES = 6;
  private static final Pattern LINES = Pattern.compile("(?<=\n)");

  /// A turn of a machine of the usual speed, in nanoseconds.
  private static final long TURN_NANOS = 1_000_000;

  private final History<Deed> deeds = new History<>();
  private final History<List<ConsoleBar>> consoles = new History<>();
  private final Set<Integer> processes = new HashSet<>();
  private final Set<MacAddress> heard = new HashSet<>();
  private final List<Long> heardAt = new ArrayList<>();
  private @Nullable Waits waits;
  private boolean isLineOpen;
  private long firstLoop = Long.MAX_VALUE;

  Deed deed(long instant) {
    Deed then = deeds.at(instant);
    return then == null ? Deed.NONE : then;
  }

  /// Whether a program did something so short a time ago that it may still be at it.
  boolean isAtWork(long instant) {
    int count = deeds.countAt(instant);
    return count > 0 && instant - deeds.sinceOf(count - 1) < TURN_NANOS;
  }

  /// The machine was looked at: nobody can tell from a trace what its programs wait for.
  void lookedAt(Waits now) {
    waits = now;
  }

  /// What its programs wait for, if somebody has looked and nothing has happened since.
  @Nullable Waits waits(long instant) {
    Waits looked = waits;
    if (looked == null || looked.atNanos() > instant || looked.all().isEmpty()) {
      return null;
    }
    boolean isStale =
        deeds.countAt(instant) > deeds.countAt(looked.atNanos())
            || (looked.isAtWork() && looked.atNanos() != instant)
            || looked.all().stream()
                .anyMatch(each -> each.untilNanos().orElse(Long.MAX_VALUE) <= instant);
    return isStale ? null : looked;
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
    put(event, Deed.of(Phase.ALIVE, shortName(event.program()), "did.starts", ""));
  }

  void ended(SimEvent.ProcessEnded event) {
    processes.remove(event.process());
    Deed last = last();
    if (event.how().equals("failed")) {
      boolean hasSaid = last.phase() == Phase.FAILED;
      put(event, hasSaid ? last : Deed.of(Phase.FAILED, last.place(), "did.error", ""));
    } else if (processes.isEmpty() && last.phase() != Phase.FAILED && isOn(last)) {
      String code = Integer.toString(event.exitCode());
      put(event, Deed.of(Phase.ENDED, last.place(), "did.exit", code));
    }
  }

  private static boolean isOn(Deed deed) {
    return deed.phase() != Phase.CRASHED && deed.phase() != Phase.RESTARTING;
  }

  void failed(SimEvent.ErrorRaised event) {
    String text = new String(event.text().toByteArray(), UTF_8).lines().findFirst().orElse("");
    put(event, new Deed(Phase.FAILED, last().place(), "", "", text));
  }

  void used(SimEvent.SocketUsed event) {
    String place = event.place().isEmpty() ? last().place() : shortName(event.place());
    String remote = event.remote().map(Object::toString).orElse("");
    String octets = Integer.toString(event.octets());
    String port = Integer.toString(event.local().port());
    Deed did =
        switch (event.operation()) {
          case "listen" -> Deed.of(Phase.ALIVE, place, "did.listens", port);
          case "connect" -> Deed.of(Phase.ALIVE, place, "did.connects", remote);
          case "accept" -> Deed.of(Phase.ALIVE, place, "did.accepted", remote);
          case "send" -> Deed.of(Phase.ALIVE, place, "did.sent", octets);
          case "receive" -> Deed.of(Phase.ALIVE, place, "did.received", octets);
          case "close" -> Deed.of(Phase.ALIVE, place, "did.closed", "");
          case "refused" -> Deed.of(Phase.ALIVE, place, "did.refused", remote);
          case "reset" -> Deed.of(Phase.ALIVE, place, "did.reset", remote);
          default -> new Deed(Phase.ALIVE, place, "", "", event.operation() + " " + remote);
        };
    put(event, did);
  }

  /// Who was calling has been answered.
  void connected(SimEvent.TcpStateChanged event) {
    Deed last = last();
    boolean isCalling =
        event.to().equals("ESTABLISHED")
            && last.what().equals("did.connects")
            && last.object().equals(event.remote().toString());
    if (isCalling) {
      put(event, Deed.of(Phase.ALIVE, last.place(), "did.connected", last.object()));
    }
  }

  /// The machine itself says that a program never waits.
  void noticed(SimEvent.Notice event) {
    if (event.text().endsWith("busy for 1 s without waiting") && processes.size() == 1) {
      put(event, Deed.of(Phase.BUSY, last().place(), "did.busy", ""));
    }
  }

  void powered(SimEvent event, Phase phase) {
    put(event, new Deed(phase, "", "", "", ""));
  }

  /// A pause is over: what was going on before goes on.
  void resumed(SimEvent event) {
    for (int i = deeds.size() - 1; i >= 0; i--) {
      if (deeds.get(i).phase() != Phase.PAUSED) {
        put(event, deeds.get(i));
        return;
      }
    }
    put(event, Deed.NONE);
  }

  private void put(SimEvent event, Deed deed) {
    deeds.put(event.at().nanos(), deed);
  }

  private Deed last() {
    Deed last = deeds.last();
    return last == null ? Deed.NONE : last;
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
    if (processes.contains(event.process()) && last().phase() == Phase.BUSY) {
      put(event, Deed.of(Phase.ALIVE, last().place(), "did.wrote", ""));
    }
  }

  static String shortName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
