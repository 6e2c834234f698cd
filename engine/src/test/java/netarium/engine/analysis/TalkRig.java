package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.trace.Stamp;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpSegment;

/// A connection written by hand: node 0 is the client, node 2 the server, node 1 a switch between
/// them. Each event comes 1 ms after the one before; a link takes 1 ms.
public final class TalkRig {
  public static final Ipv4Address CLIENT = new Ipv4Address(0x0a000103);
  public static final Ipv4Address SERVER = new Ipv4Address(0x0a000102);
  private static final long MILLI = 1_000_000;

  private final Conversations conversations = new Conversations();
  private final List<EthernetFrame> frames = new ArrayList<>();
  private final int[] next = {1000, 5000};
  private final int serverPort;
  private long now;
  private long ordinal;

  public TalkRig() {
    this(8080);
  }

  TalkRig(int serverPort) {
    this.serverPort = serverPort;
  }

  public Conversations conversations() {
    return conversations;
  }

  /// The segments that were first sent, in order.
  public List<EthernetFrame> frames() {
    return frames;
  }

  long millis() {
    return now / MILLI;
  }

  /// Three segments.
  public TalkRig open() {
    deliver(0, send(0, TcpFlags.SYN, Octets.EMPTY));
    deliver(1, send(1, TcpFlags.SYN_ACK, Octets.EMPTY));
    deliver(0, send(0, TcpFlags.ACK, Octets.EMPTY));
    return this;
  }

  public TalkRig client(String text) {
    return says(0, Octets.wrap(text.getBytes(ISO_8859_1)));
  }

  public TalkRig server(String text) {
    return says(1, Octets.wrap(text.getBytes(ISO_8859_1)));
  }

  TalkRig says(int side, Octets text) {
    deliver(side, send(side, TcpFlags.PSH_ACK, text));
    return this;
  }

  /// In segments of so many octets.
  TalkRig says(int side, Octets text, int octets) {
    for (int at = 0; at < text.length(); at += octets) {
      says(side, text.slice(at, Math.min(text.length(), at + octets)));
    }
    return this;
  }

  TalkRig fin(int side) {
    deliver(side, send(side, TcpFlags.FIN_ACK, Octets.EMPTY));
    return this;
  }

  TalkRig reset(int side) {
    deliver(side, send(side, TcpFlags.RST, Octets.EMPTY));
    return this;
  }

  /// Sends a segment that may be lost: it is not delivered unless that is asked for.
  EthernetFrame send(int side, TcpFlags flags, Octets text) {
    EthernetFrame frame = frame(side, next[side], flags, text);
    next[side] += text.length() + (flags.syn() || flags.fin() ? 1 : 0);
    frames.add(frame);
    sent(side == 0 ? 0 : 2, frame);
    return frame;
  }

  private EthernetFrame frame(int side, int seq, TcpFlags flags, Octets text) {
    TcpSegment segment =
        new TcpSegment(
            side == 0 ? 49152 : serverPort,
            side == 0 ? serverPort : 49152,
            new SeqNum(seq),
            new SeqNum(flags.ack() ? next[1 - side] : 0),
            flags,
            65535,
            0,
            List.of(),
            text);
    return new EthernetFrame(
        MacAddress.BROADCAST,
        MacAddress.ZERO,
        Ipv4Datagram.of(
            side == 0 ? CLIENT : SERVER, side == 0 ? SERVER : CLIENT, IpProtocol.TCP, 7, segment));
  }

  /// Sends a frame from a node; again, if it was sent before.
  void sent(int node, EthernetFrame frame) {
    now += MILLI;
    Stamp stamp = new Stamp(ordinal++, new SimTime(now), node, -1);
    PortId from = new PortId(node, "eth0");
    SimTime arrives = new SimTime(now + MILLI);
    conversations.accept(
        new FrameSent(stamp, "l1", from, new PortId(1, "p1"), frame, arrives, arrives));
  }

  /// Over the switch to the other side.
  void deliver(int side, EthernetFrame frame) {
    delivered(1, frame);
    sent(1, frame);
    delivered(side == 0 ? 2 : 0, frame);
  }

  private void delivered(int node, EthernetFrame frame) {
    now += MILLI;
    Stamp stamp = new Stamp(ordinal++, new SimTime(now), node, ordinal - 2);
    conversations.accept(new FrameDelivered(stamp, "l1", new PortId(node, "eth0"), frame));
  }

  HttpExchange exchange(int index) {
    return conversations.exchanges().get(index);
  }

  FramePlace place(int frame) {
    return conversations.place(0, frames.get(frame));
  }

  public Dissection dissection(int frame) {
    return Dissection.of(frames.get(frame), place(frame));
  }

  /// The rows of a packet list, those of the handshake left out.
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int i = 3; i < frames.size(); i++) {
      FrameInfo info = FrameInfo.of(frames.get(i), place(i));
      rows.add(info.protocol() + " | " + info.text());
    }
    return rows;
  }

  static Octets octets(String text) {
    return Octets.wrap(text.getBytes(ISO_8859_1));
  }
}
