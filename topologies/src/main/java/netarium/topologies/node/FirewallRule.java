package netarium.topologies.node;

import netarium.topologies.json.Extras;
import netarium.topologies.unit.IpNetwork;
import org.jspecify.annotations.Nullable;

/// What a router does with the datagrams it would forward. A missing condition matches everything.
///
/// @param in the interface they arrive on
/// @param out the interface they would leave by
/// @param port the destination port
public record FirewallRule(
    Action action,
    @Nullable Protocol protocol,
    @Nullable IpNetwork from,
    @Nullable IpNetwork to,
    @Nullable Integer port,
    @Nullable String in,
    @Nullable String out,
    @Nullable State state,
    Extras extras) {

  /// Let through, lose without a word, or refuse with an answer.
  public enum Action {
    ACCEPT("accept"),
    DROP("drop"),
    REJECT("reject");

    private final String key;

    Action(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  /// The protocol inside the datagram.
  public enum Protocol {
    TCP("tcp"),
    UDP("udp"),
    ICMP("icmp");

    private final String key;

    Protocol(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  /// Whether the datagram begins something or belongs to what was let through before.
  public enum State {
    NEW("new"),
    ESTABLISHED("established");

    private final String key;

    State(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }
}
