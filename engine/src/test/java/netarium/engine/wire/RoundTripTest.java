package netarium.engine.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// `parse(emit(x)) = x` for every type, and what is damaged is never taken for what it was.
class RoundTripTest {
  private static final int CASES = 2_000;
  private static final Ipv4Address SOURCE = new Ipv4Address(0x0a000102);
  private static final Ipv4Address DESTINATION = new Ipv4Address(0xc0a8fffe);

  private final WireGenerator generator = new WireGenerator(20_260_101);

  private static <T> void holdsFor(
      Supplier<T> values, Function<T, Octets> emit, Function<Octets, Parsed<T>> parse) {
    for (T value : WireGenerator.draw(CASES, values)) {
      Octets octets = emit.apply(value);
      assertEquals(new Parsed.Ok<>(value), parse.apply(octets), octets::toString);
    }
  }

  @Test
  void arp_comesBack() {
    holdsFor(generator::arp, ArpCodec::emit, ArpCodec::parse);
  }

  @Test
  void icmp_comesBack() {
    holdsFor(generator::icmp, IcmpCodec::emit, IcmpCodec::parse);
  }

  @Test
  void udp_comesBack() {
    holdsFor(
        generator::udp,
        datagram -> UdpCodec.emit(datagram, SOURCE, DESTINATION),
        octets -> UdpCodec.parse(octets, SOURCE, DESTINATION));
  }

  @Test
  void tcp_comesBack() {
    holdsFor(
        generator::tcp,
        segment -> TcpCodec.emit(segment, SOURCE, DESTINATION),
        octets -> TcpCodec.parse(octets, SOURCE, DESTINATION));
  }

  @Test
  void ipv4_comesBack() {
    holdsFor(generator::datagram, Ipv4Codec::emit, Ipv4Codec::parse);
  }

  @Test
  void frame_comesBackWithItsLengthAndDigest() {
    for (EthernetFrame frame : WireGenerator.draw(CASES, generator::frame)) {
      EthernetFrame back = EthernetFrame.parse(frame.octets());
      assertEquals(frame, back);
      assertEquals(frame.octets().length(), frame.lengthOctets());
      assertEquals(frame.octets(), back.octets());
      assertEquals(frame.digest(), back.digest());
    }
  }

  @Test
  void anySingleBitFlipped_isDetectedOrAnotherValue() {
    for (int i = 0; i < CASES; i++) {
      EthernetFrame frame = generator.frame();
      byte[] octets = frame.octets().toByteArray();
      int content = EthernetFrame.HEADER_OCTETS + frame.payload().lengthOctets();
      int bit = generator.below(8 * (i % 2 == 0 ? content : Math.min(content, 60)));
      octets[bit / 8] ^= (byte) (0x80 >> bit % 8);
      EthernetFrame damaged = EthernetFrame.parse(Octets.wrap(octets));
      if (!hasLostUdpChecksum(frame, octets)) {
        assertFalse(damaged.equals(frame), () -> "bit " + bit + " of " + frame);
      }
    }
  }

  /// The one hole into which a flipped bit can fall: a UDP checksum with a single bit set becomes
  /// zero, which says that there is none.
  private static boolean hasLostUdpChecksum(EthernetFrame frame, byte[] octets) {
    if (!(frame.payload() instanceof Ipv4Datagram(Ipv4Header header, UdpDatagram _))) {
      return false;
    }
    int at = EthernetFrame.HEADER_OCTETS + header.lengthOctets() + 6;
    return Octets.wrap(octets).uint16(at) == 0;
  }

  @Test
  void hostileOctets_neverThrowAndReadTheSameAgain() {
    for (int i = 0; i < 10 * CASES; i++) {
      Octets octets = generator.hostile();
      EthernetFrame frame = EthernetFrame.parse(octets);
      assertEquals(frame.octets().length(), frame.lengthOctets());
      if (octets.length() >= EthernetFrame.HEADER_OCTETS + EthernetFrame.MIN_PAYLOAD_OCTETS) {
        assertEquals(frame, EthernetFrame.parse(frame.octets()), octets::toString);
      }
    }
  }

  @Test
  void hostileOctets_neverThrowInAnyLayer() {
    for (int i = 0; i < 10 * CASES; i++) {
      Octets octets = generator.octets(100);
      ArpCodec.parse(octets);
      IcmpCodec.parse(octets);
      UdpCodec.parse(octets, SOURCE, DESTINATION);
      TcpCodec.parse(octets, SOURCE, DESTINATION);
      Ipv4Codec.parse(octets);
      Ipv4Codec.parseQuoted(octets);
      if (octets.length() >= TcpSegment.MIN_HEADER_OCTETS) {
        TcpOptionCodec.parse(octets, Math.min(60, octets.length()));
      }
      assertTrue(EthernetCodec.parse(octets) instanceof Parsed.Ok || octets.length() < 14);
    }
  }
}
