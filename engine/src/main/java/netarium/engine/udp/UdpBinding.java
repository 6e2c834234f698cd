package netarium.engine.udp;

import netarium.engine.ip.NetworkInterface;
import netarium.engine.ip.SendOptions;
import netarium.engine.ip.SendResult;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A port that somebody holds, on one of the node's addresses, or on all when the address of its
/// `local` end is unspecified.
public final class UdpBinding {
  private boolean isOpen = true;
  private final UdpLayer layer;
  private final Endpoint local;
  private final UdpReceiver receiver;

  /// The next binding in the same bucket of the port table.
  @Nullable UdpBinding next;

  UdpBinding(UdpLayer layer, Endpoint local, UdpReceiver receiver) {
    this.layer = layer;
    this.local = local;
    this.receiver = receiver;
  }

  public Endpoint local() {
    return local;
  }

  public boolean isOpen() {
    return isOpen;
  }

  public SendResult send(Endpoint to, Octets payload) {
    return send(to, payload, SendOptions.DEFAULT);
  }

  public SendResult send(Endpoint to, Octets payload, SendOptions options) {
    return layer.send(this, to, payload, options);
  }

  /// Sends to nodes on one interface's link, even without an address of its own; see
  /// [netarium.engine.ip.Forwarding#sendOn].
  public SendResult sendOn(NetworkInterface out, Endpoint to, Octets payload, SendOptions options) {
    return layer.sendOn(this, out, to, payload, options);
  }

  /// Gives the port back. Closing twice does nothing.
  public void close() {
    if (isOpen) {
      isOpen = false;
      layer.release(this);
    }
  }

  UdpReceiver receiver() {
    return receiver;
  }
}
