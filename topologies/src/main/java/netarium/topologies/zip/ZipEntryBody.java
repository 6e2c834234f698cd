package netarium.topologies.zip;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import netarium.topologies.unit.Quoted;

/// Unpacks one entry into exactly as many octets as the directory promises.
final class ZipEntryBody {
  /// No deflated octet unpacks to more (RFC 1951 §3.2.5: 258 octets from two bits).
  private static final long MOST_FROM_ONE = 1_032;

  private ZipEntryBody() {}

  static byte[] read(LittleEndian zip, ZipEntryHead head, int bodyAt) throws BadZipException {
    String what = Quoted.text(head.name());
    byte[] octets =
        switch (head.method()) {
          case ZipEntryHead.STORED -> stored(zip, head, bodyAt);
          case ZipEntryHead.DEFLATED -> inflated(zip, head, bodyAt);
          default ->
              throw BadZipException.unsupported(what + " is packed with method " + head.method());
        };
    CRC32 crc = new CRC32();
    crc.update(octets);
    if (crc.getValue() != head.crc()) {
      throw BadZipException.damaged("the checksum of " + what + " is wrong", bodyAt);
    }
    return octets;
  }

  private static byte[] stored(LittleEndian zip, ZipEntryHead head, int bodyAt)
      throws BadZipException {
    if (head.packedOctets() != head.octets()) {
      throw BadZipException.damaged(Quoted.text(head.name()) + " has two lengths", bodyAt);
    }
    return Arrays.copyOfRange(zip.octets(), bodyAt, bodyAt + (int) head.octets());
  }

  private static byte[] inflated(LittleEndian zip, ZipEntryHead head, int bodyAt)
      throws BadZipException {
    if (head.octets() > head.packedOctets() * MOST_FROM_ONE + 64) {
      throw BadZipException.damaged(
          Quoted.text(head.name()) + " is not as long as the directory says", bodyAt);
    }
    byte[] octets = new byte[(int) head.octets()];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(zip.octets(), bodyAt, (int) head.packedOctets());
      int done = 0;
      while (done < octets.length) {
        int step = inflater.inflate(octets, done, octets.length - done);
        if (step == 0) {
          break;
        }
        done += step;
      }
      // One more octet must not come: the promise was the limit.
      boolean more = inflater.inflate(new byte[1]) > 0;
      if (done < octets.length || more || !inflater.finished()) {
        throw BadZipException.damaged(
            Quoted.text(head.name()) + " is not as long as the directory says", bodyAt);
      }
      return octets;
    } catch (DataFormatException e) {
      throw BadZipException.damaged(Quoted.text(head.name()) + " cannot be unpacked", bodyAt);
    } finally {
      inflater.end();
    }
  }
}
