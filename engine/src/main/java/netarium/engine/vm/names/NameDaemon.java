package netarium.engine.vm.names;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.dns.DomainName;
import netarium.engine.codec.dns.ZoneFile;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.service.HttpServerSettings;
import netarium.engine.service.OctetRoom;
import netarium.engine.service.dns.DnsServer;
import netarium.engine.service.dns.DnsSockets;
import netarium.engine.service.dns.HttpsService;
import netarium.engine.service.dns.NetworkNames;
import netarium.engine.service.dns.Recursor;
import netarium.engine.service.dns.TcpService;
import netarium.engine.service.dns.UdpService;
import netarium.engine.service.dns.Zone;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketLayer;
import netarium.engine.tls.TlsLayer;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.vm.Vm;
import netarium.engine.vm.WaitQueue;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// What the program `/bin/named` can do beyond other scripts: `named.open` and `named.wait`.
public final class NameDaemon {
  private static final int MOST_LINES = 1024;
  private static final long ROOM_OCTETS = 1L << 20;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /// What a user has to mend.
  private static final class MistakeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    MistakeException(String what) {
      super(what);
      this.what = what;
    }
  }

  private final Process process;
  private final Deque<String> lines = new ArrayDeque<>();
  private final WaitQueue waiting = new WaitQueue();

  private NameDaemon(Process process) {
    this.process = process;
  }

  /// Gives a process the global `named`.
  public static void install(Process process) {
    NameDaemon daemon = new NameDaemon(process);
    LuaMachine machine = process.machine();
    Table table = new Table(machine, 0, 2);
    table.set("open", Native.of("named.open", daemon::open).asWorldCall());
    table.set("wait", Native.of("named.wait", daemon::await).asWorldCall());
    machine.globals.set("named", table);
  }

  /// `named.open{port=, zones={"NAME=FILE", …}, forward={…}, roots={…}, recursion=, doh=}` → what
  /// it serves, or nil and why it does not.
  private int open(Coroutine co, int func, int n) {
    Table options = Args.checkTable(co, func, n, 1);
    int port = options.get("port") instanceof Num number ? (int) number.v : DnsSockets.PORT;
    try {
      List<Ipv4Address> forward = addresses(options.get("forward"), "--forward");
      List<Ipv4Address> roots = addresses(options.get("roots"), "--root");
      boolean recurses =
          options.get("recursion").equals(Bool.TRUE) && !(forward.isEmpty() && roots.isEmpty());
      List<Zone> zones = zones(options.get("zones"), recurses);
      Optional<Recursor> recursor =
          recurses ? Optional.of(new Recursor(sockets(), forward, roots)) : Optional.empty();
      DnsServer server = new DnsServer(zones, recursor, this::happened);
      recursor.ifPresent(each -> process.atEnd(each::stop));
      serve(co, server, port, options.get("doh").equals(Bool.TRUE));
      return co.returns(func, text(describe(options, zones, recurses)));
    } catch (MistakeException mistake) {
      return co.fails(func, mistake.what);
    }
  }

  private static String describe(Table options, List<Zone> zones, boolean recurses) {
    StringBuilder what = new StringBuilder();
    if (strings(options.get("zones")).isEmpty()) {
      what.append("the names of the network");
    } else {
      for (Zone each : zones) {
        what.append(what.isEmpty() ? "" : ", ").append(each.origin());
      }
    }
    return what.append(recurses ? ", and asks others" : "").toString();
  }

  private DnsSockets sockets() {
    Vm vm = process.vm();
    return new DnsSockets(vm.sockets(), vm.simulator(), vm.random("named"), process.pid());
  }

  private void serve(Coroutine co, DnsServer server, int port, boolean overHttps)
      throws MistakeException {
    Vm vm = process.vm();
    SocketLayer layer = vm.sockets();
    UdpService udp = new UdpService(server);
    process.atEnd(udp::close);
    check(udp.open(layer, port, process.pid()));
    TcpService tcp = new TcpService(server, vm.simulator());
    process.atEnd(tcp::close);
    check(tcp.open(layer, port, process.pid()));
    listens(co, port);
    if (!overHttps) {
      return;
    }
    TlsLayer tls =
        vm.tls().orElseThrow(() -> new MistakeException("--doh: this machine has no TLS"));
    HttpsService https =
        new HttpsService(
            server,
            vm.simulator(),
            tls,
            HttpServerSettings.usual(
                Math.floorDiv(vm.settings().epochNanos(), NANOS_PER_SECOND),
                new OctetRoom(ROOM_OCTETS)));
    process.atEnd(https::close);
    check(https.open(layer, HttpsService.PORT, process.pid()));
    listens(co, HttpsService.PORT);
  }

  private void listens(Coroutine co, int port) {
    Endpoint local = new Endpoint(Ipv4Address.ANY, port);
    SocketUse.record(process, co.place(), "listen", local, Optional.empty(), 0);
  }

  private static void check(Optional<SocketError> error) throws MistakeException {
    if (error.isPresent()) {
      throw new MistakeException(error.get().sentence());
    }
  }

  private static List<Ipv4Address> addresses(LuaValue list, String option) throws MistakeException {
    List<Ipv4Address> addresses = new ArrayList<>();
    for (String each : strings(list)) {
      Optional<Ipv4Address> address = Ipv4Address.parse(each);
      addresses.add(
          address.orElseThrow(() ->
              new MistakeException(
                  option + " " + each + ": an address of four numbers expected, 10.0.0.53")));
    }
    return addresses;
  }

  private static List<String> strings(LuaValue list) {
    List<String> strings = new ArrayList<>();
    if (list instanceof Table table) {
      for (int i = 1; table.get(i) instanceof Str text; i++) {
        strings.add(text.toString());
      }
    }
    return strings;
  }

  /// Those of files; with none given, the names of the network, which are all there are unless
  /// somebody else is asked.
  private List<Zone> zones(LuaValue list, boolean recurses) throws MistakeException {
    List<Zone> zones = new ArrayList<>();
    for (String each : strings(list)) {
      zones.add(zone(each));
    }
    if (zones.isEmpty()) {
      zones.add(NetworkNames.zone(process.vm().names().entries(), !recurses));
    }
    return zones;
  }

  private Zone zone(String given) throws MistakeException {
    int equals = given.indexOf('=');
    Optional<DomainName> name =
        equals < 0 ? Optional.empty() : DomainName.parse(given.substring(0, equals));
    if (name.isEmpty()) {
      throw new MistakeException(
          "--zone " + given + ": NAME=FILE expected, example.org=/etc/example.org.zone");
    }
    String file = given.substring(equals + 1);
    String path = FilePath.join(process.workingDirectory(), file);
    long now = process.vm().settings().epochNanos() + process.vm().simulator().nowNanos();
    FileCaller caller = new FileCaller(process.user(), now);
    if (!(process.vm().files().read(path, caller)
        instanceof FileResult.Done<byte[]>(byte[] octets))) {
      throw new MistakeException(file + ": cannot be read; is it among the files of this machine?");
    }
    ZoneFile.Read read = ZoneFile.read(new String(octets, UTF_8), name.get());
    if (!read.problems().isEmpty()) {
      StringBuilder all = new StringBuilder();
      for (ZoneFile.Problem each : read.problems()) {
        all.append(all.isEmpty() ? "" : "\n").append(file).append(':').append(each.line());
        all.append(": ").append(each.text());
      }
      throw new MistakeException(all.toString());
    }
    return switch (Zone.of(name.get(), read.records())) {
      case Zone.Made.Ok(Zone zone) -> zone;
      case Zone.Made.Bad(String why) -> throw new MistakeException(file + ": " + why);
    };
  }

  private void happened(String line) {
    if (lines.size() == MOST_LINES) {
      lines.removeFirst();
    }
    lines.add(line);
    waiting.wakeAll();
  }

  /// `named.wait()` → a line that says what somebody has asked, and what was answered.
  private int await(Coroutine co, int func, int n) {
    return process.await(co, func, waiting, this::line);
  }

  private LuaValue @Nullable [] line() {
    String line = lines.poll();
    return line == null ? null : new LuaValue[] {process.machine().charged(text(line))};
  }

  private static Str text(String text) {
    return Str.wrap(text.getBytes(UTF_8));
  }
}
