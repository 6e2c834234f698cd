package netarium.app.canvas.scene;

/// The shapes in which frames are drawn, by what they carry.
public enum Glyph {
  ARP("ARP"),
  ICMP("ICMP"),
  UDP("UDP · DNS"),
  TCP("TCP"),
  HTTP("HTTP"),
  WEB_SOCKET("WebSocket"),
  TLS("TLS"),
  DROPPED("");

  private final String label;

  Glyph(String label) {
    this.label = label;
  }

  /// The name of the protocol; of a loss it is a matter of language.
  public String label() {
    return label;
  }
}
