package netarium.engine.ip;

/// What became of a datagram that was given to IP. [Sent] means that it is on its way or waits for
/// an address to be resolved, not that it will arrive.
public sealed interface SendResult {
  record Sent() implements SendResult {}

  /// No route leads to the destination.
  record NoRoute() implements SendResult {}

  /// Larger than fits: the header forbids fragmenting, or no datagram can be that large.
  record TooBig(int mtuOctets) implements SendResult {}

  /// The source address is not this node's, or a loopback address on its way out.
  record BadSource() implements SendResult {}

  default boolean isSent() {
    return this instanceof Sent;
  }
}
