package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.Stamp;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import org.junit.jupiter.api.Test;

/// Streams, relative numbers, hops and remarks, from segments written by hand.
class ConversationsTest {
  private static final Ipv4Address CLIENT = new Ipv4Address(0x0a000103);
  private static final Ipv4Address SERVER = new Ipv4Address(0x0a000102);

  private final Conversations conversations = new Conversations();
  private final ExpertNotes experts = new ExpertNotes();
  private long next;

  private static EthernetFrame segment(
      boolean fromClient, int seq, int ack, TcpFlags flags, int window, String text) {
    boolean isSyn = flags.syn();
    TcpSegment segment =
        new TcpSegment(
            fromClient ? 49152 : 80,
            fromClient ? 80 : 49152,
            new SeqNum(seq),
            new SeqNum(ack),
            flags,
            window,
            0,
            isSyn ? List.of(new TcpOption.WindowScale(fromClient ? 3 : 2)) : List.of(),
            Octets.wrap(text.getBytes(US_ASCII)));
    return new EthernetFrame(
        MacAddress.BROADCAST,
        MacAddress.ZERO,
        Ipv4Datagram.of(
            fromClient ? CLIENT : SERVER,
            fromClient ? SERVER : CLIENT,
            IpProtocol.TCP,
            7,
            segment));
  }

  private String row(EthernetFrame frame) {
    int stream = conversations.add(frame);
    return stream + " " + FrameInfo.of(frame, conversations.place(stream, frame)).text();
  }

  @Test
  void connection_countsFromItsSyns() {
    assertEquals(
        List.of(
            "0 49152 → 80 [SYN] Seq=0 Win=65535 Len=0 WS=8",
            "0 80 → 49152 [SYN, ACK] Seq=0 Ack=1 Win=65535 Len=0 WS=4",
            "0 49152 → 80 [ACK] Seq=1 Ack=1 Win=8192 Len=0",
            "0 GET / HTTP/1.1",
            "0 80 → 49152 [ACK] Seq=1 Ack=17 Win=400 Len=0"),
        List.of(
            row(segment(true, -2, 0, TcpFlags.SYN, 65535, "")),
            row(segment(false, 5000, -1, TcpFlags.SYN_ACK, 65535, "")),
            row(segment(true, -1, 5001, TcpFlags.ACK, 1024, "")),
            row(segment(true, -1, 5001, TcpFlags.PSH_ACK, 1024, "GET / HTTP/1.1\r\n")),
            row(segment(false, 5001, 15, TcpFlags.ACK, 100, ""))));
  }

  @Test
  void newSynBetweenTheSamePorts_beginsAnotherStream() {
    row(segment(true, 100, 0, TcpFlags.SYN, 65535, ""));
    assertTrue(row(segment(true, 100, 0, TcpFlags.SYN, 65535, "")).startsWith("0 "), "sent again");
    assertTrue(row(segment(true, 900, 0, TcpFlags.SYN, 65535, "")).startsWith("1 "), "another");
  }

  @Test
  void connectionSeenFromItsMiddle_countsFromWhatIsSeen() {
    assertEquals(
        "0 49152 → 80 [ACK] Seq=1 Ack=1 Win=512 Len=0",
        row(segment(true, 700, 900, TcpFlags.ACK, 512, "")));
  }

  private SimEvent.FrameSent sent(EthernetFrame frame, long cause) {
    PortId port = new PortId(0, "eth0");
    Stamp stamp = new Stamp(next++, new SimTime(next), 0, cause);
    return new SimEvent.FrameSent(
        stamp, "l1", port, new PortId(1, "eth0"), frame, new SimTime(next), new SimTime(next));
  }

  private List<String> notes(EthernetFrame frame, long cause) {
    TcpStream stream = conversations.stream(conversations.add(frame));
    assertTrue(stream != null);
    List<String> keys = new ArrayList<>();
    experts.notes(sent(frame, cause), stream).forEach(note -> keys.add(note.sentence().key()));
    return keys;
  }

  private long variables(String why) {
    Stamp stamp = new Stamp(next++, new SimTime(next), 0, -1);
    SeqNum zero = new SeqNum(0);
    SimDuration none = SimDuration.ZERO;
    experts.reason(new SimEvent.TcpVariables(stamp, 1, why, zero, zero, 0, zero, 0, 0, none, none));
    return stamp.ordinal();
  }

  private long again(String why) {
    Stamp stamp = new Stamp(next++, new SimTime(next), 0, -1);
    experts.reason(new SimEvent.TcpRetransmission(stamp, 1, why, new SeqNum(1), 5, 1));
    return stamp.ordinal();
  }

  @Test
  void segmentSentAgain_saysWhy() {
    EthernetFrame data = segment(true, 1, 1, TcpFlags.PSH_ACK, 512, "hello");
    assertEquals(List.of(), notes(data, -1));
    assertEquals(List.of("note.retransmission.other"), notes(data, -1));
    assertEquals(
        List.of("note.retransmission.fast-retransmit"), notes(data, again("fast-retransmit")));
    assertEquals(List.of("note.retransmission.time-out"), notes(data, again("time-out")));
    assertEquals(List.of("note.window-probe"), notes(data, again("window-probe")));
    assertEquals(List.of("note.keep-alive"), notes(data, again("keep-alive")));
  }

  @Test
  void repeatedAcknowledgement_isCountedAndExplained() {
    notes(segment(true, 1, 1, TcpFlags.PSH_ACK, 512, "hello"), -1);
    notes(segment(true, 6, 1, TcpFlags.PSH_ACK, 512, "world"), -1);
    EthernetFrame ack = segment(false, 1, 6, TcpFlags.ACK, 512, "");
    assertEquals(List.of(), notes(ack, -1));
    assertEquals(List.of("note.duplicate-ack"), notes(ack, -1));
    long why = variables("out-of-order");
    assertEquals(List.of("note.duplicate-ack.out-of-order"), notes(ack, why));
    assertEquals(List.of(), notes(segment(false, 1, 11, TcpFlags.ACK, 512, ""), -1));
    assertEquals(List.of(), notes(segment(false, 1, 11, TcpFlags.ACK, 512, ""), -1), "all came");
  }

  @Test
  void closedWindow_isRemarked() {
    EthernetFrame full = segment(false, 1, 6, TcpFlags.ACK, 0, "");
    assertEquals(List.of("note.zero-window.full"), notes(full, variables("window-closed")));
    assertEquals(List.of("note.zero-window"), notes(full, -1));
  }

  @Test
  void frameThatIsPassedOn_belongsToItsFirstSending() {
    Journeys journeys = new Journeys();
    EthernetFrame frame = segment(true, 1, 1, TcpFlags.ACK, 512, "");
    SimEvent.FrameSent first = sent(frame, -1);
    assertEquals(Journeys.ORIGIN, journeys.before(first));
    Stamp stamp = new Stamp(next++, new SimTime(next), 0, first.ordinal());
    journeys.delivered(new SimEvent.FrameDelivered(stamp, "l1", new PortId(0, "p1"), frame));
    assertEquals(first.ordinal(), journeys.before(sent(frame, stamp.ordinal())), "switched");
    Ipv4Datagram datagram = (Ipv4Datagram) frame.payload();
    EthernetFrame routed =
        new EthernetFrame(MacAddress.ZERO, MacAddress.BROADCAST, datagram.withTtl(63));
    assertEquals(first.ordinal(), journeys.before(sent(routed, -1)), "routed after ARP");
    EthernetFrame answer = segment(false, 1, 1, TcpFlags.ACK, 512, "");
    assertEquals(Journeys.ORIGIN, journeys.before(sent(answer, stamp.ordinal())), "an answer");
  }
}
