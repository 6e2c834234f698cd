package netarium.engine.run;

import java.util.Locale;
import java.util.Optional;
import netarium.engine.icmp.EchoOutcome;
import netarium.engine.icmp.EchoRequest;
import netarium.engine.ip.SendOptions;
import netarium.engine.ip.SendResult;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Str;
import netarium.engine.lua.lib.Args;
import netarium.engine.node.Host;
import netarium.engine.sim.SimDuration;
import netarium.engine.vm.Process;
import netarium.engine.vm.Task;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// What `/bin/ping` asks of its machine: `echo(host, number)` sends one ICMP echo request, waits
/// for what comes of it, and answers with a line of text.
final class Ping {
  private static final SimDuration TIME_OUT = SimDuration.ofSeconds(4);
  private static final int PAYLOAD_OCTETS = 56;

  private final Host host;
  private final Process process;
  private final int identifier;
  private @Nullable EchoOutcome outcome;

  private Ping(Host host, Process process) {
    this.host = host;
    this.process = process;
    identifier = host.icmp().chooseIdentifier();
    process.atEnd(() -> host.icmp().cancel(identifier));
  }

  static Native on(Host host, Process process) {
    return Native.of("echo", new Ping(host, process)::echo).asWorldCall();
  }

  private int echo(Coroutine co, int func, int n) {
    String name = Args.checkStr(co, func, n, 1).toString();
    int number = (int) Args.checkLong(co, func, n, 2) & 0xffff;
    Optional<Ipv4Address> target = process.vm().names().resolve(name);
    if (target.isEmpty()) {
      throw co.error("Invalid IP/host: " + name, 1);
    }
    outcome = null;
    Task task = process.runningTask();
    SendResult sent =
        host.icmp()
            .echo(
                new EchoRequest(
                    target.get(),
                    identifier,
                    number,
                    Octets.wrap(new byte[PAYLOAD_OCTETS]),
                    SendOptions.DEFAULT,
                    TIME_OUT),
                came -> {
                  outcome = came;
                  task.wake();
                });
    if (!sent.isSent()) {
      return co.returns(func, line("no route to " + target.get()));
    }
    return process.park(() -> {
      EchoOutcome came = outcome;
      return came == null ? null : new LuaValue[] {line(text(came, number))};
    });
  }

  private static Str line(String text) {
    return Str.of(text);
  }

  private static String text(EchoOutcome outcome, int number) {
    return switch (outcome) {
      case EchoOutcome.Reply(var from, var ttl, var payload, var roundTrip) ->
          (payload.length() + IcmpMessage.HEADER_OCTETS)
              + " bytes from "
              + from
              + ": seq="
              + number
              + " ttl="
              + ttl
              + " time="
              + String.format(Locale.ROOT, "%.3f", roundTrip.nanos() / 1e6)
              + " ms";
      case EchoOutcome.Failed(var from, var error, _) ->
          "from " + from + ": seq=" + number + " " + why(error);
      case EchoOutcome.TimedOut _ -> "no answer: seq=" + number;
    };
  }

  private static String why(IcmpMessage error) {
    return switch (error.type()) {
      case IcmpMessage.DESTINATION_UNREACHABLE ->
          error.code() == 0 ? "network unreachable" : "host unreachable";
      case IcmpMessage.TIME_EXCEEDED -> "time to live exceeded";
      default -> "ICMP type " + error.type() + " code " + error.code();
    };
  }
}
