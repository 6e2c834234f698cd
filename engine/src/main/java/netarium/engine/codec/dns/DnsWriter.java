package netarium.engine.codec.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.engine.wire.Octets;

/// Writes DNS messages. A name that has been written, or whose end has, becomes a pointer to it
/// (RFC 1035 §4.1.4), letter by letter the same, so that what is read is what was written; not in
/// the data of types that RFC 1035 does not know (RFC 3597 §4).
public final class DnsWriter {
  private static final int MOST_POINTED_TO = 0x3fff;
  private static final int POINTER = 0xc000;

  private final Map<List<String>, Integer> places = new LinkedHashMap<>();
  private byte[] octets = new byte[DnsMessage.PLAIN_UDP_OCTETS];
  private int length;

  private DnsWriter() {}

  /// The octets of a message; it must fit into 65,535.
  public static Octets write(DnsMessage message) {
    Octets written = new DnsWriter().message(message);
    if (written.length() > DnsMessage.MAX_OCTETS) {
      throw new IllegalArgumentException("a message of " + written.length() + " octets");
    }
    return written;
  }

  /// The octets of a message that has to fit into `limit`: what is only additional is left out
  /// first; if that is not enough nothing but the question is said, and that there is more (RFC
  /// 2181 §9).
  public static Octets write(DnsMessage message, int limit) {
    Octets whole = new DnsWriter().message(message);
    if (whole.length() <= limit) {
      return whole;
    }
    List<DnsRecord> opt = message.opt().stream().toList();
    Octets shorter =
        new DnsWriter()
            .message(
                new DnsMessage(
                    message.id(),
                    message.flags(),
                    message.questions(),
                    message.answers(),
                    message.authority(),
                    opt));
    if (shorter.length() <= limit) {
      return shorter;
    }
    return new DnsWriter()
        .message(
            new DnsMessage(
                message.id(),
                message.flags() | DnsMessage.TRUNCATED,
                message.questions(),
                List.of(),
                List.of(),
                opt));
  }

  private Octets message(DnsMessage message) {
    number16(message.id());
    number16(message.flags());
    number16(message.questions().size());
    number16(message.answers().size());
    number16(message.authority().size());
    number16(message.additional().size());
    for (DnsQuestion each : message.questions()) {
      name(each.name(), true);
      number16(each.type());
      number16(each.classNumber());
    }
    message.answers().forEach(this::record);
    message.authority().forEach(this::record);
    message.additional().forEach(this::record);
    return Octets.copyOf(octets, 0, length);
  }

  private void record(DnsRecord record) {
    name(record.name(), true);
    number16(record.type());
    number16(record.classNumber());
    number32(record.ttlSeconds());
    int lengthAt = length;
    number16(0);
    data(record.data());
    int dataOctets = length - lengthAt - 2;
    octets[lengthAt] = (byte) (dataOctets >> 8);
    octets[lengthAt + 1] = (byte) dataOctets;
  }

  private void data(RecordData data) {
    switch (data) {
      case RecordData.A a -> number32(a.address().bits());
      case RecordData.Aaaa aaaa -> octets(aaaa.address());
      case RecordData.Ns ns -> name(ns.server(), true);
      case RecordData.Cname cname -> name(cname.target(), true);
      case RecordData.Ptr ptr -> name(ptr.target(), true);
      case RecordData.Mx mx -> {
        number16(mx.preference());
        name(mx.exchange(), true);
      }
      case RecordData.Soa soa -> {
        name(soa.server(), true);
        name(soa.person(), true);
        number32(soa.serial());
        number32(soa.refresh());
        number32(soa.retry());
        number32(soa.expire());
        number32(soa.minimum());
      }
      case RecordData.Txt txt -> {
        for (Octets each : txt.strings()) {
          octet(each.length());
          octets(each);
        }
      }
      case RecordData.Srv srv -> {
        number16(srv.priority());
        number16(srv.weight());
        number16(srv.port());
        name(srv.target(), false);
      }
      case RecordData.Opaque opaque -> octets(opaque.octets());
    }
  }

  private void name(DomainName name, boolean mayPoint) {
    List<String> labels = name.labels();
    for (int i = 0; i < labels.size(); i++) {
      List<String> rest = labels.subList(i, labels.size());
      Integer place = places.get(rest);
      if (mayPoint && place != null) {
        number16(POINTER | place);
        return;
      }
      if (length <= MOST_POINTED_TO) {
        places.putIfAbsent(rest, length);
      }
      byte[] label = labels.get(i).getBytes(ISO_8859_1);
      octet(label.length);
      octets(Octets.wrap(label));
    }
    octet(0);
  }

  private void octet(int value) {
    room(1);
    octets[length++] = (byte) value;
  }

  private void number16(int value) {
    octet(value >> 8);
    octet(value);
  }

  private void number32(long value) {
    number16((int) (value >> 16));
    number16((int) value);
  }

  private void octets(Octets more) {
    room(more.length());
    more.copyTo(octets, length);
    length += more.length();
  }

  private void room(int more) {
    if (length + more > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + more));
    }
  }
}
