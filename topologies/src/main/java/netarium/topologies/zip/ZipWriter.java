package netarium.topologies.zip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// Writes files as a zip archive that is the same for the same files: entries in the order of their
/// names, one fixed date, no comment, no extra field. Nothing is packed: deflaters differ between
/// systems, and a version control system packs better what it can compare.
public final class ZipWriter {
  /// 1980-01-01, the first day that the format knows.
  private static final int DATE = 1 << 5 | 1;

  private static final int VERSION = 20;
  private static final int UTF8_NAMES = 0x800;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int entries;

  private ZipWriter() {}

  public static byte[] write(Map<String, byte[]> files) {
    ZipWriter writer = new ZipWriter();
    new TreeMap<>(files).forEach(writer::entry);
    return writer.finish();
  }

  private void entry(String name, byte[] octets) {
    byte[] nameOctets = name.getBytes(StandardCharsets.UTF_8);
    int offset = out.size();
    CRC32 crc = new CRC32();
    crc.update(octets);

    ByteArrayOutputStream common = new ByteArrayOutputStream();
    u16(common, VERSION);
    u16(common, UTF8_NAMES);
    u16(common, ZipEntryHead.STORED);
    u16(common, 0);
    u16(common, DATE);
    u32(common, crc.getValue());
    u32(common, octets.length);
    u32(common, octets.length);
    u16(common, nameOctets.length);
    u16(common, 0);

    u32(out, 0x04034b50L);
    out.writeBytes(common.toByteArray());
    out.writeBytes(nameOctets);
    out.writeBytes(octets);

    u32(directory, 0x02014b50L);
    u16(directory, VERSION);
    directory.writeBytes(common.toByteArray());
    u16(directory, 0);
    u16(directory, 0);
    u16(directory, 0);
    u32(directory, 0);
    u32(directory, offset);
    directory.writeBytes(nameOctets);
    entries++;
  }

  private byte[] finish() {
    int start = out.size();
    out.writeBytes(directory.toByteArray());
    u32(out, 0x06054b50L);
    u32(out, 0);
    u16(out, entries);
    u16(out, entries);
    u32(out, directory.size());
    u32(out, start);
    u16(out, 0);
    return out.toByteArray();
  }

  private static void u16(ByteArrayOutputStream to, int value) {
    to.write(value);
    to.write(value >>> 8);
  }

  private static void u32(ByteArrayOutputStream to, long value) {
    u16(to, (int) value & 0xffff);
    u16(to, (int) (value >>> 16) & 0xffff);
  }
}
