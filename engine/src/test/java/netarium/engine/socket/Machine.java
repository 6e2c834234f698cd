package netarium.engine.socket;

import java.nio.charset.StandardCharsets;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.sim.RandomStreams;
import netarium.engine.tcp.TcpLayer;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// A host of a [Lab] with TCP and sockets on it.
final class Machine {
  final Node node;
  final TcpLayer tcp;
  final SocketLayer sockets;

  Machine(Lab lab, Node node) {
    this(lab, node, TcpOptionsConfig.DEFAULT);
  }

  Machine(Lab lab, Node node, TcpOptionsConfig config) {
    this.node = node;
    tcp =
        new TcpLayer(
            node.ip,
            lab.simulator,
            lab.recorder,
            new RandomStreams(1).stream("node", "n" + node.ip.node(), "iss"),
            config);
    sockets = new SocketLayer(node.ip, tcp, node.udp);
  }

  TcpListener listen(int port) {
    return opened(sockets.listen(Ipv4Address.ANY, port, 1, 8));
  }

  TcpSocket connect(String address, int port) {
    return opened(sockets.connect(Lab.address(address), port, 1, TcpSocketOptions.STREAM));
  }

  static <T> T opened(SocketResult<T> result) {
    return switch (result) {
      case SocketResult.Opened<T>(T socket) -> socket;
      case SocketResult.Failed<T>(SocketError error) -> throw new AssertionError(error.sentence());
    };
  }

  static <T> SocketError failed(SocketResult<T> result) {
    return switch (result) {
      case SocketResult.Opened<T> _ -> throw new AssertionError("it opened");
      case SocketResult.Failed<T>(SocketError error) -> error;
    };
  }

  static Octets text(String text) {
    return Octets.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(Octets octets) {
    return new String(octets.toByteArray(), StandardCharsets.UTF_8);
  }
}
