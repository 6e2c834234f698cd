package netarium.engine.socket;

import java.util.ArrayDeque;
import java.util.Optional;
import netarium.engine.ip.IcmpErrors;
import netarium.engine.ip.NetworkInterface;
import netarium.engine.ip.SendResult;
import netarium.engine.trace.Endpoint;
import netarium.engine.udp.UdpBinding;
import netarium.engine.udp.UdpReceiver;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A program's UDP port with a queue of what has come.
public final class UdpSocket {
  /// What a queue holds before datagrams are dropped, counting 64 octets for each beside its data.
  static final int QUEUE_OCTETS = 256 * 1024;

  private static final int OVERHEAD_OCTETS = 64;

  /// A datagram as it came: from whom, to which of our addresses, and what.
  public record Received(Endpoint from, Endpoint to, Octets data) {}

  private final SocketLayer layer;
  private final int process;
  private final ArrayDeque<Received> queue = new ArrayDeque<>();
  private @Nullable UdpBinding binding;
  private int queuedOctets;
  private @Nullable SocketError error;
  private boolean isClosed;
  private Runnable onChange = () -> {};

  UdpSocket(SocketLayer layer, int process) {
    this.layer = layer;
    this.process = process;
  }

  void bound(UdpBinding given) {
    binding = given;
  }

  UdpReceiver receiver() {
    return new QueueReceiver();
  }

  public Endpoint local() {
    return binding().local();
  }

  public int process() {
    return process;
  }

  /// Sends a datagram; empty when it is on its way, which is not to say that it will arrive.
  public Optional<SocketError> send(Endpoint to, Octets data) {
    if (isClosed) {
      return Optional.of(new SocketError(SocketError.Code.CLOSED, "the socket is closed"));
    }
    SendResult result = binding().send(to, data);
    return switch (result) {
      case SendResult.Sent _ -> Optional.empty();
      case SendResult.NoRoute _ ->
          Optional.of(
              new SocketError(SocketError.Code.UNREACHABLE, "no route to host " + to.address()));
      case SendResult.TooBig tooBig ->
          Optional.of(
              new SocketError(
                  SocketError.Code.TOO_BIG,
                  "datagram too big: "
                      + data.length()
                      + " octets of data, "
                      + (tooBig.mtuOctets() - 28)
                      + " fit"));
      case SendResult.BadSource _ ->
          Optional.of(
              new SocketError(
                  SocketError.Code.NOT_AVAILABLE,
                  "cannot send to " + to.address() + " from " + local().address()));
    };
  }

  /// The oldest datagram that has not been taken.
  public Optional<Received> receive() {
    Received first = queue.pollFirst();
    if (first != null) {
      queuedOctets -= first.data().length() + OVERHEAD_OCTETS;
    }
    return Optional.ofNullable(first);
  }

  public boolean hasDatagram() {
    return !queue.isEmpty();
  }

  /// What ICMP last said about something this socket sent, once.
  public Optional<SocketError> takeError() {
    SocketError taken = error;
    error = null;
    return Optional.ofNullable(taken);
  }

  /// Called when a datagram or an error has come.
  public void onChange(Runnable callback) {
    onChange = callback;
  }

  public boolean isClosed() {
    return isClosed;
  }

  public void close() {
    if (!isClosed) {
      isClosed = true;
      queue.clear();
      onChange = () -> {};
      binding().close();
      layer.released(this);
    }
  }

  private UdpBinding binding() {
    UdpBinding bound = binding;
    if (bound == null) {
      throw new IllegalStateException("invariant broken: a UDP socket in use is bound");
    }
    return bound;
  }

  private final class QueueReceiver implements UdpReceiver {
    @Override
    public boolean receive(Endpoint from, Endpoint to, Octets payload, NetworkInterface arrivedOn) {
      int octets = payload.length() + OVERHEAD_OCTETS;
      if (queuedOctets + octets > QUEUE_OCTETS && !queue.isEmpty()) {
        return false;
      }
      queuedOctets += octets;
      queue.addLast(new Received(from, to, payload));
      onChange.run();
      return true;
    }

    @Override
    public void unreachable(Endpoint remote, IcmpMessage message) {
      boolean isRefusal =
          message.type() == IcmpMessage.DESTINATION_UNREACHABLE
              && message.code() == IcmpErrors.PORT_UNREACHABLE;
      error =
          isRefusal
              ? new SocketError(SocketError.Code.REFUSED, "nobody listens at " + remote)
              : new SocketError(SocketError.Code.UNREACHABLE, "cannot reach " + remote);
      onChange.run();
    }
  }
}
