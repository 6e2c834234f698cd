package netarium.engine.service.dns;

import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.codec.dns.DnsMessage;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsReader;
import netarium.engine.codec.dns.DnsWriter;
import netarium.engine.sim.Timer;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.TcpSocketOptions;
import netarium.engine.socket.UdpSocket;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;
import org.jspecify.annotations.Nullable;

/// One question to one server. What comes from elsewhere, has another id or answers something else
/// is passed over (RFC 5452 §9): the wait goes on as if it had never come.
final class ServerQuery {
  private static final int FIRST_PORT = 49_152;
  private static final int PORTS = 65_536 - FIRST_PORT;
  private static final int MOST_TRIES = 16;
  private static final int IDS = 65_536;
  private static final int LENGTH_OCTETS = 2;

  private final ServerPath path;
  private final DnsQuestion question;
  private final Consumer<DnsReply> reply;
  private final Timer timer;
  private final DnsMessage query;
  private @Nullable UdpSocket udp;
  private @Nullable TcpSocket tcp;
  private Octets received = Octets.EMPTY;
  private boolean isSent;
  private boolean isOver;

  ServerQuery(ServerPath path, DnsQuestion question, Consumer<DnsReply> reply) {
    this.path = path;
    this.question = question;
    this.reply = reply;
    this.timer = path.host().simulator().timer(() -> end(new DnsReply.Silent()));
    int id = path.host().random().nextInt(IDS);
    this.query = DnsMessage.query(id, question, path.wantsRecursion(), DnsSockets.UDP_OCTETS);
  }

  void start() {
    timer.armAfter(path.timeOut());
    Optional<Ipv4Address> from = path.host().sockets().sourceFor(path.server().address());
    if (from.isEmpty()) {
      end(new DnsReply.Unreachable("no route to host " + path.server().address()));
      return;
    }
    switch (bind(from.get())) {
      case SocketResult.Failed<UdpSocket>(SocketError error) ->
          end(new DnsReply.Unreachable(error.sentence()));
      case SocketResult.Opened<UdpSocket>(UdpSocket socket) -> {
        udp = socket;
        socket.onChange(() -> datagramCame(socket));
        Optional<SocketError> error = socket.send(path.server(), DnsWriter.write(query));
        error.ifPresent(each -> end(new DnsReply.Unreachable(each.sentence())));
      }
    }
  }

  /// A port that nobody can guess (RFC 5452 §9.2).
  private SocketResult<UdpSocket> bind(Ipv4Address from) {
    DnsSockets host = path.host();
    for (int i = 0; i < MOST_TRIES; i++) {
      int port = FIRST_PORT + host.random().nextInt(PORTS);
      SocketResult<UdpSocket> result = host.sockets().bindUdp(from, port, host.process());
      boolean isTaken =
          result instanceof SocketResult.Failed<UdpSocket>(SocketError error)
              && error.code() == SocketError.Code.IN_USE;
      if (!isTaken) {
        return result;
      }
    }
    return host.sockets().bindUdp(from, 0, host.process());
  }

  void cancel() {
    over();
  }

  private void datagramCame(UdpSocket socket) {
    Optional<SocketError> error = socket.takeError();
    if (error.isPresent() && !isOver) {
      end(new DnsReply.Unreachable(error.get().sentence()));
    }
    while (!isOver) {
      Optional<UdpSocket.Received> datagram = socket.receive();
      if (datagram.isEmpty()) {
        return;
      }
      if (datagram.get().from().equals(path.server())) {
        answer(datagram.get().data()).ifPresent(this::answeredByUdp);
      }
    }
  }

  /// The response to our query that these octets are, if they are.
  private Optional<DnsMessage> answer(Octets octets) {
    if (!(DnsReader.read(octets) instanceof Parsed.Ok<DnsMessage>(DnsMessage message))
        || !message.isResponse()
        || message.id() != query.id()) {
      return Optional.empty();
    }
    boolean isOurs =
        message.questions().isEmpty()
            ? message.responseCode() != 0
            : message.questions().size() == 1 && message.questions().getFirst().isSame(question);
    return isOurs ? Optional.of(message) : Optional.empty();
  }

  private void answeredByUdp(DnsMessage message) {
    if (!message.isTruncated()) {
      end(new DnsReply.Came(message));
      return;
    }
    closeUdp();
    DnsSockets host = path.host();
    SocketResult<TcpSocket> opened =
        host.sockets()
            .connect(
                path.server().address(),
                path.server().port(),
                host.process(),
                TcpSocketOptions.STREAM);
    switch (opened) {
      case SocketResult.Failed<TcpSocket>(SocketError error) ->
          end(new DnsReply.Unreachable(error.sentence()));
      case SocketResult.Opened<TcpSocket>(TcpSocket socket) -> {
        tcp = socket;
        timer.armAfter(path.timeOut());
        socket.onChange(() -> streamChanged(socket));
        streamChanged(socket);
      }
    }
  }

  private void streamChanged(TcpSocket socket) {
    if (isOver || socket.isConnecting()) {
      return;
    }
    Optional<SocketError> error = socket.error();
    if (error.isPresent()) {
      end(new DnsReply.Unreachable(error.get().sentence()));
      return;
    }
    if (!isSent) {
      isSent = true;
      socket.offer(TcpService.framed(DnsWriter.write(query)));
    }
    received = received.plus(socket.receive(Integer.MAX_VALUE));
    if (received.length() >= LENGTH_OCTETS) {
      int end = LENGTH_OCTETS + received.uint16(0);
      if (received.length() >= end) {
        DnsReply came =
            answer(received.slice(LENGTH_OCTETS, end))
                .<DnsReply>map(DnsReply.Came::new)
                .orElseGet(() -> new DnsReply.Unreachable("no answer to our question by TCP"));
        end(came);
        return;
      }
    }
    if (socket.isAtEnd()) {
      end(new DnsReply.Unreachable("the server has closed the connection"));
    }
  }

  private void end(DnsReply result) {
    if (!isOver) {
      over();
      reply.accept(result);
    }
  }

  private void over() {
    isOver = true;
    timer.cancel();
    closeUdp();
    TcpSocket stream = tcp;
    if (stream != null) {
      tcp = null;
      stream.onChange(() -> {});
      stream.close();
    }
  }

  private void closeUdp() {
    UdpSocket socket = udp;
    if (socket != null) {
      udp = null;
      socket.close();
    }
  }
}
