package netarium.engine.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import netarium.engine.wire.Octets;

/// The blocks of a pcapng file, as the IETF's draft-ietf-opsawg-pcapng describes them, written one
/// after the other: whenever writing stops, what is there can be read.
final class PcapngFile implements Closeable {
  private static final int SECTION_HEADER = 0x0a0d0d0a;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int NAME_RESOLUTION = 4;
  private static final int ENHANCED_PACKET = 6;
  private static final int DECRYPTION_SECRETS = 10;

  private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
  private static final int LINKTYPE_ETHERNET = 1;
  private static final int TLS_KEY_LOG = 0x544c534b;

  private static final int OPT_COMMENT = 1;
  private static final int SHB_USERAPPL = 4;
  private static final int IF_NAME = 2;
  private static final int IF_TSRESOL = 9;
  private static final int EPB_FLAGS = 2;
  private static final Octets NANOSECONDS = Octets.wrap(new byte[] {9});
  private static final Octets INBOUND = Octets.wrap(new byte[] {1, 0, 0, 0});
  private static final Octets OUTBOUND = Octets.wrap(new byte[] {2, 0, 0, 0});

  private final SafeOutput out;

  PcapngFile(OutputStream out) {
    this.out = new SafeOutput(out);
  }

  void sectionHeader(String application) {
    out.write(
        new PcapngBlock(SECTION_HEADER)
            .put32(BYTE_ORDER_MAGIC)
            .put16(1)
            .put16(0)
            .put64(-1) // how long the section is going to be is not known
            .option(SHB_USERAPPL, application)
            .endOfOptions()
            .end());
  }

  /// Interfaces are numbered in the order of these blocks.
  void interfaceDescription(String name) {
    out.write(
        new PcapngBlock(INTERFACE_DESCRIPTION)
            .put16(LINKTYPE_ETHERNET)
            .put16(0)
            .put32(0) // no limit on the length of packets
            .option(IF_NAME, name)
            .option(IF_TSRESOL, NANOSECONDS)
            .endOfOptions()
            .end());
  }

  void names(List<CaptureSetup.NamedAddress> names) {
    PcapngBlock block = new PcapngBlock(NAME_RESOLUTION);
    for (CaptureSetup.NamedAddress named : names) {
      byte[] name = (named.name() + "\0").getBytes(StandardCharsets.UTF_8);
      byte[] record = new byte[4 + name.length];
      for (int i = 0; i < 4; i++) {
        record[i] = (byte) (named.address().bits() >>> (24 - 8 * i));
      }
      System.arraycopy(name, 0, record, 4, name.length);
      block.option(1, Octets.wrap(record));
    }
    out.write(block.endOfOptions().end());
  }

  /// Lines of a TLS key log, which concern packets further on.
  void tlsSecrets(String keyLogLines) {
    byte[] lines = keyLogLines.getBytes(StandardCharsets.US_ASCII);
    out.write(
        new PcapngBlock(DECRYPTION_SECRETS)
            .put32(TLS_KEY_LOG)
            .put32(lines.length)
            .putPadded(Octets.wrap(lines))
            .end());
  }

  void packet(
      int interfaceId, long nanos, boolean isOutbound, Octets octets, List<String> comments) {
    PcapngBlock block =
        new PcapngBlock(ENHANCED_PACKET)
            .put32(interfaceId)
            .put32((int) (nanos >>> 32))
            .put32((int) nanos)
            .put32(octets.length())
            .put32(octets.length())
            .putPadded(octets);
    for (String comment : comments) {
      block.option(OPT_COMMENT, comment);
    }
    out.write(block.option(EPB_FLAGS, isOutbound ? OUTBOUND : INBOUND).endOfOptions().end());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
