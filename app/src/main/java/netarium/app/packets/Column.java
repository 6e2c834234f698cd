package netarium.app.packets;

import java.util.Optional;
import netarium.app.text.TimeText;

/// The columns of the list, from the left; each knows how a cell of it is written as a filter.
enum Column {
  NUMBER("number", 58, 90),
  TIME("time", 92, 150),
  SOURCE("source", 136, 180),
  DESTINATION("destination", 136, 180),
  PROTOCOL("protocol", 108, 130),
  LENGTH("length", 62, 90),
  INFO("info", 240, Double.MAX_VALUE),
  WHERE("where", 184, 320);

  private final String key;
  private final double width;
  private final double maxWidth;

  Column(String key, double width, double maxWidth) {
    this.key = key;
    this.width = width;
    this.maxWidth = maxWidth;
  }

  String key() {
    return key;
  }

  double width() {
    return width;
  }

  double minWidth() {
    return switch (this) {
      case SOURCE, DESTINATION -> 104;
      case INFO -> 120;
      case WHERE -> 160;
      default -> width;
    };
  }

  double maxWidth() {
    return maxWidth;
  }

  /// What a cell says.
  String text(PacketRow row) {
    return switch (this) {
      case NUMBER -> Integer.toString(row.number());
      case TIME -> TimeText.micros(row.nanos());
      case SOURCE -> row.source();
      case DESTINATION -> row.destination();
      case PROTOCOL -> row.protocol();
      case LENGTH -> Integer.toString(row.length());
      case INFO -> row.info();
      case WHERE -> "";
    };
  }

  /// The filter that rows with the same cell match, if there is one.
  Optional<String> filter(PacketsModel model, int index) {
    PacketRow row = model.row(index);
    boolean isIp = row.source().indexOf('.') >= 0;
    return switch (this) {
      case NUMBER, INFO -> conversation(model, index);
      case TIME -> Optional.of("frame.time_relative >= " + seconds(row.nanos()));
      case SOURCE -> Optional.of((isIp ? "ip.src == " : "eth.src == ") + row.source());
      case DESTINATION ->
          Optional.of(
              isIp
                  ? "ip.dst == " + row.destination()
                  : "eth.dst == " + destinationMac(model, index));
      case PROTOCOL -> protocol(row.protocol());
      case LENGTH -> Optional.of("frame.len == " + row.length());
      case WHERE -> Optional.of("link == \"" + link(model, index) + "\"");
    };
  }

  private static String destinationMac(PacketsModel model, int index) {
    return model.frames().sent(model.tableRow(index)).frame().destination().toString();
  }

  private static String link(PacketsModel model, int index) {
    return model.frames().sent(model.tableRow(index)).link();
  }

  private static String seconds(long nanos) {
    return java.math.BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }

  private static Optional<String> protocol(String protocol) {
    return switch (protocol) {
      case "ARP" -> Optional.of("arp");
      case "ICMP" -> Optional.of("icmp");
      case "UDP" -> Optional.of("udp");
      case "TCP" -> Optional.of("tcp");
      case "HTTP" -> Optional.of("http");
      case "WebSocket" -> Optional.of("websocket");
      case "SOCKS" -> Optional.of("socks");
      case "HLHV" -> Optional.of("hlhv");
      case "DNS" -> Optional.of("dns");
      case "IPv4" -> Optional.of("ip");
      default -> protocol.startsWith("TLS") ? Optional.of("tls") : Optional.empty();
    };
  }

  /// The TCP connection that a row belongs to.
  static Optional<String> conversation(PacketsModel model, int index) {
    int stream = model.frames().place(model.tableRow(index)).stream();
    return stream < 0 ? Optional.empty() : Optional.of("tcp.stream == " + stream);
  }

  /// Two filters as one; `sign` is `&&` or `||`.
  static String joined(String old, String sign, String more) {
    if (old.isBlank()) {
      return more;
    }
    boolean isMixed = sign.equals("&&") && (old.contains("||") || old.contains(" or "));
    return (isMixed ? "(" + old.strip() + ")" : old.strip()) + " " + sign + " " + more;
  }
}
