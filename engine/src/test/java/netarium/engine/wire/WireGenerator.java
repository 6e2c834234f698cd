package netarium.engine.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Draws values of every wire type, with a liking for edges: empty, odd, all ones, largest.
public final class WireGenerator {
  private final SplittableRandom random;

  public WireGenerator(long seed) {
    random = new SplittableRandom(seed);
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  int bits(int count) {
    return switch (below(8)) {
      case 0 -> 0;
      case 1 -> count == 32 ? -1 : (1 << count) - 1;
      default -> random.nextInt() >>> (32 - count);
    };
  }

  public Octets octets(int most) {
    int length = below(4) == 0 ? below(Math.min(most, 3) + 1) : below(most + 1);
    return octetsOf(length);
  }

  Octets octetsOf(int length) {
    byte[] drawn = new byte[length + 3];
    random.nextBytes(drawn);
    if (below(8) == 0) {
      drawn = new byte[length + 3];
    }
    // A slice that does not begin at the array's beginning.
    int from = below(4);
    return Octets.wrap(drawn).slice(from, from + length);
  }

  Ipv4Address address() {
    return new Ipv4Address(bits(32));
  }

  MacAddress mac() {
    return below(8) == 0 ? MacAddress.BROADCAST : new MacAddress(random.nextLong() >>> 16);
  }

  public ArpPacket arp() {
    return new ArpPacket(bits(16), mac(), address(), mac(), address());
  }

  UdpDatagram udp() {
    return new UdpDatagram(bits(16), bits(16), octets(1500));
  }

  IcmpMessage icmp() {
    return new IcmpMessage(bits(8), bits(8), bits(32), octets(1500));
  }

  TcpSegment tcp() {
    return new TcpSegment(
        bits(16),
        bits(16),
        new SeqNum(bits(32)),
        new SeqNum(bits(32)),
        new TcpFlags(bits(8)),
        bits(16),
        bits(16),
        options(),
        octets(1500));
  }

  /// As many options of all kinds as fit, sometimes aligned.
  List<TcpOption> options() {
    List<TcpOption> options = new ArrayList<>();
    int room = 40;
    for (int left = below(8); left > 0; left--) {
      TcpOption option = option();
      if (option.lengthOctets() <= room) {
        options.add(option);
        room -= option.lengthOctets();
      }
    }
    List<TcpOption> aligned = TcpOption.aligned(options);
    int length = aligned.stream().mapToInt(TcpOption::lengthOctets).sum();
    return below(2) == 0 && length <= 40 ? aligned : options;
  }

  TcpOption option() {
    return switch (below(7)) {
      case 0 -> TcpOption.NoOperation.INSTANCE;
      case 1 -> new TcpOption.MaximumSegmentSize(bits(16));
      case 2 -> new TcpOption.WindowScale(bits(8));
      case 3 -> new TcpOption.SackPermitted();
      case 4 -> new TcpOption.SelectiveAck(blocks());
      case 5 -> new TcpOption.Timestamps(bits(32), bits(32));
      default -> unknownOption();
    };
  }

  private List<TcpOption.SelectiveAck.Block> blocks() {
    List<TcpOption.SelectiveAck.Block> blocks = new ArrayList<>();
    for (int left = below(5); left > 0; left--) {
      blocks.add(new TcpOption.SelectiveAck.Block(new SeqNum(bits(32)), new SeqNum(bits(32))));
    }
    return blocks;
  }

  private TcpOption unknownOption() {
    int kind = 2 + below(254);
    Octets data = octets(12);
    return TcpOption.Unknown.isKnown(kind, data.length())
        ? TcpOption.NoOperation.INSTANCE
        : new TcpOption.Unknown(kind, data);
  }

  Ipv4Header header(IpProtocol protocol) {
    return new Ipv4Header(
        bits(8),
        bits(16),
        below(2) == 0,
        false,
        0,
        bits(8),
        protocol,
        address(),
        address(),
        octetsOf(below(3) == 0 ? 4 * below(11) : 0));
  }

  public Ipv4Datagram datagram() {
    return switch (below(5)) {
      case 0 -> new Ipv4Datagram(header(IpProtocol.TCP), tcp());
      case 1 -> new Ipv4Datagram(header(IpProtocol.UDP), udp());
      case 2 -> new Ipv4Datagram(header(IpProtocol.ICMP), icmp());
      case 3 -> fragment();
      default -> new Ipv4Datagram(header(new IpProtocol(100 + below(100))), opaque());
    };
  }

  private Ipv4Datagram fragment() {
    Ipv4Header header = header(new IpProtocol(bits(8)));
    boolean isFirst = below(2) == 0;
    int offset = isFirst ? 0 : 8 * (1 + below(8191));
    return new Ipv4Datagram(header.withFragment(offset, isFirst || below(2) == 0), opaque());
  }

  private OpaquePayload opaque() {
    return new OpaquePayload(octets(1480), "");
  }

  public EthernetFrame frame() {
    return switch (below(4)) {
      case 0 -> new EthernetFrame(mac(), mac(), arp());
      case 1 -> new EthernetFrame(mac(), mac(), unknown());
      default -> new EthernetFrame(mac(), mac(), datagram());
    };
  }

  private UnknownPayload unknown() {
    return new UnknownPayload(new EtherType(0x9000 + below(256)), octets(1500), "");
  }

  /// Octets of a frame after something happened to them: noise, a cut, a few changed octets.
  Octets hostile() {
    if (below(4) == 0) {
      return octets(200);
    }
    byte[] octets = frame().octets().toByteArray();
    for (int left = below(4); left > 0; left--) {
      octets[below(Math.min(octets.length, 80))] = (byte) bits(8);
    }
    int length = below(2) == 0 ? octets.length : below(octets.length + 1);
    return Octets.copyOf(octets, 0, length);
  }

  static <T> List<T> draw(int count, Supplier<T> source) {
    List<T> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(source.get());
    }
    return drawn;
  }
}
