package netarium.engine.trace;

/// The kinds of events, with their stable names in traces and their codes in the trace hash.
///
/// The code is a number of our own: a constant's hash differs from JVM to JVM, and its position
/// would change when one is inserted.
public enum EventKind {
  FRAME_SENT("frame-sent", 1),
  FRAME_DELIVERED("frame-delivered", 2),
  FRAME_DROPPED("frame-dropped", 3),
  FRAME_QUEUED("frame-queued", 4),
  ARP("arp", 5),
  ROUTE("route", 6),
  TCP_STATE("tcp-state", 7),
  TCP_VARIABLES("tcp-vars", 8),
  SOCKET("socket", 9),
  UNIX_SOCKET("unix-socket", 19),
  PROCESS_START("process-start", 10),
  PROCESS_END("process-end", 11),
  CONSOLE("console", 12),
  ERROR("error", 13),
  NOTICE("notice", 14),
  POOL("pool", 18),
  TIMER("timer", 15),
  STIMULUS("stimulus", 16),
  TCP_RETRANSMISSION("tcp-retransmission", 17),
  WEBSOCKET_HELD("websocket-held", 20),
  TLS_KEY("tls-key", 21),
  TLS_PLAINTEXT("tls-plaintext", 22),
  TLS_FAILED("tls-failed", 23),
  SCREEN("screen", 30);

  private final String label;
  private final int code;

  EventKind(String label, int code) {
    this.label = label;
    this.code = code;
  }

  public String label() {
    return label;
  }

  public int code() {
    return code;
  }
}
