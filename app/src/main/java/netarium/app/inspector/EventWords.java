package netarium.app.inspector;

import java.util.Locale;
import netarium.app.packets.FrameTable;
import netarium.engine.analysis.FrameInfo;
import netarium.engine.analysis.FramePlace;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EthernetFrame;

/// An event in one line, as a step of what led to something.
final class EventWords {
  private final Words words;

  EventWords(Words words) {
    this.words = words;
  }

  String line(SimEvent event, FrameTable table) {
    String node = table.nodeName(event.node());
    return switch (event) {
      case FrameSent e -> sent(e, table, node);
      case SimEvent.FrameQueued e -> words.text("event.frame-queued", node, e.waiting());
      case SimEvent.FrameDelivered _ -> words.text("event.frame-delivered", node);
      case SimEvent.FrameDropped e ->
          words.text("event.frame-dropped", node, words.dropReason(e.reason().label()));
      case SimEvent.ArpChanged e ->
          words.text("event.arp", node, e.state(), e.address().toString());
      case SimEvent.RouteChanged e ->
          words.text("event.route", node, e.to().toString(), e.change());
      case SimEvent.TcpStateChanged e -> words.text("event.tcp-state", node, e.from(), e.to());
      case SimEvent.TcpRetransmission e ->
          words.text("event.tcp-retransmission", node, e.why(), e.octets());
      case SimEvent.TcpVariables e -> words.text("event.tcp-vars", node, e.why(), e.cwnd());
      case SimEvent.SocketUsed e ->
          words.text("event.socket", node, e.operation(), file(e.place()));
      case SimEvent.UnixSocketUsed e ->
          words.text("event.unix-socket", node, e.operation(), e.path(), file(e.place()));
      case SimEvent.ProcessStarted e -> words.text("event.process-start", node, e.program());
      case SimEvent.ProcessEnded e -> words.text("event.process-end", node, e.process(), e.how());
      case SimEvent.ConsoleWritten e ->
          words.text("event.console", node, firstLine(EventFacts.text(e.text())));
      case SimEvent.ErrorRaised e ->
          words.text("event.error", node, firstLine(EventFacts.text(e.text())));
      case SimEvent.Notice e -> words.text("event.notice", node, e.text());
      case SimEvent.ScreenDrawn e -> words.text("event.screen", node, e.frame().shapes().size());
      case SimEvent.WebSocketHeld e ->
          words.text("event.websocket-held", node, e.change(), e.frame(), e.opcode());
      case SimEvent.TlsKeyLogged e ->
          words.text("event.tls-key", node, e.remote().toString(), firstWord(e.line()));
      case SimEvent.TlsPlaintext e when e.isSent() ->
          words.text("event.tls-plaintext", node, e.octets().length(), e.remote().toString());
      case SimEvent.TlsPlaintext e ->
          words.text(
              "event.tls-plaintext.received", node, e.octets().length(), e.remote().toString());
      case SimEvent.TlsFailed e ->
          words.text("event.tls-failed", node, e.remote().toString(), e.text());
      case SimEvent.TimerExpired e -> words.text("event.timer", node, e.timer(), e.about());
      case SimEvent.StimulusApplied e -> words.text("event.stimulus", e.action());
      case SimEvent.PoolChanged e when e.request() > 0 ->
          words.text("event.pool-request", node, e.worker(), e.change(), e.line());
      case SimEvent.PoolChanged e when e.worker() >= 0 ->
          words.text("event.pool-worker", node, e.worker(), e.change());
      case SimEvent.PoolChanged e -> words.text("event.pool", node, e.port(), e.change());
    };
  }

  private String sent(FrameSent event, FrameTable table, String node) {
    int row = table.rowOf(event.ordinal());
    boolean isPassed = row != FrameTable.NONE && table.depth(row) > 0;
    return isPassed
        ? words.text("event.frame-passed", node, event.link())
        : words.text("event.frame-sent", node, info(event.frame(), event.ordinal(), table));
  }

  private static String info(EthernetFrame frame, long sentOrdinal, FrameTable table) {
    int row = table.rowOf(sentOrdinal);
    FramePlace place = row == FrameTable.NONE ? FramePlace.ALONE : table.place(row);
    return FrameInfo.of(frame, place).text();
  }

  private static String firstWord(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? text : text.substring(0, end);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end) + " …";
  }

  /// A place without its folder: `client.lua:19`.
  static String file(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  String kind(SimEvent event) {
    return words.text("kind." + event.kind().label().toLowerCase(Locale.ROOT));
  }
}
