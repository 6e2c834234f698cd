package netarium.engine.trace;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import netarium.engine.screen.ScreenFrame;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent.ArpChanged;
import netarium.engine.trace.SimEvent.ConsoleWritten;
import netarium.engine.trace.SimEvent.ErrorRaised;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameQueued;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.trace.SimEvent.Notice;
import netarium.engine.trace.SimEvent.PoolChanged;
import netarium.engine.trace.SimEvent.ProcessEnded;
import netarium.engine.trace.SimEvent.ProcessStarted;
import netarium.engine.trace.SimEvent.RouteChanged;
import netarium.engine.trace.SimEvent.ScreenDrawn;
import netarium.engine.trace.SimEvent.SocketUsed;
import netarium.engine.trace.SimEvent.StimulusApplied;
import netarium.engine.trace.SimEvent.TcpRetransmission;
import netarium.engine.trace.SimEvent.TcpStateChanged;
import netarium.engine.trace.SimEvent.TcpVariables;
import netarium.engine.trace.SimEvent.TimerExpired;
import netarium.engine.trace.SimEvent.TlsFailed;
import netarium.engine.trace.SimEvent.TlsKeyLogged;
import netarium.engine.trace.SimEvent.TlsPlaintext;
import netarium.engine.trace.SimEvent.UnixSocketUsed;
import netarium.engine.trace.SimEvent.WebSocketHeld;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Octets;

/// The trace as text: one JSON object a line, with the members that `docs/trace-format.md` lists
/// and in that order. Node indices become the ids of the topology.
///
/// Lines must be asked for in the order of the events: a frame's arrival is told from whom it came
/// by remembering what is under way.
public final class TraceFormat {
  private final List<String> nodeIds;
  private final boolean withOctets;
  private final Flights<FrameSent> flights = new Flights<>(sent -> sent.arrives().nanos());

  /// `nodeIds`: the ids of the topology's nodes, by index. `withOctets`: every frame as hexadecimal
  /// text, too.
  public TraceFormat(List<String> nodeIds, boolean withOctets) {
    this.nodeIds = List.copyOf(nodeIds);
    this.withOctets = withOctets;
  }

  /// The event's line, its end included.
  public String line(SimEvent event) {
    JsonLine line =
        new JsonLine()
            .number("n", event.ordinal())
            .number("t", event.at().nanos())
            .string("node", node(event.node()))
            .string("event", event.kind().label())
            .number("cause", event.cause());
    switch (event) {
      case FrameSent sent -> sent(line, sent);
      case FrameQueued queued -> queued(line, queued);
      case FrameDelivered delivered -> delivered(line, delivered);
      case FrameDropped dropped -> dropped(line, dropped);
      case ArpChanged arp -> arp(line, arp);
      case RouteChanged route ->
          line.string("to", route.to().toString())
              .string("via", route.via())
              .string("interface", route.interfaceName())
              .string("change", route.change());
      case TcpStateChanged state ->
          line.number("connection", state.connection())
              .string("local", state.local().toString())
              .string("remote", state.remote().toString())
              .string("from", state.from())
              .string("to", state.to());
      case TcpVariables variables -> variables(line, variables);
      case TcpRetransmission again -> retransmission(line, again);
      case SocketUsed socket -> socket(line, socket);
      case UnixSocketUsed socket -> socket(line, socket);
      case PoolChanged pool -> pool(line, pool);
      case ProcessStarted started ->
          line.number("process", started.process())
              .string("program", started.program())
              .strings("arguments", started.arguments());
      case ProcessEnded ended -> ended(line, ended);
      case ConsoleWritten console ->
          text(
              line.number("process", console.process())
                  .string("stream", console.isError() ? "stderr" : "stdout"),
              console.text());
      case ErrorRaised error -> text(line.number("process", error.process()), error.text());
      case Notice notice -> line.number("process", notice.process()).string("text", notice.text());
      case ScreenDrawn drawn -> screen(line.number("process", drawn.process()), drawn.frame());
      case TimerExpired timer -> line.string("timer", timer.timer()).string("about", timer.about());
      case StimulusApplied stimulus -> line.string("action", stimulus.action());
      case TlsKeyLogged key -> tls(line, key.local(), key.remote(), "line", key.line());
      case TlsPlaintext plain -> plaintext(line, plain);
      case TlsFailed failed -> tls(line, failed.local(), failed.remote(), "text", failed.text());
      case WebSocketHeld held -> held(line, held);
    }
    return line.end();
  }

  private static void ended(JsonLine line, ProcessEnded ended) {
    line.number("process", ended.process())
        .string("how", ended.how())
        .number("exitCode", ended.exitCode());
  }

  private static void tls(
      JsonLine line, Endpoint local, Endpoint remote, String name, String text) {
    line.string("local", local.toString()).string("remote", remote.toString()).string(name, text);
  }

  private static void plaintext(JsonLine line, TlsPlaintext plain) {
    line.string("local", plain.local().toString())
        .string("remote", plain.remote().toString())
        .string("direction", plain.isSent() ? "sent" : "received")
        .number("length", plain.octets().length())
        .string("octets", plain.octets().toString());
  }

  private static void held(JsonLine line, WebSocketHeld held) {
    line.string("local", held.local().toString())
        .string("remote", held.remote().toString())
        .string("change", held.change())
        .number("frame", held.frame())
        .string("opcode", held.opcode())
        .string("payload", held.payload().toString());
  }

  private static void arp(JsonLine line, ArpChanged arp) {
    line.string("interface", arp.interfaceName())
        .string("address", arp.address().toString())
        .string("mac", arp.mac())
        .string("state", arp.state());
  }

  private static void socket(JsonLine line, SocketUsed socket) {
    line.number("process", socket.process())
        .string("operation", socket.operation())
        .string("local", socket.local().toString())
        .string("remote", socket.remote())
        .number("length", socket.octets())
        .string("place", socket.place());
  }

  private static void socket(JsonLine line, UnixSocketUsed socket) {
    line.number("process", socket.process())
        .string("operation", socket.operation())
        .string("path", socket.path())
        .number("connection", socket.connection())
        .number("length", socket.octets())
        .string("place", socket.place());
  }

  private static void screen(JsonLine line, ScreenFrame frame) {
    line.string("title", frame.title())
        .number("width", frame.width())
        .number("height", frame.height())
        .number("shapes", frame.shapes().size())
        .string("digest", HexFormat.of().toHexDigits(frame.digest()));
  }

  private static void retransmission(JsonLine line, TcpRetransmission again) {
    line.number("connection", again.connection())
        .string("why", again.why())
        .number("seq", Integer.toUnsignedLong(again.seq().bits()))
        .number("length", again.octets())
        .number("count", again.count());
  }

  private void sent(JsonLine line, FrameSent sent) {
    flights.put(sent.ordinal(), sent, sent.at());
    line.string("link", sent.link())
        .string("from", port(sent.from()))
        .string("to", port(sent.to()));
    frame(line, sent.frame());
    line.number("departs", sent.departs().nanos()).number("arrives", sent.arrives().nanos());
    octets(line, sent.frame());
  }

  private void queued(JsonLine line, FrameQueued queued) {
    line.string("link", queued.link())
        .string("from", port(queued.from()))
        .string("to", Optional.empty());
    frame(line, queued.frame());
    line.number("waiting", queued.waiting());
    octets(line, queued.frame());
  }

  private void delivered(JsonLine line, FrameDelivered delivered) {
    Optional<FrameSent> flight = flight(delivered.cause(), delivered.at());
    // What the node drops of it at once names the delivery as its cause.
    flight.ifPresent(sent -> flights.put(delivered.ordinal(), sent, delivered.at()));
    line.string("link", delivered.link())
        .string("from", flight.map(sent -> port(sent.from())))
        .string("to", port(delivered.port()));
    frame(line, delivered.frame());
    octets(line, delivered.frame());
  }

  private void dropped(JsonLine line, FrameDropped dropped) {
    boolean isOfLink = dropped.reason().isOfLink();
    Optional<FrameSent> flight =
        flight(dropped.cause(), dropped.at())
            .filter(sent -> dropped.port().equals(isOfLink ? sent.from() : sent.to()));
    Optional<String> from = flight.map(sent -> port(sent.from()));
    if (from.isEmpty() && isOfLink) {
      from = Optional.of(port(dropped.port()));
    }
    line.string("link", dropped.link())
        .string("from", from)
        .string("to", flight.map(sent -> port(sent.to())));
    frame(line, dropped.frame());
    line.string("port", port(dropped.port()))
        .string("reason", dropped.reason().label())
        .string("detail", dropped.detail());
    octets(line, dropped.frame());
  }

  private static void variables(JsonLine line, TcpVariables variables) {
    line.number("connection", variables.connection())
        .string("why", variables.why())
        .number("sndUna", Integer.toUnsignedLong(variables.sndUna().bits()))
        .number("sndNxt", Integer.toUnsignedLong(variables.sndNxt().bits()))
        .number("sndWnd", variables.sndWnd())
        .number("rcvNxt", Integer.toUnsignedLong(variables.rcvNxt().bits()))
        .number("cwnd", variables.cwnd())
        .number("ssthresh", variables.ssthresh())
        .number("srtt", variables.srtt().nanos())
        .number("rto", variables.rto().nanos());
  }

  private static void pool(JsonLine line, PoolChanged pool) {
    line.number("process", pool.process())
        .number("port", pool.port())
        .number("worker", pool.worker())
        .string("change", pool.change())
        .number("request", pool.request())
        .string("remote", pool.remote())
        .string("line", pool.line())
        .number("status", pool.status())
        .number("queued", pool.queued())
        .number("underWay", pool.underWay());
  }

  private static void frame(JsonLine line, EthernetFrame frame) {
    FrameSummary summary = FrameSummary.of(frame);
    line.string("protocol", summary.protocol())
        .string("summary", summary.text())
        .number("length", frame.lengthOctets());
  }

  private void octets(JsonLine line, EthernetFrame frame) {
    if (withOctets) {
      line.string("octets", frame.octets().toString());
    }
  }

  /// What a program wrote are octets. Those that are no UTF-8 show as U+FFFD, and then the octets
  /// stand beside the text.
  private static void text(JsonLine line, Octets written) {
    byte[] octets = written.toByteArray();
    String text = new String(octets, StandardCharsets.UTF_8);
    line.string("text", text);
    if (!Octets.wrap(text.getBytes(StandardCharsets.UTF_8)).equals(written)) {
      line.string("octets", written.toString());
    }
  }

  private Optional<FrameSent> flight(long cause, SimTime now) {
    return Optional.ofNullable(flights.find(cause, now));
  }

  private Optional<String> node(int index) {
    return index < 0 ? Optional.empty() : Optional.of(nodeIds.get(index));
  }

  private String port(PortId port) {
    return nodeIds.get(port.node()) + ":" + port.interfaceName();
  }
}
