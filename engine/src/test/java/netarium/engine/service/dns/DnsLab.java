package netarium.engine.service.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import netarium.engine.codec.dns.DnsMessage;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsReader;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DnsWriter;
import netarium.engine.codec.dns.DomainName;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.codec.dns.RecordType;
import netarium.engine.codec.dns.ZoneFile;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.link.EthernetSwitch;
import netarium.engine.sim.RandomStreams;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketLayer;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.UdpSocket;
import netarium.engine.tcp.TcpLayer;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;

/// A client, 10.0.0.1, and whoever answers, all on one switch.
final class DnsLab {
  final Lab lab = new Lab();
  final Machine client;

  /// From which ports scripted servers were asked, in order.
  final List<Integer> ports = new ArrayList<>();

  private final EthernetSwitch bridge;

  DnsLab() {
    bridge = lab.ethernetSwitch("sw");
    client = machine("10.0.0.1");
  }

  Machine machine(String address) {
    return new Machine(address);
  }

  /// A host with sockets.
  final class Machine {
    final DnsSockets dns;

    private Machine(String address) {
      Node node = lab.host(address, address + "/24");
      lab.link(node.card().port(), bridge.addPort(address));
      RandomStreams streams = new RandomStreams(1);
      TcpLayer tcp =
          new TcpLayer(
              node.ip,
              lab.simulator,
              lab.recorder,
              streams.stream("node", address, "iss"),
              TcpOptionsConfig.DEFAULT);
      SocketLayer sockets = new SocketLayer(node.ip, tcp, node.udp);
      dns = new DnsSockets(sockets, lab.simulator, streams.stream("node", address, "dns"), 1);
    }

    /// Asks these servers as a machine does.
    Told ask(String name, String... servers) {
      List<ServerPath> paths = new ArrayList<>();
      for (String each : servers) {
        paths.add(ServerPath.toResolver(dns, Lab.address(each)));
      }
      Told told = new Told();
      told.takesBack =
          new StubResolver(paths, StubResolver.ATTEMPTS).resolve(question(name), told::come);
      return told;
    }

    /// Serves these zones, `ORIGIN` before the text of each.
    Served serve(Optional<Recursor> recursor, String... zones) {
      List<Zone> all = new ArrayList<>();
      for (int i = 0; i < zones.length; i += 2) {
        all.add(zone(zones[i], zones[i + 1]));
      }
      Served served = new Served();
      DnsServer server = new DnsServer(all, recursor, served.log::add);
      check(new UdpService(server).open(dns.sockets(), DnsSockets.PORT, 1));
      check(new TcpService(server, lab.simulator).open(dns.sockets(), DnsSockets.PORT, 1));
      return served;
    }

    /// Takes queries at port 53; `answer` says what to do with each.
    List<DnsMessage> script(BiConsumer<DnsMessage, UdpReply> answer) {
      List<DnsMessage> queries = new ArrayList<>();
      UdpSocket socket = bind(DnsSockets.PORT);
      socket.onChange(() -> {
        for (var next = socket.receive(); next.isPresent(); next = socket.receive()) {
          UdpSocket.Received came = next.get();
          DnsMessage query = read(came.data());
          queries.add(query);
          ports.add(came.from().port());
          answer.accept(query, octets -> socket.send(came.from(), octets));
        }
      });
      return queries;
    }

    UdpSocket bind(int port) {
      return switch (dns.sockets().bindUdp(Ipv4Address.ANY, port, 1)) {
        case SocketResult.Opened<UdpSocket>(UdpSocket socket) -> socket;
        case SocketResult.Failed<UdpSocket>(SocketError error) ->
            throw new AssertionError(error.sentence());
      };
    }
  }

  /// Sends octets to whoever has asked.
  interface UdpReply {
    void send(Octets octets);

    default void send(DnsMessage message) {
      send(DnsWriter.write(message));
    }
  }

  /// What a server has written down.
  static final class Served {
    final List<String> log = new ArrayList<>();
  }

  /// What a question came to, and when.
  final class Told {
    final List<DnsAnswer> answers = new ArrayList<>();
    long atNanos;
    Runnable takesBack = () -> {};

    private void come(DnsAnswer answer) {
      answers.add(answer);
      atNanos = lab.simulator.nowNanos();
    }

    /// The data of what was found, with the aliases before it; or what else it was.
    String text() {
      if (answers.size() != 1) {
        return answers.size() + " answers";
      }
      return switch (answers.getFirst()) {
        case DnsAnswer.Found found -> data(found.aliases()) + data(found.records());
        case DnsAnswer.NoSuchName none -> data(none.aliases()) + "no such name";
        case DnsAnswer.NoData none -> data(none.aliases()) + "no data";
        case DnsAnswer.TimedOut _ -> "timed out";
        case DnsAnswer.Unreachable(String why) -> why;
        case DnsAnswer.Refused refused -> refused.toString();
        case DnsAnswer.Unsupported(String why) -> why;
      };
    }

    private String data(List<DnsRecord> records) {
      StringBuilder text = new StringBuilder();
      records.forEach(each -> text.append(each.data().text()).append(' '));
      return text.toString();
    }
  }

  private static void check(Optional<SocketError> error) {
    error.ifPresent(each -> {
      throw new AssertionError(each.sentence());
    });
  }

  static Zone zone(String origin, String text) {
    DomainName name = name(origin);
    ZoneFile.Read read = ZoneFile.read(text, name);
    if (!read.problems().isEmpty()) {
      throw new AssertionError(read.problems().toString());
    }
    return switch (Zone.of(name, read.records())) {
      case Zone.Made.Ok(Zone zone) -> zone;
      case Zone.Made.Bad(String why) -> throw new AssertionError(why);
    };
  }

  static DomainName name(String text) {
    return DomainName.parse(text).orElseThrow();
  }

  static DnsQuestion question(String name) {
    return new DnsQuestion(name(name), RecordType.A);
  }

  static DnsRecord address(String name, String address) {
    return new DnsRecord(name(name), 60, new RecordData.A(Lab.address(address)));
  }

  static DnsMessage read(Octets octets) {
    return switch (DnsReader.read(octets)) {
      case Parsed.Ok<DnsMessage>(DnsMessage message) -> message;
      case Parsed.Malformed<DnsMessage> bad -> throw new AssertionError(bad.trouble());
    };
  }

  /// An answer from a server that asks others itself.
  static DnsMessage answer(DnsMessage query, int code, DnsRecord... records) {
    return new DnsMessage(
        query.id(),
        DnsMessage.RESPONSE | DnsMessage.RECURSION_AVAILABLE | code,
        query.questions(),
        List.of(records),
        List.of(),
        List.of());
  }
}
