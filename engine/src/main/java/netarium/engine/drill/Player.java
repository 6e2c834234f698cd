package netarium.engine.drill;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.socket.TcpSocket;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.TcpFlags;
import org.jspecify.annotations.Nullable;

/// Plays a script on the simulated clock, event by event.
///
/// What the node sends waits in a queue; an expected packet is compared with the head of the queue,
/// or with what comes until its time is over. So nothing that is sent in between is passed over.
final class Player implements Calls.World, SocketOptions.Node {
  /// How long `*` waits.
  private static final long ANY_TIME_NANOS = 3L * 3_600 * 1_000_000_000;

  /// More events at once than any script needs: the stack is running in a circle.
  private static final long MAX_STEPS = 5_000_000;

  private static final int DEFAULT_MTU = 1500;
  private static final long USUAL_TOLERANCE_NANOS = 4_000_000;

  private final Script script;
  private final Profile profile;
  private final long toleranceNanos;
  private final Simulator simulator = new Simulator();
  private final Calls calls;
  private final Packets packets;
  private final List<String> transcript = new ArrayList<>();
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private Settings settings;
  private @Nullable Bench bench;
  private int otherCommands;
  private long steps;
  private boolean hasActed;
  private long eventNanos;
  private boolean isAnchored = true;

  /// A call that has not come back yet.
  private record Waiting(Script.Event event, Script.Call call, long endNanos) {}

  Player(Script script, Profile profile, Optional<SimDuration> tolerance) {
    this.script = script;
    this.profile = profile;
    this.settings = new Settings(profile.config());
    this.calls = new Calls(this, profile);
    this.packets = new Packets(profile);
    this.toleranceNanos =
        Math.max(tolerance.orElse(SimDuration.ZERO).nanos(), ownTolerance(tolerance.isEmpty()));
  }

  /// What the script allows; one that says nothing was written for the language's own 4 ms.
  private long ownTolerance(boolean mayBeUsual) {
    String written = script.options().getOrDefault("tolerance_usecs", "");
    if (written.matches("[0-9]{1,9}")) {
      return Long.parseLong(written) * 1_000;
    }
    return mayBeUsual ? USUAL_TOLERANCE_NANOS : 0;
  }

  int otherCommands() {
    return otherCommands;
  }

  List<String> transcript() {
    return transcript;
  }

  void play() {
    refuseOptions();
    for (int i = 0; i < script.events().size(); i++) {
      Script.Event event = script.events().get(i);
      if (event.action() instanceof Script.Call) {
        awaitCalls(event.line());
      }
      boolean wasAnchored = isAnchored;
      long base = wasAnchored && isAnchored(event.timing()) ? eventNanos : simulator.nowNanos();
      long offset = event.timing().base() == Script.Timing.Base.EVENT_BEFORE ? base : 0;
      isAnchored = isAnchored(event.timing());
      eventNanos = offset + event.timing().fromNanos();
      play(event, offset, i);
    }
    awaitCalls(script.events().isEmpty() ? 1 : script.events().getLast().line());
  }

  private static boolean isAnchored(Script.Timing timing) {
    return timing.base() != Script.Timing.Base.ANY && !timing.isRange();
  }

  private void play(Script.Event event, long offset, int index) {
    switch (event.action()) {
      case Script.Inject inject -> {
        hasActed = true;
        runTo(eventNanos);
        packets.inject(inject.packet(), bench(), event.line());
        note(event, "< " + Show.spec(inject.packet()));
        runTo(simulator.nowNanos());
      }
      case Script.Expect expect -> {
        hasActed = true;
        expect(event, expect.packet(), offset);
      }
      case Script.Call call -> {
        hasActed = true;
        runTo(eventNanos);
        call(event, call, offset);
      }
      case Script.Shell shell -> {
        runTo(eventNanos);
        shell(shell, event.line(), index);
      }
      case Script.Code code -> {
        runTo(eventNanos);
        Optional<TcpSocket> socket = calls.socketUnderTest();
        Assertions.check(
            code.text(),
            event.line(),
            name ->
                name.equals("tcpi_state") && socket.isEmpty()
                    ? calls.stateWithoutConnection()
                    : Variables.value(name, socket.map(TcpSocket::snapshot), profile));
      }
    }
  }

  private void refuseOptions() {
    for (String option : script.options().keySet()) {
      boolean isIpv6 = script.options().getOrDefault(option, "").equals("ipv6");
      if (option.equals("ip_version") && isIpv6) {
        throw new ScriptException.Unsupported(1, "IPv6");
      }
      switch (option) {
        case "udp_encapsulation", "psp_udp_port", "tcp_md5" ->
            throw new ScriptException.Unsupported(1, "--" + option);
        default -> {}
      }
    }
  }

  // The clock.

  private void step() {
    if (++steps > MAX_STEPS) {
      throw new IllegalStateException("invariant broken: the stack comes to rest");
    }
    simulator.step();
    retry();
  }

  /// Lets happen what is due up to and including that instant.
  private void runTo(long nanos) {
    while (simulator.nextAtNanos() <= nanos) {
      step();
    }
    if (simulator.nowNanos() < nanos) {
      simulator.advanceTo(new SimTime(nanos));
    }
  }

  /// Lets happen what is next, if it is due by then.
  private boolean stepBy(long nanos) {
    boolean isDue = simulator.nextAtNanos() <= nanos;
    if (isDue) {
      step();
    }
    return isDue;
  }

  // Packets.

  private void expect(Script.Event event, PacketSpec wanted, long offset) {
    boolean isAnyTime = event.timing().base() == Script.Timing.Base.ANY;
    long from = isAnyTime ? 0 : eventNanos;
    long to = isAnyTime ? simulator.nowNanos() + ANY_TIME_NANOS : offset + event.timing().toNanos();
    long deadline = Math.addExact(to, toleranceNanos);
    Packets.Received received = packets.take(wanted, bench(), event.line(), () -> stepBy(deadline));
    note(event, "> " + received.shown());
    long at = received.at().nanos();
    long early = isBareAck(wanted) ? profile.earlyAckNanos() : 0;
    if (at < from - toleranceNanos - early || at > deadline) {
      String range = to == from ? "" : " to " + Show.seconds(to);
      throw new ScriptException.Differs(
          event.line(),
          Show.spec(wanted) + " at " + Show.seconds(from) + range,
          "it came at " + Show.seconds(at));
    }
  }

  private static boolean isBareAck(PacketSpec packet) {
    return packet instanceof PacketSpec.Tcp tcp
        && tcp.length() == 0
        && tcp.flags().equals(TcpFlags.ACK);
  }

  // Calls.

  private void call(Script.Event event, Script.Call call, long offset) {
    CallResult result = calls.execute(call, event.line());
    if (result instanceof CallResult.Blocked) {
      if (call.endNanos().isEmpty()) {
        throw new ScriptException.Differs(event.line(), Verdict.shown(call), "the call waits");
      }
      note(event, call.name() + " waits");
      waiting.add(new Waiting(event, call, offset + call.endNanos().get()));
    } else {
      note(event, call.name() + " = " + Verdict.shown(result));
      Verdict.check(call, result, event.line());
    }
    runTo(simulator.nowNanos());
  }

  /// Something has happened: perhaps a call that waits can come back.
  private void retry() {
    for (Waiting each : List.copyOf(waiting)) {
      CallResult result = calls.execute(each.call(), each.event().line());
      if (!(result instanceof CallResult.Blocked)) {
        waiting.remove(each);
        note(each.event(), each.call().name() + " = " + Verdict.shown(result));
        Verdict.check(each.call(), result, each.event().line());
        long now = simulator.nowNanos();
        if (Math.abs(now - each.endNanos()) > toleranceNanos) {
          throw new ScriptException.Differs(
              each.event().line(),
              each.call().name() + " comes back at " + Show.seconds(each.endNanos()),
              "it came back at " + Show.seconds(now));
        }
      }
    }
  }

  /// One call at a time: the next one begins when the last one has come back.
  private void awaitCalls(int line) {
    while (!waiting.isEmpty()) {
      Waiting first = waiting.getFirst();
      if (!stepBy(first.endNanos() + toleranceNanos)) {
        throw new ScriptException.Differs(
            Math.min(line, first.event().line()),
            Verdict.shown(first.call()) + " by " + Show.seconds(first.endNanos()),
            "the call still waits");
      }
    }
  }

  // Settings.

  private void shell(Script.Shell shell, int line, int index) {
    ShellBlock block = ShellBlock.of(shell.commands());
    otherCommands += block.otherCommands();
    boolean isCleanUp =
        script.events().stream()
            .skip(index)
            .allMatch(each -> each.action() instanceof Script.Shell);
    if (!profile.readsSettings() || (hasActed && isCleanUp)) {
      return;
    }
    for (ShellBlock.Setting each : block.settings()) {
      Settings changed =
          settings
              .with(each.name(), each.value())
              .orElseThrow(() -> new ScriptException.Unsupported(line, "the setting " + each));
      if (hasBegun() && !changed.equals(settings)) {
        throw new ScriptException.Unsupported(line, "settings that change during the run");
      }
      settings = changed;
    }
  }

  private void note(Script.Event event, String what) {
    transcript.add(
        script.name()
            + ":"
            + event.line()
            + ": "
            + Show.seconds(simulator.nowNanos())
            + " "
            + what);
  }

  // What calls ask.

  @Override
  public Bench bench() {
    Bench there = bench;
    if (there == null) {
      there = new Bench(simulator, addresses(), mtuOctets(), settings.tcp());
      bench = there;
      runTo(simulator.nowNanos());
    }
    return there;
  }

  private Bench.Addresses addresses() {
    Bench.Addresses usual = Bench.Addresses.DEFAULT;
    return new Bench.Addresses(
        address("local_ip", usual.local()), usual.gateway(), address("remote_ip", usual.remote()));
  }

  private Ipv4Address address(String option, Ipv4Address usual) {
    String written = script.options().getOrDefault(option, "");
    if (written.isEmpty()) {
      return usual;
    }
    return Ipv4Address.parse(written)
        .orElseThrow(() -> new ScriptException.Unsupported(1, "--" + option + "=" + written));
  }

  private int mtuOctets() {
    String written = script.options().getOrDefault("mtu", "");
    return written.matches("[0-9]{2,5}") ? Integer.parseInt(written) : DEFAULT_MTU;
  }

  @Override
  public SocketOptions.Node settings() {
    return this;
  }

  @Override
  public boolean hasBegun() {
    return bench != null;
  }

  @Override
  public TcpOptionsConfig config() {
    return settings.tcp();
  }

  @Override
  public void config(TcpOptionsConfig changed) {
    settings = new Settings(changed);
  }

  @Override
  public void listening(int port) {
    packets.listening(port);
  }

  @Override
  public void connecting(int localPort, int remotePort) {
    packets.connecting(bench().addresses().remote(), localPort, remotePort);
  }
}
