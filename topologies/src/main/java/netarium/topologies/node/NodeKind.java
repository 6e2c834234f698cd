package netarium.topologies.node;

/// The kinds of machines, as files write them.
public enum NodeKind {
  VM("vm", true),
  SWITCH("switch", false),
  HUB("hub", false),
  ROUTER("router", true),
  TUNNEL("tunnel", false);

  private final String key;
  private final boolean listsInterfaces;

  NodeKind(String key, boolean listsInterfaces) {
    this.key = key;
    this.listsInterfaces = listsInterfaces;
  }

  public String key() {
    return key;
  }

  /// Whether a link may only name an interface that the node lists.
  public boolean mustListInterfaces() {
    return listsInterfaces;
  }
}
