package netarium.engine.service.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.dns.DnsMessage;
import netarium.engine.codec.dns.DnsReader;
import netarium.engine.codec.dns.DnsWriter;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketLayer;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.UdpSocket;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;

/// Queries by UDP: an answer that is longer than the asker takes is cut and says so (RFC 1035
/// §4.2.1, RFC 6891 §6.2.5). A socket per address of the machine, so that answers come from the
/// address that was asked.
public final class UdpService {
  private final DnsServer server;
  private final List<UdpSocket> sockets = new ArrayList<>();

  public UdpService(DnsServer server) {
    this.server = server;
  }

  /// Opens the port on all addresses; answers why it cannot.
  public Optional<SocketError> open(SocketLayer layer, int port, int process) {
    for (Ipv4Address each : layer.ownAddresses()) {
      switch (layer.bindUdp(each, port, process)) {
        case SocketResult.Failed<UdpSocket>(SocketError error) -> {
          close();
          return Optional.of(error);
        }
        case SocketResult.Opened<UdpSocket>(UdpSocket socket) -> {
          sockets.add(socket);
          socket.onChange(() -> changed(socket));
        }
      }
    }
    return Optional.empty();
  }

  public void close() {
    sockets.forEach(UdpSocket::close);
    sockets.clear();
  }

  private void changed(UdpSocket socket) {
    socket.takeError();
    for (Optional<UdpSocket.Received> next = socket.receive();
        next.isPresent();
        next = socket.receive()) {
      Endpoint client = next.get().from();
      Octets query = next.get().data();
      server.take(query, client, answer -> send(socket, client, query, answer));
    }
  }

  /// What goes wrong with it, as a route that is gone, is the asker's to notice.
  private static void send(UdpSocket socket, Endpoint to, Octets query, DnsMessage answer) {
    int takes =
        DnsReader.read(query) instanceof Parsed.Ok<DnsMessage>(DnsMessage asked)
            ? asked.udpOctets()
            : DnsMessage.PLAIN_UDP_OCTETS;
    if (!socket.isClosed()) {
      socket.send(to, DnsWriter.write(answer, Math.min(takes, DnsSockets.UDP_OCTETS)));
    }
  }
}
