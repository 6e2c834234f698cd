package netarium.engine.trace;

/// Why a frame went no further: the true reason, known to the engine, not guessed from outside.
public enum DropReason {
  LINK_DOWN("link-down", "the link is cut"),
  NO_LINK("no-link", "nothing is plugged into the port"),
  LOSS("loss", "lost on the link"),
  RULE("rule", "dropped by a rule of the link"),
  QUEUE_FULL("queue-full", "the queue of the link was full"),
  TOO_BIG("too-big", "larger than the MTU of the link"),
  NODE_DOWN("node-down", "the node is not running"),
  NOT_ADDRESSED_HERE("not-addressed-here", "meant for another MAC address"),
  MALFORMED("malformed", "octets that cannot be read"),
  BAD_CHECKSUM("bad-checksum", "the checksum does not match"),
  NOT_FORWARDING("not-forwarding", "meant for another address, and this node is no router"),
  NO_ROUTE("no-route", "no route to the destination"),
  TTL_EXPIRED("ttl-expired", "time to live used up"),
  MUST_NOT_FRAGMENT("must-not-fragment", "needs fragmenting, which its header forbids"),
  ARP_UNANSWERED("arp-unanswered", "nobody answered for the next hop's address"),
  ARP_QUEUE_FULL("arp-queue-full", "too many datagrams waited for the same address"),
  NO_LISTENER("no-listener", "no socket for this port"),
  NO_CONNECTION("no-connection", "of no connection, and it opens none"),
  UNKNOWN_PROTOCOL("unknown-protocol", "no layer for this protocol number"),
  BAD_SOURCE("bad-source", "a source address that cannot be"),
  REASSEMBLY_TIMEOUT("reassembly-timeout", "fragments were missing too long"),
  RECEIVE_QUEUE_FULL("receive-queue-full", "the socket's receive queue was full"),
  BACKLOG_FULL("backlog-full", "the listener's queue was full"),
  FILTERED("filtered", "dropped by a firewall"),
  STORM("storm", "would circle for ever");

  private final String label;
  private final String sentence;

  DropReason(String label, String sentence) {
    this.label = label;
    this.sentence = sentence;
  }

  /// The stable name in traces.
  public String label() {
    return label;
  }

  public String sentence() {
    return sentence;
  }

  /// Whether it is the link that dropped the frame, which is recorded at the sending port.
  public boolean isOfLink() {
    return switch (this) {
      case LINK_DOWN, NO_LINK, LOSS, RULE, QUEUE_FULL, TOO_BIG -> true;
      default -> false;
    };
  }
}
