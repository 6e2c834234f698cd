package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.engine.codec.tls.KeyLogLine;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.trace.SimEvent.TlsFailed;
import netarium.engine.trace.SimEvent.TlsKeyLogged;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Octets;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// Tells the TCP connections of a run apart, by their segments in the order of sending, and reads
/// what they say: HTTP exchanges, WebSocket conversations.
///
/// Of a frame only the number of its stream need be kept; all else is asked of the stream.
public final class Conversations {
  /// Of a frame that belongs to no TCP stream.
  public static final int NONE = -1;

  private final HlhvChannel.Hives hives = new HlhvChannel.Hives();
  private final Map<Ends, TcpStream> open = new LinkedHashMap<>();
  private final List<TcpStream> streams = new ArrayList<>();
  private final Map<String, Octets> secrets = new LinkedHashMap<>();
  private final List<HttpExchange> exchanges = new ArrayList<>();
  private final DnsLookups lookups = new DnsLookups();
  private final List<WebSocketConversation> webSockets = new ArrayList<>();

  /// Addresses with their ports, the smaller first: the same for both directions.
  private record Ends(long low, long high) {
    static Ends of(Endpoint one, Endpoint other) {
      long first = end(one.address().bits(), one.port());
      long second = end(other.address().bits(), other.port());
      return new Ends(Math.min(first, second), Math.max(first, second));
    }

    static Ends of(Ipv4Datagram datagram, TcpSegment segment) {
      long source = end(datagram.source().bits(), segment.sourcePort());
      long destination = end(datagram.destination().bits(), segment.destinationPort());
      return new Ends(Math.min(source, destination), Math.max(source, destination));
    }

    private static long end(int address, int port) {
      return Integer.toUnsignedLong(address) << 16 | port;
    }
  }

  /// Reads what an event tells about conversations, if it does.
  public void accept(SimEvent event) {
    switch (event) {
      case FrameSent sent -> add(sent);
      case FrameDelivered delivered -> delivered(delivered);
      case TlsFailed failed -> failed(failed);
      case TlsKeyLogged key -> KeyLogLine.parse(key.line()).ifPresent(this::add);
      default -> {}
    }
  }

  /// The number of the stream that a frame sent belongs to, or [#NONE].
  public int add(FrameSent event) {
    lookups.sent(event);
    return add(event.frame(), event.node(), event.at().nanos(), event.ordinal());
  }

  /// As [#add(FrameSent)], of a frame of which nothing else is known.
  public int add(EthernetFrame frame) {
    return add(frame, NONE, 0, NONE);
  }

  private int add(EthernetFrame frame, int node, long nanos, long ordinal) {
    if (!(frame.payload() instanceof Ipv4Datagram datagram)
        || !(datagram.payload() instanceof TcpSegment segment)) {
      return NONE;
    }
    Ends ends = Ends.of(datagram, segment);
    TcpStream stream = open.get(ends);
    int source = datagram.source().bits();
    if (stream == null || stream.isNewSyn(stream.side(source, segment.sourcePort()), segment)) {
      stream = new TcpStream(streams.size(), datagram, segment, this);
      streams.add(stream);
      open.put(ends, stream);
    }
    stream.sent(stream.side(source, segment.sourcePort()), node, segment, nanos, ordinal);
    return stream.index();
  }

  private void delivered(FrameDelivered event) {
    lookups.delivered(event);
    if (event.frame().payload() instanceof Ipv4Datagram datagram
        && datagram.payload() instanceof TcpSegment segment) {
      TcpStream stream = open.get(Ends.of(datagram, segment));
      if (stream != null) {
        int side = stream.side(datagram.source().bits(), segment.sourcePort());
        stream.delivered(side, event.node(), segment, event.at().nanos());
      }
    }
  }

  /// One end of a connection gives TLS up.
  private void failed(TlsFailed event) {
    TcpStream stream = open.get(Ends.of(event.local(), event.remote()));
    if (stream != null) {
      Endpoint local = event.local();
      int side = stream.side(local.address().bits(), local.port());
      stream.channel().innermost().fails(side, event, this);
    }
  }

  /// A secret becomes known, as it does before the frames that it opens.
  void add(KeyLogLine line) {
    secrets.put(line.label() + " " + line.clientRandom(), line.secret());
  }

  /// A secret of the connection whose client greeted with this random number, if it is known.
  @Nullable Octets secret(String label, Octets clientRandom) {
    return secrets.get(label + " " + clientRandom);
  }

  void add(HttpExchange exchange) {
    exchanges.add(exchange);
  }

  void add(WebSocketConversation conversation) {
    webSockets.add(conversation);
  }

  DnsLookups lookups() {
    return lookups;
  }

  /// All questions for names, in the order in which they were asked.
  public List<DnsLookup> dnsLookups() {
    return lookups.all();
  }

  HlhvChannel.Hives hives() {
    return hives;
  }

  int exchangeCount() {
    return exchanges.size();
  }

  int webSocketCount() {
    return webSockets.size();
  }

  /// All HTTP exchanges, in the order in which their requests were sent. More may follow later.
  public List<HttpExchange> exchanges() {
    return Collections.unmodifiableList(exchanges);
  }

  /// All WebSocket conversations, in the order in which they were opened.
  public List<WebSocketConversation> webSockets() {
    return Collections.unmodifiableList(webSockets);
  }

  /// All TCP connections, in the order in which they began.
  public List<TcpStream> streams() {
    return Collections.unmodifiableList(streams);
  }

  public int size() {
    return streams.size();
  }

  public @Nullable TcpStream stream(int index) {
    return index < 0 || index >= streams.size() ? null : streams.get(index);
  }

  /// What the stream with this number adds to one of its frames.
  public FramePlace place(int index, EthernetFrame frame) {
    TcpStream stream = stream(index);
    if (stream == null
        || !(frame.payload() instanceof Ipv4Datagram datagram)
        || !(datagram.payload() instanceof TcpSegment segment)) {
      return FramePlace.ALONE;
    }
    return stream.place(stream.side(datagram.source().bits(), segment.sourcePort()));
  }
}
