package netarium.engine.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TcpOptionTest {
  private static final TcpOption NOP = TcpOption.NoOperation.INSTANCE;
  private static final TcpOption MSS = new TcpOption.MaximumSegmentSize(1460);
  private static final TcpOption SACK_PERMITTED = new TcpOption.SackPermitted();
  private static final TcpOption SCALE = new TcpOption.WindowScale(7);
  private static final TcpOption STAMPS = new TcpOption.Timestamps(1, 2);
  private static final TcpOption SACK =
      new TcpOption.SelectiveAck(
          List.of(new TcpOption.SelectiveAck.Block(new SeqNum(1), new SeqNum(2))));

  @Test
  void aligned_isTheLayoutOfLinux() {
    assertEquals(List.of(NOP, NOP, STAMPS), TcpOption.aligned(List.of(STAMPS)));
    assertEquals(
        List.of(NOP, NOP, STAMPS, NOP, NOP, SACK), TcpOption.aligned(List.of(STAMPS, SACK)));
    assertEquals(
        List.of(MSS, SACK_PERMITTED, STAMPS, NOP, SCALE),
        TcpOption.aligned(List.of(MSS, SACK_PERMITTED, STAMPS, SCALE)));
    assertEquals(
        List.of(MSS, NOP, NOP, SACK_PERMITTED, NOP, SCALE),
        TcpOption.aligned(List.of(MSS, SACK_PERMITTED, SCALE)));
    assertEquals(
        List.of(MSS, NOP, NOP, SACK_PERMITTED), TcpOption.aligned(List.of(MSS, SACK_PERMITTED)));
    assertEquals(List.of(MSS, NOP, SCALE), TcpOption.aligned(List.of(MSS, SCALE)));
  }

  @Test
  void alignedAgain_isTheSame() {
    WireGenerator generator = new WireGenerator(7);
    for (int i = 0; i < 500; i++) {
      List<TcpOption> aligned = TcpOption.aligned(generator.options());
      assertEquals(aligned, TcpOption.aligned(aligned));
    }
  }

  @Test
  void headerOctets_countListedNoOperationsAndRoundUp() {
    assertEquals(24, withOptions(List.of(SCALE)).headerOctets());
    assertEquals(32, withOptions(List.of(STAMPS)).headerOctets());
    assertEquals(32, withOptions(List.of(NOP, NOP, STAMPS)).headerOctets());
    assertEquals(36, withOptions(List.of(NOP, NOP, NOP, STAMPS)).headerOctets());
  }

  @Test
  void moreThanFortyOctets_cannotBeConstructed() {
    List<TcpOption> options = List.of(STAMPS, STAMPS, STAMPS, STAMPS, NOP);
    assertThrows(IllegalArgumentException.class, () -> withOptions(options));
  }

  private static TcpSegment withOptions(List<TcpOption> options) {
    SeqNum zero = new SeqNum(0);
    return new TcpSegment(1, 2, zero, zero, TcpFlags.ACK, 0, 0, options, Octets.EMPTY);
  }
}
