package netarium.engine.codec.dns;

import java.util.List;
import java.util.Optional;

/// A DNS message (RFC 1035 §4.1): `flags` are the 16 bits behind the id, as they are.
public record DnsMessage(
    int id,
    int flags,
    List<DnsQuestion> questions,
    List<DnsRecord> answers,
    List<DnsRecord> authority,
    List<DnsRecord> additional) {
  public static final int HEADER_OCTETS = 12;

  /// What fits into UDP without a word of the asker (RFC 1035 §4.2.1).
  public static final int PLAIN_UDP_OCTETS = 512;

  public static final int MAX_OCTETS = 65_535;

  public static final int RESPONSE = 0x8000;
  public static final int AUTHORITATIVE = 0x400;
  public static final int TRUNCATED = 0x200;
  public static final int RECURSION_DESIRED = 0x100;
  public static final int RECURSION_AVAILABLE = 0x80;

  public DnsMessage {
    questions = List.copyOf(questions);
    answers = List.copyOf(answers);
    authority = List.copyOf(authority);
    additional = List.copyOf(additional);
  }

  /// A query that says how much its sender takes by UDP.
  public static DnsMessage query(int id, DnsQuestion question, boolean wantsRecursion, int octets) {
    return new DnsMessage(
        id,
        wantsRecursion ? RECURSION_DESIRED : 0,
        List.of(question),
        List.of(),
        List.of(),
        List.of(DnsRecord.opt(octets)));
  }

  public boolean isResponse() {
    return (flags & RESPONSE) != 0;
  }

  public int opcode() {
    return flags >>> 11 & 15;
  }

  public boolean isAuthoritative() {
    return (flags & AUTHORITATIVE) != 0;
  }

  public boolean isTruncated() {
    return (flags & TRUNCATED) != 0;
  }

  public boolean wantsRecursion() {
    return (flags & RECURSION_DESIRED) != 0;
  }

  public boolean offersRecursion() {
    return (flags & RECURSION_AVAILABLE) != 0;
  }

  /// One of [ResponseCode], or another.
  public int responseCode() {
    return flags & 15;
  }

  /// The word of its sender about EDNS, if there is one (RFC 6891).
  public Optional<DnsRecord> opt() {
    return additional.stream().filter(each -> each.type() == RecordType.OPT).findFirst();
  }

  /// How much its sender takes by UDP: 512 octets at least.
  public int udpOctets() {
    return opt()
        .map(each -> Math.max(PLAIN_UDP_OCTETS, each.classNumber()))
        .orElse(PLAIN_UDP_OCTETS);
  }

  public DnsMessage withId(int other) {
    return new DnsMessage(other, flags, questions, answers, authority, additional);
  }
}
