package netarium.engine.vm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DomainName;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.codec.dns.RecordType;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.service.Dialler;
import netarium.engine.service.NameAnswer;
import netarium.engine.service.NameLookup;
import netarium.engine.service.dns.DnsAnswer;
import netarium.engine.service.dns.DnsPath;
import netarium.engine.service.dns.DnsReply;
import netarium.engine.service.dns.DnsSockets;
import netarium.engine.service.dns.HttpsPath;
import netarium.engine.service.dns.ServerPath;
import netarium.engine.service.dns.StubResolver;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Timer;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// How a process finds the addresses of hosts: dotted decimals and the machine's table at once,
/// other names by DNS, from the machine's name servers or, on a browser's machine, over HTTPS. What
/// is still looked for when the process ends is dropped.
public final class Names implements NameLookup {
  /// The random numbers of ids and ports.
  private static final String PURPOSE = "dns";

  private static final String ONION = "onion";
  private static final String NO_ENDPOINT =
      "a browser asks by DNS over HTTPS: set doh of this machine to the address of a server";

  /// What a native does once it knows: what it would have done at once.
  @FunctionalInterface
  public interface Then {
    /// As a native answers: how many results, or that it waits for something else.
    int goOn(NameAnswer answer);
  }

  private final Process process;
  private final Set<Pending<?>> pending = new LinkedHashSet<>();
  private final Set<Timer> limits = new LinkedHashSet<>();

  Names(Process process) {
    this.process = process;
    process.atEnd(() -> {
      List.copyOf(pending).forEach(Pending::cancel);
      limits.forEach(Timer::cancel);
    });
  }

  @Override
  public void lookup(String host, Consumer<Optional<Ipv4Address>> answer) {
    find(
        host,
        found ->
            answer.accept(
                found instanceof NameAnswer.At at ? Optional.of(at.first()) : Optional.empty()));
  }

  @Override
  public Runnable find(String host, Consumer<NameAnswer> answer) {
    Optional<Ipv4Address> known = process.vm().names().resolve(host);
    if (known.isPresent()) {
      answer.accept(new NameAnswer.At(List.of(known.get())));
      return () -> {};
    }
    Optional<DomainName> name = askable(host);
    if (name.isEmpty()) {
      answer.accept(new NameAnswer.Unknown(host));
      return () -> {};
    }
    return ask(
        new DnsQuestion(name.get(), RecordType.A),
        result -> answer.accept(addresses(host, result)));
  }

  private static NameAnswer addresses(String host, DnsAnswer answer) {
    if (answer instanceof DnsAnswer.Found found) {
      List<Ipv4Address> addresses = new ArrayList<>();
      for (DnsRecord each : found.records()) {
        if (each.data() instanceof RecordData.A(Ipv4Address address)) {
          addresses.add(address);
        }
      }
      return addresses.isEmpty() ? new NameAnswer.Unknown(host) : new NameAnswer.At(addresses);
    }
    return failure(host, answer)
        .<NameAnswer>map(each -> each)
        .orElseGet(() -> new NameAnswer.Unknown(host));
  }

  /// Why an answer is none; empty where it is one, or says that there is nothing.
  public static Optional<NameAnswer.Failed> failure(String host, DnsAnswer answer) {
    String what = "lookup " + host + ": ";
    return switch (answer) {
      case DnsAnswer.Found _, DnsAnswer.NoSuchName _, DnsAnswer.NoData _ -> Optional.empty();
      case DnsAnswer.TimedOut _ ->
          Optional.of(new NameAnswer.Failed(NameAnswer.Reason.TIMED_OUT, what + "i/o timeout"));
      case DnsAnswer.Refused refused ->
          Optional.of(new NameAnswer.Failed(NameAnswer.Reason.MISBEHAVING, what + refused));
      case DnsAnswer.Unreachable(String why) ->
          Optional.of(new NameAnswer.Failed(NameAnswer.Reason.UNREACHABLE, what + why));
      case DnsAnswer.Unsupported(String why) ->
          Optional.of(new NameAnswer.Failed(NameAnswer.Reason.UNSUPPORTED, what + why));
    };
  }

  /// A host as DNS may be asked for it: letters, digits, hyphens, underscores and dots, not only
  /// numbers, and no name of an onion network (RFC 7686 §2).
  private static Optional<DomainName> askable(String host) {
    String text = host.strip();
    boolean isName =
        text.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0)
            && text.chars().anyMatch(c -> isLetter(c) || c == '-' || c == '_');
    Optional<DomainName> name = isName ? DomainName.parse(text) : Optional.empty();
    return name.filter(each -> !each.labels().getLast().toLowerCase(Locale.ROOT).equals(ONION));
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// Asks whom the machine asks, without looking into its table. Running what this answers takes
  /// the question back.
  public Runnable ask(DnsQuestion question, Consumer<DnsAnswer> answer) {
    if (lacksEndpoint()) {
      answer.accept(new DnsAnswer.Unsupported(NO_ENDPOINT));
      return () -> {};
    }
    List<DnsPath> paths = paths();
    if (paths.isEmpty()) {
      answer.accept(new DnsAnswer.NoSuchName(List.of(), Optional.empty()));
      return () -> {};
    }
    StubResolver resolver = new StubResolver(paths, StubResolver.ATTEMPTS);
    return begin(answer, told -> resolver.resolve(question, told));
  }

  /// Asks one way, once. Running what this answers takes the question back.
  public Runnable ask(DnsPath path, DnsQuestion question, Consumer<DnsReply> reply) {
    return begin(reply, told -> path.ask(question, told));
  }

  private <T> Runnable begin(Consumer<T> answer, Asking<T> asking) {
    Pending<T> asked = new Pending<>(answer);
    pending.add(asked);
    asked.begin(asking);
    return asked::cancel;
  }

  /// Whether it is a browser's machine that was not told whom to ask.
  private boolean lacksEndpoint() {
    return process.vm().platform() == Platform.BROWSER && process.vm().doh().isEmpty();
  }

  /// The ways to those whom the machine asks, in their order.
  public List<DnsPath> paths() {
    Vm vm = process.vm();
    if (vm.platform() == Platform.BROWSER) {
      return vm
          .doh()
          .<DnsPath>map(url -> new HttpsPath(bareDialler(), url, ServerPath.PATIENCE))
          .stream()
          .toList();
    }
    return vm.nameServers().stream().<DnsPath>map(this::pathTo).toList();
  }

  /// The way to a server, whatever the machine is set to.
  public DnsPath pathTo(Ipv4Address server) {
    Vm vm = process.vm();
    DnsSockets sockets =
        new DnsSockets(vm.sockets(), vm.simulator(), vm.random(PURPOSE), process.pid());
    return ServerPath.toResolver(sockets, server);
  }

  /// Finds a server of names without asking one.
  private Dialler bareDialler() {
    Vm vm = process.vm();
    return new Dialler(
        vm.sockets(),
        vm.simulator(),
        (host, answer) -> answer.accept(vm.names().resolve(host)),
        process.pid(),
        vm.tls());
  }

  /// Goes on with a native once the host is found, or not: at once where nobody has to be asked,
  /// else the task waits, until `until` at most.
  public int await(Coroutine co, int func, String host, @Nullable SimTime until, Then then) {
    if (willAsk(host)) {
      recordAsking(co);
    }
    Asking<NameAnswer> asking = told -> find(host, told);
    return await(
        co,
        func,
        host,
        until,
        asking,
        answer -> then.goOn(answer == null ? timedOut(host) : answer));
  }

  /// Whether somebody has to be asked for this host.
  private boolean willAsk(String host) {
    return process.vm().names().resolve(host).isEmpty()
        && askable(host).isPresent()
        && !paths().isEmpty();
  }

  /// Writes down that a script wants a name: what is asked follows from that line of it.
  public void recordAsking(Coroutine co) {
    SocketUse.record(process, co.place(), "lookup", SocketUse.NOT_YET_BOUND, Optional.empty(), 0);
  }

  private static NameAnswer timedOut(String host) {
    return new NameAnswer.Failed(NameAnswer.Reason.TIMED_OUT, "lookup " + host + ": i/o timeout");
  }

  /// What a native does with an answer, null if there was none in time.
  @FunctionalInterface
  public interface Told<T> {
    int goOn(@Nullable T answer);
  }

  /// Something that is asked for and can be taken back.
  @FunctionalInterface
  public interface Asking<T> {
    Runnable begin(Consumer<T> told);
  }

  /// As [#await(Coroutine, int, String, SimTime, Then)], for any question about names; `what` is
  /// what people are told the task waits for.
  public <T> int await(
      Coroutine co,
      int func,
      String what,
      @Nullable SimTime until,
      Asking<T> asking,
      Told<T> then) {
    Task task = process.runningTask();
    Wait<T> wait = new Wait<>(task);
    Runnable takesBack = asking.begin(wait::told);
    if (wait.answer != null) {
      return then.goOn(wait.answer);
    }
    if (until != null) {
      wait.limit(until, takesBack);
    }
    task.awaits(Awaited.of(Awaited.What.CONNECT, () -> what));
    return process.park(() -> wait.isOver ? goOn(co, func, wait.answer, then) : null);
  }

  /// A native goes on: its results, or null if it waits for something else now.
  private static <T> LuaValue @Nullable [] goOn(
      Coroutine co, int func, @Nullable T answer, Told<T> then) {
    int results = then.goOn(answer);
    return results == Native.PARK
        ? null
        : Arrays.copyOfRange(co.ensure(func + results), func, func + results);
  }

  /// A task that waits for an answer.
  private final class Wait<T> {
    private final Task task;
    private @Nullable T answer;
    private @Nullable Timer timer;
    private boolean isOver;

    Wait(Task task) {
      this.task = task;
    }

    void told(T found) {
      answer = found;
      over();
    }

    void limit(SimTime until, Runnable takesBack) {
      Timer limit =
          process
              .vm()
              .simulator()
              .timer(() -> {
                takesBack.run();
                over();
              });
      timer = limit;
      limit.armAt(until);
      limits.add(limit);
    }

    private void over() {
      isOver = true;
      if (timer != null) {
        timer.cancel();
        limits.remove(timer);
      }
      task.wake();
    }
  }

  /// A question that was asked.
  private final class Pending<T> {
    private final Consumer<T> answer;
    private Runnable takesBack = () -> {};
    private boolean isOver;

    Pending(Consumer<T> answer) {
      this.answer = answer;
    }

    void begin(Asking<T> asking) {
      Runnable cancels = asking.begin(this::answered);
      if (!isOver) {
        takesBack = cancels;
      }
    }

    private void answered(T found) {
      if (!isOver) {
        over();
        answer.accept(found);
      }
    }

    void cancel() {
      if (!isOver) {
        over();
        takesBack.run();
      }
    }

    private void over() {
      isOver = true;
      pending.remove(this);
    }
  }
}
