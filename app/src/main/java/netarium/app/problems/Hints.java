package netarium.app.problems;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netarium.app.problems.Finding.Severity;
import netarium.app.session.EventReader;
import netarium.app.session.Listeners;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Address;
import netarium.topologies.Topology;
import netarium.topologies.node.Node;
import netarium.topologies.node.Vm;
import org.jspecify.annotations.Nullable;

/// Reads off a run why nothing happens, or not what was meant: errors of scripts, refused
/// connections, questions that nobody answered. The same thing again only counts.
public final class Hints implements EventReader {
  private static final Pattern BAD_HOST = Pattern.compile("Invalid IP/host: (\\S+)");
  private static final Pattern NO_ROUTE =
      Pattern.compile("no route to host (\\S+)|network unreachable");
  private static final int MAX_FINDINGS = 1_000;

  private final Listeners listeners = new Listeners();
  private final Map<List<String>, Finding> findings = new LinkedHashMap<>();
  private final LongFunction<SimEvent> log;
  private Topology topology = Topology.empty("");
  private Neighbourhood neighbourhood = new Neighbourhood(topology);
  private DropHints drops = new DropHints(this, neighbourhood);
  private boolean hasNews;

  /// `log`: any event that has been read, by its ordinal, to look for causes.
  public Hints(LongFunction<SimEvent> log) {
    this.log = log;
  }

  /// Calls `listener` when there are others; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  /// What was found, in the order in which it was first seen.
  public Collection<Finding> all() {
    return Collections.unmodifiableCollection(findings.values());
  }

  @Override
  public void begin(Topology begun) {
    topology = begun;
    neighbourhood = new Neighbourhood(begun);
    drops = new DropHints(this, neighbourhood);
    findings.clear();
    hasNews = true;
  }

  @Override
  public void caughtUp() {
    if (hasNews) {
      hasNews = false;
      listeners.tell();
    }
  }

  /// The run is over: what never came to pass can be told now.
  public void over() {
    boolean hasProgram = topology.nodes().stream().anyMatch(Hints::isProgrammed);
    if (!hasProgram && !topology.nodes().isEmpty()) {
      add(Severity.HINT, "noPrograms", null, null);
    }
    drops.unusedListeners();
    caughtUp();
  }

  private static boolean isProgrammed(Node node) {
    return node instanceof Vm vm && !vm.programs().isEmpty();
  }

  @Override
  public void accept(SimEvent event) {
    neighbourhood.accept(event);
    switch (event) {
      case SimEvent.FrameDropped each -> drops.dropped(each);
      case SimEvent.ErrorRaised each -> failed(each);
      case SimEvent.Notice each -> noticed(each);
      case SimEvent.ArpChanged each -> arp(each);
      case SimEvent.ProcessEnded each -> ended(each);
      case SimEvent.SocketUsed each -> drops.used(each);
      default -> {}
    }
  }

  private void failed(SimEvent.ErrorRaised event) {
    String text = new String(event.text().toByteArray(), UTF_8);
    String message = text.lines().findFirst().orElse("");
    Optional<ScriptPlace> found = ScriptPlace.of(message).or(() -> ScriptPlace.of(text));
    Place place = found.map(ScriptPlace::place).orElse(null);
    String said = ScriptPlace.of(message).map(ScriptPlace::rest).orElse(message);
    String name = neighbourhood.name(event.node());
    Matcher badHost = BAD_HOST.matcher(message);
    if (badHost.find()) {
      String nearest = neighbourhood.nearest(badHost.group(1));
      if (nearest == null) {
        add(Severity.ERROR, "unknownName", place, event, name, badHost.group(1));
      } else {
        add(Severity.ERROR, "mistypedName", place, event, name, badHost.group(1), nearest);
      }
    } else if (NO_ROUTE.matcher(message).find()) {
      Place gateway = new Place.OfNode(neighbourhood.id(event.node()), "gateway");
      add(Severity.ERROR, "noRoute", gateway, event, name, destination(event, message));
    } else {
      add(Severity.ERROR, "failed", place, event, name, said);
    }
  }

  /// Where the error says, or else where the last connection of that program was to lead.
  private String destination(SimEvent event, String message) {
    Matcher named = NO_ROUTE.matcher(message);
    if (named.find() && named.group(1) != null) {
      return named.group(1);
    }
    SimEvent.SocketUsed use = scriptBehind(event);
    return use == null ? "?" : use.remote().map(to -> to.address().toString()).orElse("?");
  }

  private void noticed(SimEvent.Notice event) {
    String text = event.text();
    if (text.startsWith("connection to ")) {
      if (!text.contains("refused")) {
        add(
            Severity.WARNING,
            "noAnswer",
            scriptPlace(event),
            event,
            neighbourhood.name(event.node()),
            text.replaceFirst("^connection to ", "").replaceFirst(": .*", ""));
      }
      return;
    }
    Optional<ScriptPlace> place = ScriptPlace.of(text);
    add(
        Severity.WARNING,
        text.contains("busy for") ? "busy" : "notice",
        place.map(ScriptPlace::place).orElse(null),
        event,
        neighbourhood.name(event.node()),
        place.map(ScriptPlace::rest).orElse(text));
  }

  private void arp(SimEvent.ArpChanged event) {
    Ipv4Address address = event.address();
    String name = neighbourhood.name(event.node());
    Place card = new Place.OfNode(neighbourhood.id(event.node()), event.interfaceName());
    if (event.state().equals("conflict")) {
      add(Severity.WARNING, "sameAddress", card, event, name, address.toString());
    } else if (event.state().equals("failed")) {
      int owner = neighbourhood.owner(address);
      if (owner < 0) {
        add(Severity.WARNING, "arpNobody", scriptPlace(event), event, name, address.toString());
      } else {
        boolean isDown = neighbourhood.machine(owner).isDown;
        add(
            Severity.WARNING,
            isDown ? "arpDown" : "arpUnheard",
            new Place.OfNode(neighbourhood.id(owner), ""),
            event,
            name,
            address.toString(),
            neighbourhood.name(owner));
      }
    }
  }

  private void ended(SimEvent.ProcessEnded event) {
    if (event.how().equals("limit")) {
      Place limits = new Place.OfNode(neighbourhood.id(event.node()), "limits");
      add(Severity.ERROR, "limit", limits, event, neighbourhood.name(event.node()));
    }
  }

  /// The line of a script from which an event follows, if one does.
  @Nullable Place scriptPlace(SimEvent event) {
    SimEvent.SocketUsed use = scriptBehind(event);
    return use == null ? null : ScriptPlace.of(use.place()).map(ScriptPlace::place).orElse(null);
  }

  SimEvent.@Nullable SocketUsed scriptBehind(SimEvent event) {
    long cause = event.cause();
    for (int steps = 0; cause >= 0 && steps < 1_000; steps++) {
      SimEvent before = log.apply(cause);
      if (before instanceof SimEvent.SocketUsed use && !use.place().isEmpty()) {
        return use;
      }
      cause = before.cause();
    }
    return null;
  }

  void add(
      Severity severity,
      String kind,
      @Nullable Place place,
      @Nullable SimEvent event,
      String... words) {
    List<String> same = new ArrayList<>(List.of(words));
    same.add(kind);
    same.add(String.valueOf(place));
    Finding known = findings.get(same);
    if (known != null) {
      findings.put(same, known.again());
    } else if (findings.size() < MAX_FINDINGS) {
      long ordinal = event == null ? Finding.NO_EVENT : event.ordinal();
      long at = event == null ? 0 : event.at().nanos();
      findings.put(same, new Finding(severity, kind, List.of(words), place, ordinal, at, 1));
    }
    hasNews = true;
  }
}
