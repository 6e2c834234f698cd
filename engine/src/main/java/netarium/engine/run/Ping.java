package netarium.engine.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import netarium.engine.icmp.EchoOutcome;
import netarium.engine.icmp.EchoRequest;
import netarium.engine.ip.IcmpErrors;
import netarium.engine.ip.SendOptions;
import netarium.engine.ip.SendResult;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.lib.Args;
import netarium.engine.node.Host;
import netarium.engine.service.NameAnswer;
import netarium.engine.sim.SimDuration;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Process;
import netarium.engine.vm.Task;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// What `/bin/ping` and `/bin/traceroute` ask of their machine: `echo(host, number, octets?, ttl?,
/// whole?)` sends one ICMP echo request, whole if it must not be cut into fragments, and waits for
/// what comes of it. It answers with a line of text, who it came from, what it was (`reply`, `ttl`,
/// `error`, `timeout`, `refused`) and after how many milliseconds.
final class Ping {
  private static final SimDuration TIME_OUT = SimDuration.ofSeconds(4);
  private static final int PAYLOAD_OCTETS = 56;

  /// What one datagram can carry beside both headers.
  private static final int MOST_OCTETS = 65_507;

  private static final double NANOS_PER_MILLI = 1e6;

  private final Host host;
  private final Process process;
  private final int identifier;
  private final Map<String, Ipv4Address> found = new LinkedHashMap<>();
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
    long octets = Args.optLong(co, func, n, 3, PAYLOAD_OCTETS);
    Args.check(co, octets >= 0 && octets <= MOST_OCTETS, 3, "0 to " + MOST_OCTETS + " octets");
    long ttl = Args.optLong(co, func, n, 4, SendOptions.DEFAULT.ttl());
    Args.check(co, ttl >= 1 && ttl <= 255, 4, "a time to live is 1 to 255");
    boolean isWhole = Args.toBoolean(co, func, n, 5);
    SendOptions options = new SendOptions((int) ttl, isWhole, 0);
    Octets payload = Octets.wrap(new byte[(int) octets]);
    ToIntFunction<Ipv4Address> go =
        target ->
            echo(co, func, new EchoRequest(target, identifier, number, payload, options, TIME_OUT));
    Ipv4Address known = found.get(name);
    return known != null ? go.applyAsInt(known) : lookUp(co, func, name, go);
  }

  /// A name is looked up once, however often it is asked.
  private int lookUp(Coroutine co, int func, String name, ToIntFunction<Ipv4Address> go) {
    return process
        .names()
        .await(
            co,
            func,
            name,
            null,
            answer ->
                switch (answer) {
                  case NameAnswer.At at -> {
                    found.put(name, at.first());
                    yield go.applyAsInt(at.first());
                  }
                  case NameAnswer.Unknown _ -> throw co.error("Invalid IP/host: " + name, 1);
                  case NameAnswer.Failed failed -> throw co.error(failed.sentence(), 1);
                });
  }

  private int echo(Coroutine co, int func, EchoRequest request) {
    outcome = null;
    Task task = process.runningTask();
    SendResult sent =
        host.icmp()
            .echo(
                request,
                came -> {
                  outcome = came;
                  task.wake();
                });
    if (!sent.isSent()) {
      return Process.give(co, func, values(refusal(sent, request.destination()), "", "refused", 0));
    }
    task.awaits(Awaited.of(Awaited.What.READ, request::destination));
    return process.park(() -> {
      EchoOutcome came = outcome;
      return came == null ? null : values(came, request.sequence());
    });
  }

  private static String refusal(SendResult result, Ipv4Address target) {
    return result instanceof SendResult.TooBig(int mtuOctets)
        ? "message too long, mtu=" + mtuOctets
        : "no route to " + target;
  }

  private static LuaValue[] values(EchoOutcome outcome, int number) {
    String text = text(outcome, number);
    return switch (outcome) {
      case EchoOutcome.Reply reply ->
          values(text, reply.from().toString(), "reply", reply.roundTrip().nanos());
      case EchoOutcome.Failed failed -> {
        boolean isTtl =
            failed.error().type() == IcmpMessage.TIME_EXCEEDED
                && failed.error().code() == IcmpErrors.TTL_EXCEEDED;
        String what = isTtl ? "ttl" : "error";
        yield values(text, failed.from().toString(), what, failed.after().nanos());
      }
      case EchoOutcome.TimedOut _ -> values(text, "", "timeout", TIME_OUT.nanos());
    };
  }

  private static LuaValue[] values(String line, String from, String what, long nanos) {
    return new LuaValue[] {
      Str.of(line), Str.of(from), Str.of(what), new Num(nanos / NANOS_PER_MILLI)
    };
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
          switch (error.code()) {
            case IcmpErrors.NET_UNREACHABLE -> "network unreachable";
            case IcmpErrors.HOST_UNREACHABLE -> "host unreachable";
            case IcmpErrors.FRAGMENTATION_NEEDED ->
                "fragmentation needed, mtu=" + (error.rest() & 0xffff);
            default -> "unreachable, code " + error.code();
          };
      case IcmpMessage.TIME_EXCEEDED ->
          error.code() == IcmpErrors.TTL_EXCEEDED
              ? "time to live exceeded"
              : "time for the fragments exceeded";
      default -> "ICMP type " + error.type() + " code " + error.code();
    };
  }
}
