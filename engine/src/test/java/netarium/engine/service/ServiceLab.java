package netarium.engine.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimTime;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketLayer;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.tcp.TcpLayer;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// A client, a proxy and a server on one switch, 10.0.0.1, .2 and .3.
final class ServiceLab {
  final Lab lab = new Lab();
  final Machine client;
  final Machine proxy;
  final Machine server;
  private final Map<String, Ipv4Address> names = new LinkedHashMap<>();

  ServiceLab() {
    var bridge = lab.ethernetSwitch("sw");
    client = new Machine(bridge, "client", "10.0.0.1");
    proxy = new Machine(bridge, "proxy", "10.0.0.2");
    server = new Machine(bridge, "server", "10.0.0.3");
  }

  /// A host with sockets.
  final class Machine {
    final SocketLayer sockets;
    final Dialler dialler;
    final TcpLayer tcp;

    Machine(netarium.engine.link.EthernetSwitch bridge, String name, String address) {
      Node node = lab.host(name, address + "/24");
      lab.link(node.card().port(), bridge.addPort(name));
      tcp =
          new TcpLayer(
              node.ip,
              lab.simulator,
              lab.recorder,
              new RandomStreams(1).stream("node", name, "iss"),
              TcpOptionsConfig.DEFAULT);
      sockets = new SocketLayer(node.ip, tcp, node.udp);
      names.put(name, Lab.address(address));
      dialler = new Dialler(sockets, lab.simulator, this::lookup, 1);
    }

    private void lookup(String host, java.util.function.Consumer<Optional<Ipv4Address>> answer) {
      answer.accept(Ipv4Address.parse(host).or(() -> Optional.ofNullable(names.get(host))));
    }

    TcpListener listen(int port) {
      return switch (sockets.listen(Ipv4Address.ANY, port, 1, 8)) {
        case SocketResult.Opened<TcpListener>(TcpListener listener) -> listener;
        case SocketResult.Failed<TcpListener>(SocketError error) ->
            throw new AssertionError(error.sentence());
      };
    }

    /// Listens, and plays the given answers to one connection: each is said when as many octets
    /// have come as the part before it says.
    Transcript serve(int port, String... lines) {
      Transcript transcript = new Transcript(List.of(lines));
      TcpListener listener = listen(port);
      listener.onChange(() -> transcript.take(listener.accept().orElseThrow()));
      return transcript;
    }
  }

  /// One side of a conversation, as lines of hexadecimal text: `< ` what has to come, `> ` what is
  /// said then, `close`, `abort`, `end` (of what is said).
  static final class Transcript {
    private final List<String> lines;
    final List<ByteStream> taken = new ArrayList<>();
    Octets rest = Octets.EMPTY;
    String failure = "";
    private int next;

    Transcript(List<String> lines) {
      this.lines = lines;
    }

    void take(TcpSocket stream) {
      taken.add(stream);
      stream.onChange(() -> play(stream));
      play(stream);
    }

    private void play(ByteStream stream) {
      rest = rest.plus(stream.receive(Integer.MAX_VALUE));
      while (next < lines.size()) {
        String line = lines.get(next);
        switch (line) {
          case "close" -> stream.close();
          case "abort" -> stream.abort();
          case "end" -> stream.shutdownWrite();
          default -> {
            Octets octets = hex(line.substring(2));
            if (line.startsWith("> ")) {
              stream.offer(octets);
            } else if (rest.length() < octets.length()) {
              return;
            } else {
              Octets come = rest.slice(0, octets.length());
              rest = rest.slice(octets.length());
              if (!come.equals(octets) && failure.isEmpty()) {
                failure = "expected " + octets + " but came " + come;
              }
            }
          }
        }
        next++;
      }
    }

    /// Empty when all lines were played, and nothing else came.
    String outcome() {
      if (!failure.isEmpty()) {
        return failure;
      }
      return next < lines.size() ? "stuck at " + lines.get(next) + ", have " + rest : "";
    }
  }

  /// What a dial came to.
  final class Result implements Dial.Outcome {
    final List<String> told = new ArrayList<>();
    final List<ByteStream> streams = new ArrayList<>();
    long toldAtNanos;
    private final StringBuilder received = new StringBuilder();

    @Override
    public void connected(ByteStream stream) {
      tell("connected");
      streams.add(stream);
      stream.onChange(() -> read(stream));
      read(stream);
    }

    private void read(ByteStream stream) {
      received.append(latin1(stream.receive(Integer.MAX_VALUE)));
    }

    String received() {
      return received.toString();
    }

    @Override
    public void failed(SocketError why) {
      tell(why.code().label() + ": " + why.sentence());
    }

    private void tell(String what) {
      told.add(what);
      toldAtNanos = now().nanos();
    }
  }

  SimTime now() {
    return lab.simulator.now();
  }

  static Octets hex(String text) {
    return Octets.wrap(HexFormat.of().parseHex(text.replace(" ", "")));
  }

  static Octets text(String text) {
    return Octets.wrap(text.getBytes(ISO_8859_1));
  }

  static String latin1(Octets octets) {
    return new String(octets.toByteArray(), ISO_8859_1);
  }

  /// Text as a line of a transcript has it.
  static String inHex(String text) {
    return text(text).toString();
  }
}
