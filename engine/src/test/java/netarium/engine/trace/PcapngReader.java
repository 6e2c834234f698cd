package netarium.engine.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.wire.Octets;

/// Reads a pcapng file strictly by its format, apart from our writer's code.
final class PcapngReader {
  record Packet(
      int block,
      String interfaceName,
      long nanos,
      int flags,
      Octets octets,
      List<String> comments) {}

  record Option(int code, Octets value) {
    String text() {
      return new String(value.toByteArray(), StandardCharsets.UTF_8);
    }
  }

  final List<String> interfaces = new ArrayList<>();
  final List<Packet> packets = new ArrayList<>();
  final List<String> names = new ArrayList<>();
  final List<String> secrets = new ArrayList<>();
  final List<Integer> blockTypes = new ArrayList<>();
  private final ByteBuffer in;

  PcapngReader(byte[] file) {
    in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      readBlock();
    }
  }

  private void readBlock() {
    int start = in.position();
    int type = in.getInt();
    int length = in.getInt();
    require(length % 4 == 0 && length >= 12 && start + length <= in.limit(), "block length");
    require(in.getInt(start + length - 4) == length, "the length is repeated");
    require(blockTypes.isEmpty() == (type == 0x0a0d0d0a), "one section header, at the beginning");
    blockTypes.add(type);
    int end = start + length - 4;
    switch (type) {
      case 0x0a0d0d0a -> {
        require(in.getInt() == 0x1a2b3c4d, "byte order");
        require(in.getShort() == 1 && in.getShort() == 0, "version 1.0");
        require(in.getLong() == -1, "section of unknown length");
        options(end);
      }
      case 1 -> interfaceDescription(end);
      case 4 -> nameResolution(end);
      case 6 -> packet(end);
      case 10 -> {
        require(in.getInt() == 0x544c534b, "a TLS key log");
        secrets.add(new String(padded(in.getInt()), StandardCharsets.US_ASCII));
      }
      default -> throw new AssertionError("block type " + type);
    }
    require(in.position() == end, "the block is used up");
    in.position(start + length);
  }

  private void interfaceDescription(int end) {
    require(in.getShort() == 1, "Ethernet");
    in.getShort();
    require(in.getInt() == 0, "no snapshot length");
    List<Option> options = options(end);
    require(find(options, 9).orElseThrow().value().at(0) == 9, "nanoseconds");
    interfaces.add(find(options, 2).orElseThrow().text());
  }

  private void nameResolution(int end) {
    for (Option record : options(end)) {
      ByteBuffer value = ByteBuffer.wrap(record.value().toByteArray());
      byte[] name = new byte[record.value().length() - 5];
      int address = value.getInt();
      value.get(name);
      require(record.code() == 1 && value.get() == 0, "an IPv4 record, the name ended by zero");
      names.add(Integer.toHexString(address) + " " + new String(name, StandardCharsets.UTF_8));
    }
  }

  private void packet(int end) {
    String name = interfaces.get(in.getInt());
    long nanos = (long) in.getInt() << 32 | Integer.toUnsignedLong(in.getInt());
    int captured = in.getInt();
    require(in.getInt() == captured, "packets are whole");
    Octets octets = Octets.wrap(padded(captured));
    List<Option> options = options(end);
    List<String> comments = options.stream().filter(o -> o.code() == 1).map(Option::text).toList();
    int flags =
        ByteBuffer.wrap(find(options, 2).orElseThrow().value().toByteArray())
            .order(ByteOrder.LITTLE_ENDIAN)
            .getInt();
    packets.add(new Packet(blockTypes.size() - 1, name, nanos, flags, octets, comments));
  }

  private List<Option> options(int end) {
    List<Option> options = new ArrayList<>();
    while (in.position() < end) {
      int code = in.getShort() & 0xffff;
      int length = in.getShort() & 0xffff;
      if (code == 0) {
        require(length == 0 && in.position() == end, "the end of the options comes last");
        return options;
      }
      options.add(new Option(code, Octets.wrap(padded(length))));
    }
    throw new AssertionError("options without an end");
  }

  private byte[] padded(int length) {
    byte[] value = new byte[length];
    in.get(value);
    while (in.position() % 4 != 0) {
      require(in.get() == 0, "padding with zeros");
    }
    return value;
  }

  private static Optional<Option> find(List<Option> options, int code) {
    return options.stream().filter(option -> option.code() == code).findFirst();
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("pcapng: " + what);
    }
  }
}
