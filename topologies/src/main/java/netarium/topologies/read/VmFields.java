package netarium.topologies.read;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import netarium.topologies.json.Extras;
import netarium.topologies.json.JsonTree;
import netarium.topologies.node.Common;
import netarium.topologies.node.FileContent;
import netarium.topologies.node.Program;
import netarium.topologies.node.TcpOptions;
import netarium.topologies.node.TlsOptions;
import netarium.topologies.node.Vm;
import netarium.topologies.node.VmLimits;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.problem.Position;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.Octets;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Reads what only a VM has.
final class VmFields {
  private static final int MAX_ENTRIES = 10_000;
  private static final int MAX_PROGRAMS = 1_000;
  private static final int MAX_WORKERS = 1_000;
  private static final long MAX_COUNT = 1L << 53;
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private VmFields() {}

  static Vm read(Common common, Fields fields) {
    return new Vm(
        common,
        fields.choice(
            "platform", List.of(Vm.Platform.values()), Vm.Platform::key, Vm.Platform.NATIVE),
        fields.quantity("cpu", VmFields::cpu, Vm.DEFAULT_CPU),
        fields.textMap("env", MAX_ENTRIES),
        hosts(fields),
        fields.parsedList("dns", 16, IpAddress::parse),
        fields.parsed("doh", VmFields::url),
        files(fields),
        limits(fields),
        tcp(fields),
        tls(fields),
        fields.list("programs", MAX_PROGRAMS, item -> program(item, common.id(), fields)),
        fields.extras());
  }

  static Parsed<TimeSpan> cpu(String text) {
    Parsed<TimeSpan> span = TimeSpan.parse(text);
    return span instanceof Parsed.Ok<TimeSpan>(TimeSpan time)
            && (time.nanos() == 0 || time.nanos() > 1_000_000_000)
        ? Parsed.bad(Quoted.text(text) + " is no time for one step", "write 1ns to 1s")
        : span;
  }

  /// `hosts` of a VM or of the whole topology.
  static Map<String, IpAddress> hosts(Fields fields) {
    Map<String, IpAddress> hosts = fields.parsedMap("hosts", MAX_ENTRIES, IpAddress::parse);
    for (String name : hosts.keySet()) {
      if (Names.host(name) instanceof Parsed.Bad<String>(String why, String advice)) {
        fields.problems().error(fields.keyAt("hosts", name), why, advice);
      }
    }
    return hosts;
  }

  private static Parsed<String> url(String text) {
    try {
      URI uri = new URI(text);
      boolean https = "https".equalsIgnoreCase(uri.getScheme());
      if (uri.getHost() != null && (https || "http".equalsIgnoreCase(uri.getScheme()))) {
        return Parsed.ok(text);
      }
    } catch (URISyntaxException e) {
      // The answer below says it better.
    }
    return Parsed.bad(
        Quoted.text(text) + " is not a URL", "write one such as \"https://dns.example/dns-query\"");
  }

  private static Map<String, FileContent> files(Fields fields) {
    Map<String, FileContent> files =
        fields.map("files", MAX_ENTRIES, (value, name) -> file(value, name, fields));
    for (String path : files.keySet()) {
      if (path.isEmpty() || path.length() > 1_000 || path.indexOf('\0') >= 0) {
        fields
            .problems()
            .error(
                fields.keyAt("files", path),
                Quoted.text(path) + " is not a path of a VM",
                "write one such as \"/etc/motd\"");
      }
    }
    return files;
  }

  private static @Nullable FileContent file(JsonTree value, String name, Fields vm) {
    if (value instanceof JsonTree.Text(Position at, String text)) {
      return new FileContent.Inline(text);
    }
    if (!(value instanceof JsonTree.Members)) {
      vm.problems()
          .error(
              value.at(),
              name + " is " + value.described(),
              "write its text, or { \"from\": \"files/…\" }");
      return null;
    }
    Fields fields = Fields.of(value, name, vm.problems());
    if (!fields.has("from")) {
      fields.missing("from", "\"from\": \"files/…\"");
    }
    String from = fields.parsed("from", ProjectPath::parseSource);
    fields.noMore();
    return from == null ? null : new FileContent.From(from);
  }

  private static VmLimits limits(Fields vm) {
    if (!vm.has("limits")) {
      return VmLimits.DEFAULT;
    }
    Fields fields = vm.inner("limits");
    return new VmLimits(
        fields.quantity("memory", VmFields::memory, VmLimits.DEFAULT_MEMORY),
        fields.whole("instructions", 1, MAX_COUNT),
        fields.quantity("output", Octets::parse),
        fields.integer("sockets", 0, 1_000_000),
        fields.quantity("files", Octets::parse),
        fields.extras());
  }

  private static Parsed<Octets> memory(String text) {
    Parsed<Octets> size = Octets.parse(text);
    return size instanceof Parsed.Ok<Octets>(Octets octets) && octets.count() < 64 * 1024
        ? Parsed.bad(Quoted.text(text) + " is too little to start a program", "give 64KiB or more")
        : size;
  }

  private static TcpOptions tcp(Fields vm) {
    if (!vm.has("tcp")) {
      return TcpOptions.DEFAULT;
    }
    Fields fields = vm.inner("tcp");
    List<TcpOptions.Congestion> algorithms = List.of(TcpOptions.Congestion.values());
    return new TcpOptions(
        fields.flag("timestamps", true),
        fields.flag("sack", true),
        fields.flag("windowScale", true),
        fields.choice(
            "congestion", algorithms, TcpOptions.Congestion::key, TcpOptions.Congestion.NEW_RENO),
        fields.integer("initialWindow", 1, 1_000),
        fields.quantity("rtoMin", text -> time(text, 1, MINUTE_NANOS)),
        fields.quantity("msl", TimeSpan::parse),
        delayedAck(fields),
        fields.flag("nagle", true),
        fields.integer("mss", 8, 65_495),
        fields.flag("ecn", false),
        fields.flag("rack", false),
        fields.flag("challengeAcks", true),
        fields.quantity("receiveBuffer", VmFields::buffer),
        fields.quantity("sendBuffer", VmFields::buffer),
        patience(fields),
        keepAlive(fields),
        fields.extras());
  }

  private static TcpOptions.Patience patience(Fields fields) {
    return new TcpOptions.Patience(
        fields.quantity("rtoInitial", text -> time(text, 1, MINUTE_NANOS)),
        fields.quantity("rtoMax", text -> time(text, MINUTE_NANOS, 60 * MINUTE_NANOS)),
        fields.quantity("connectTimeout", text -> time(text, 1, Long.MAX_VALUE)),
        fields.quantity("userTimeout", text -> time(text, 1, Long.MAX_VALUE)));
  }

  private static TcpOptions.KeepAlive keepAlive(Fields fields) {
    return new TcpOptions.KeepAlive(
        fields.flag("keepAlive", false),
        fields.quantity("keepAliveIdle", text -> time(text, 1, Long.MAX_VALUE)),
        fields.quantity("keepAliveInterval", text -> time(text, 1, Long.MAX_VALUE)),
        fields.integer("keepAliveProbes", 1, 1_000));
  }

  private static Parsed<TimeSpan> time(String text, long leastNanos, long mostNanos) {
    Parsed<TimeSpan> span = TimeSpan.parse(text);
    if (span instanceof Parsed.Ok<TimeSpan>(TimeSpan value)
        && (value.nanos() < leastNanos || value.nanos() > mostNanos)) {
      String most =
          mostNanos == Long.MAX_VALUE ? "" : " and at most " + TimeSpan.ofNanos(mostNanos);
      return Parsed.bad(
          Quoted.text(text) + " is out of range",
          "give at least " + TimeSpan.ofNanos(leastNanos) + most);
    }
    return span;
  }

  /// A time, or `false` for none and `true` for the usual one.
  private static @Nullable TimeSpan delayedAck(Fields fields) {
    return fields.value("delayedAck") instanceof JsonTree.Bool(Position at, boolean delays)
        ? (delays ? null : TimeSpan.ZERO)
        : fields.quantity("delayedAck", text -> time(text, 0, 500_000_000));
  }

  private static Parsed<Octets> buffer(String text) {
    Parsed<Octets> size = Octets.parse(text);
    return size instanceof Parsed.Ok<Octets>(Octets octets)
            && (octets.count() < 1 || octets.count() > 1 << 30)
        ? Parsed.bad(Quoted.text(text) + " is no size for a buffer", "give 1 to 1GiB")
        : size;
  }

  private static TlsOptions tls(Fields vm) {
    if (!vm.has("tls")) {
      return TlsOptions.DEFAULT;
    }
    Fields fields = vm.inner("tls");
    return new TlsOptions(fields.flag("trust", true), fields.extras());
  }

  private static Program program(JsonTree value, String node, Fields vm) {
    Fields fields = Fields.of(value, "a program of node " + Quoted.text(node), vm.problems());
    if (!fields.has("kind")) {
      fields.missing("kind", "\"kind\": \"script\"");
    }
    List<String> kinds = List.of("script", "http-pool", "program");
    String kind = fields.choice("kind", kinds, k -> k, "");
    return switch (kind) {
      case "script" -> new Program.Script(script(fields), start(fields), fields.extras());
      case "http-pool" ->
          new Program.HttpPool(
              script(fields),
              fields.integer("port", 1, 65_535),
              requireNonNullElse(
                  fields.integer("workers", 1, MAX_WORKERS), Program.HttpPool.DEFAULT_WORKERS),
              fields.flag("tls", false),
              start(fields),
              fields.extras());
      case "program" ->
          new Program.Command(
              fields.requiredParsed("program", VmFields::command, "", "\"program\": \"/bin/…\""),
              start(fields),
              fields.extras());
      default -> new Program.Command("", Program.Start.DEFAULT, Extras.NONE);
    };
  }

  private static Parsed<String> command(String text) {
    return text.startsWith("/") && text.length() > 1 && text.indexOf('\0') < 0
        ? Parsed.ok(text)
        : Parsed.bad(Quoted.text(text) + " is not a program", "write its path such as /bin/httpd");
  }

  private static String script(Fields fields) {
    return fields.requiredParsed(
        "script", ProjectPath::parseScript, "", "\"script\": \"scripts/main.lua\"");
  }

  private static Program.Start start(Fields fields) {
    return new Program.Start(
        fields.texts("args", 1_000),
        fields.quantity("start", TimeSpan::parse, TimeSpan.ZERO),
        fields.choice(
            "restart",
            List.of(Program.Restart.values()),
            Program.Restart::key,
            Program.Restart.NEVER));
  }
}
