package netarium.topologies.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.Quoted;
import org.jspecify.annotations.Nullable;

/// Reads a zip archive that is held in memory. The central directory is the truth; an entry whose
/// local header says something else makes the archive damaged, so that two readers can never see
/// two archives in one. Answers a problem for everything it does not like and never throws for
/// content.
public final class ZipReader {
  private static final int END_OCTETS = 22;
  private static final int HEAD_OCTETS = 46;
  private static final int LOCAL_OCTETS = 30;
  private static final long END_MARK = 0x06054b50L;
  private static final long HEAD_MARK = 0x02014b50L;
  private static final long LOCAL_MARK = 0x04034b50L;
  private static final long NEEDS_ZIP64 = 0xffffffffL;

  private final LittleEndian zip;
  private final ZipLimits limits;

  private ZipReader(byte[] octets, ZipLimits limits) {
    this.zip = new LittleEndian(octets);
    this.limits = limits;
  }

  /// The files whose names `wanted` accepts, by name; `null` after a problem. Every name in the
  /// archive is checked, wanted or not.
  public static @Nullable Map<String, byte[]> read(
      byte[] octets, ZipLimits limits, Predicate<String> wanted, ProblemList problems) {
    ZipReader reader = new ZipReader(octets, limits);
    try {
      List<ZipEntryHead> heads = reader.directory();
      EntryNames.check(heads);
      return reader.files(heads, wanted);
    } catch (BadZipException e) {
      problems.error(Position.START, e.what(), e.advice());
      return null;
    }
  }

  private List<ZipEntryHead> directory() throws BadZipException {
    int end = findEnd();
    int count = zip.u16(end + 10);
    long size = zip.u32(end + 12);
    long start = zip.u32(end + 16);
    if (zip.u16(end + 4) != 0 || zip.u16(end + 6) != 0 || zip.u16(end + 8) != count) {
      throw BadZipException.unsupported("the archive is split over several files");
    }
    if (count == 0xffff || size == NEEDS_ZIP64 || start == NEEDS_ZIP64) {
      throw BadZipException.unsupported("the archive is in the format for huge archives (zip64)");
    }
    if (count > limits.entries()) {
      throw new BadZipException(
          "the archive has " + count + " entries", "keep at most " + limits.entries());
    }
    if (start + size > end) {
      throw BadZipException.damaged("its directory lies beyond its end", start);
    }
    List<ZipEntryHead> heads = new ArrayList<>(count);
    long at = start;
    for (int i = 0; i < count; i++) {
      if (!zip.holds(at, HEAD_OCTETS) || zip.u32((int) at) != HEAD_MARK) {
        throw BadZipException.damaged("entry " + (i + 1) + " of its directory is unreadable", at);
      }
      ZipEntryHead head = head((int) at);
      heads.add(head);
      at += HEAD_OCTETS + zip.u16((int) at + 28) + zip.u16((int) at + 30) + zip.u16((int) at + 32);
      if (at > start + size) {
        throw BadZipException.damaged("entry " + (i + 1) + " of its directory is cut off", at);
      }
    }
    return heads;
  }

  /// The end record is the last thing in an archive but for a comment.
  private int findEnd() throws BadZipException {
    int last = zip.octets().length - END_OCTETS;
    for (int at = last; at >= 0 && at >= last - 0xffff; at--) {
      if (zip.u32(at) == END_MARK && at + END_OCTETS + zip.u16(at + 20) == zip.octets().length) {
        return at;
      }
    }
    throw BadZipException.damaged("it has no directory at its end", zip.octets().length);
  }

  private ZipEntryHead head(int at) throws BadZipException {
    int nameOctets = zip.u16(at + 28);
    if (!zip.holds((long) at + HEAD_OCTETS, nameOctets)) {
      throw BadZipException.damaged("a name in its directory is cut off", at);
    }
    return new ZipEntryHead(
        name(at + HEAD_OCTETS, nameOctets),
        zip.u16(at + 8),
        zip.u16(at + 10),
        zip.u32(at + 16),
        zip.u32(at + 20),
        zip.u32(at + 24),
        zip.u32(at + 38),
        zip.u32(at + 42));
  }

  private String name(int at, int octets) throws BadZipException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(zip.octets(), at, octets))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadZipException(
          "a name in the archive is not UTF-8 (octet " + at + ")",
          "rename the file and pack again");
    }
  }

  private Map<String, byte[]> files(List<ZipEntryHead> heads, Predicate<String> wanted)
      throws BadZipException {
    checkOverlaps(heads);
    Map<String, byte[]> files = new TreeMap<>();
    long total = 0;
    for (ZipEntryHead head : heads) {
      if (head.isFolder() || !wanted.test(head.name())) {
        continue;
      }
      String what = Quoted.text(head.name());
      if (head.octets() > limits.entryOctets()) {
        throw new BadZipException(
            what + " has " + head.octets() + " octets", "keep at most " + limits.entryOctets());
      }
      total += head.octets();
      if (total > limits.totalOctets()) {
        throw new BadZipException(
            "the archive unpacks to more than " + limits.totalOctets() + " octets",
            "make it smaller");
      }
      if (head.octets() > (1 << 20) && head.octets() / limits.ratio() > head.packedOctets()) {
        throw new BadZipException(
            what + " is packed more than " + limits.ratio() + " times", "store it as it is");
      }
      files.put(head.name(), ZipEntryBody.read(zip, head, bodyAt(head)));
    }
    return files;
  }

  /// Where the packed octets of an entry begin.
  private int bodyAt(ZipEntryHead head) throws BadZipException {
    String what = Quoted.text(head.name());
    long at = head.offset();
    if (!zip.holds(at, LOCAL_OCTETS) || zip.u32((int) at) != LOCAL_MARK) {
      throw BadZipException.damaged(what + " is not where the directory says", at);
    }
    int nameOctets = zip.u16((int) at + 26);
    long body = at + LOCAL_OCTETS + nameOctets + zip.u16((int) at + 28);
    if (!zip.holds(body, head.packedOctets())) {
      throw BadZipException.damaged(what + " is cut off", at);
    }
    if (!name((int) at + LOCAL_OCTETS, nameOctets).equals(head.name())) {
      throw BadZipException.damaged(what + " has two names", at);
    }
    return (int) body;
  }

  /// Entries that share octets are how a small archive pretends to hold a lot.
  private void checkOverlaps(List<ZipEntryHead> heads) throws BadZipException {
    TreeMap<Long, ZipEntryHead> byOffset = new TreeMap<>();
    for (ZipEntryHead head : heads) {
      if (byOffset.put(head.offset(), head) != null) {
        throw BadZipException.damaged("two entries lie in one place", head.offset());
      }
    }
    long free = 0;
    for (ZipEntryHead head : byOffset.values()) {
      if (head.offset() < free) {
        throw BadZipException.damaged("its entries overlap", head.offset());
      }
      free = bodyAt(head) + head.packedOctets();
    }
  }
}
