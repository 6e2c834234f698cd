package netarium.engine.codec.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages as octets and back (RFC 1035 §4).
class DnsMessageTest {
  private static DomainName name(String text) {
    return DomainName.parse(text).orElseThrow();
  }

  private static Octets hex(String digits) {
    return Octets.wrap(HexFormat.of().parseHex(digits.replace(" ", "")));
  }

  @Test
  void query_isTheseOctets() {
    DnsQuestion question = new DnsQuestion(name("www.example.org"), RecordType.A);
    assertEquals(
        hex(
            "2a5f 0100 0001 0000 0000 0001"
                + "03777777 076578616d706c65 036f7267 00 0001 0001"
                + "00 0029 04d0 00000000 0000"),
        DnsWriter.write(DnsMessage.query(0x2a5f, question, true, 1232)));
  }

  @Test
  void answer_pointsToNamesThatStandBefore() {
    DnsMessage answer =
        new DnsMessage(
            0x2a5f,
            0x8580,
            List.of(new DnsQuestion(name("www.example.org"), RecordType.A)),
            List.of(
                new DnsRecord(
                    name("www.example.org"), 60, new RecordData.Cname(name("web.example.org"))),
                new DnsRecord(
                    name("web.example.org"), 60, new RecordData.A(new Ipv4Address(0x0a000202)))),
            List.of(
                new DnsRecord(
                    name("example.org"), 3600, new RecordData.Ns(name("ns.example.org")))),
            List.of(
                new DnsRecord(
                    name("_http._tcp.example.org"),
                    60,
                    new RecordData.Srv(0, 5, 80, name("web.example.org")))));
    Octets octets = DnsWriter.write(answer);
    assertEquals(
        hex(
            "2a5f 8580 0001 0002 0001 0001"
                + "03777777 076578616d706c65 036f7267 00 0001 0001"
                + "c00c 0005 0001 0000003c 0006 03776562 c010"
                + "c02d 0001 0001 0000003c 0004 0a000202"
                + "c010 0002 0001 00000e10 0005 026e73 c010"
                + "055f68747470 045f746370 c010 0021 0001 0000003c 0017"
                + "0000 0005 0050 03776562 076578616d706c65 036f7267 00"),
        octets);
    assertEquals(new Parsed.Ok<>(answer), DnsReader.read(octets));
  }

  @Test
  void whateverIsWritten_isReadAsTheSame() {
    SplittableRandom random = new SplittableRandom(1035);
    for (int i = 0; i < 3000; i++) {
      DnsMessage message = message(random);
      assertEquals(new Parsed.Ok<>(message), DnsReader.read(DnsWriter.write(message)));
    }
  }

  private static DnsMessage message(SplittableRandom random) {
    List<DnsQuestion> questions = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      questions.add(new DnsQuestion(name(random), random.nextInt(65_536), random.nextInt(65_536)));
    }
    return new DnsMessage(
        random.nextInt(65_536),
        random.nextInt(65_536),
        questions,
        records(random),
        records(random),
        records(random));
  }

  private static List<DnsRecord> records(SplittableRandom random) {
    List<DnsRecord> records = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      long ttl = random.nextLong(1L << 32);
      if (random.nextInt(5) == 0) {
        RecordData octets = new RecordData.Opaque(octets(random, random.nextInt(40)));
        records.add(new DnsRecord(name(random), 99, random.nextInt(65_536), ttl, octets));
      } else {
        records.add(new DnsRecord(name(random), ttl, data(random)));
      }
    }
    return records;
  }

  private static RecordData data(SplittableRandom random) {
    return switch (random.nextInt(9)) {
      case 0 -> new RecordData.A(new Ipv4Address(random.nextInt()));
      case 1 -> new RecordData.Aaaa(octets(random, 16));
      case 2 -> new RecordData.Ns(name(random));
      case 3 -> new RecordData.Cname(name(random));
      case 4 -> new RecordData.Ptr(name(random));
      case 5 -> new RecordData.Mx(random.nextInt(65_536), name(random));
      case 6 -> new RecordData.Srv(1, 2, random.nextInt(65_536), name(random));
      case 7 -> new RecordData.Txt(List.of(octets(random, random.nextInt(256)), octets(random, 3)));
      default ->
          new RecordData.Soa(
              name(random), name(random), random.nextLong(1L << 32), 1, 2, 3, 0xffff_ffffL);
    };
  }

  private static Octets octets(SplittableRandom random, int length) {
    byte[] octets = new byte[length];
    random.nextBytes(octets);
    return Octets.wrap(octets);
  }

  /// Few labels, so that names share their ends; now and then one of any octets.
  private static DomainName name(SplittableRandom random) {
    List<String> labels = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String odd = "" + (char) random.nextInt(256) + (char) random.nextInt(256);
      List<String> usual = List.of("a", "A", "www", "example", "org", odd, "x".repeat(63));
      labels.add(usual.get(random.nextInt(usual.size())));
    }
    while (labels.stream().mapToInt(each -> each.length() + 1).sum() > 254) {
      labels.removeLast();
    }
    return new DomainName(labels);
  }

  @Test
  void anyOctets_areAValue() {
    SplittableRandom random = new SplittableRandom(4);
    int wholes = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] octets = DnsWriter.write(message(random)).toByteArray();
      for (int flips = random.nextInt(4); flips > 0; flips--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextBoolean() ? octets.length : random.nextInt(octets.length);
      Octets damaged = Octets.wrap(octets).slice(0, length);
      Parsed<DnsMessage> parsed = DnsReader.read(damaged);
      if (parsed instanceof Parsed.Ok<DnsMessage>(DnsMessage read)) {
        wholes++;
        assertEquals(parsed, DnsReader.read(DnsWriter.write(read)));
      }
    }
    assertTrue(wholes > 100, "some are still messages: " + wholes);
  }

  @ParameterizedTest
  @CsvSource({
    "header, 2a5f 0100",
    "name, 2a5f 0100 0001 0000 0000 0000 c00c 0001 0001",
    "name, 2a5f 0100 0001 0000 0000 0000 40 0001 0001",
    "question, 2a5f 0100 0001 0000 0000 0000 00 0001",
    "data, 2a5f 8100 0000 0001 0000 0000 00 0001 0001 00000000 0003 0a0000",
    "data, 2a5f 8100 0000 0001 0000 0000 00 0001 0001 00000000 0004 0a0000",
    "data, 2a5f 8100 0000 0001 0000 0000 00 0010 0001 00000000 0002 0561",
    "end, 2a5f 0100 0001 0000 0000 0000 00 0001 0001 00",
  })
  void badOctets_areMalformedThere(String field, String octets) {
    Parsed.Malformed<?> bad =
        assertInstanceOf(Parsed.Malformed.class, DnsReader.read(hex(octets)), octets);
    assertEquals(field, bad.field().name());
  }

  @Test
  void longMessage_losesWhatIsOnlyAdditionalFirst() {
    List<DnsRecord> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(new DnsRecord(name("n" + i), 60, new RecordData.A(new Ipv4Address(i))));
    }
    DnsQuestion question = new DnsQuestion(name("x"), RecordType.A);
    List<DnsQuestion> asked = List.of(question);
    List<DnsRecord> extra = new ArrayList<>(many);
    extra.add(DnsRecord.opt(1232));
    DnsMessage long1 = new DnsMessage(1, 0x8000, asked, many, List.of(), extra);
    DnsMessage cut = read(DnsWriter.write(long1, 512));
    assertEquals(many, cut.answers());
    assertEquals(List.of(DnsRecord.opt(1232)), cut.additional());
    assertFalse(cut.isTruncated());

    DnsMessage truncated = read(DnsWriter.write(long1, 300));
    assertTrue(truncated.isTruncated());
    assertEquals(List.of(), truncated.answers());
    assertEquals(asked, truncated.questions());
  }

  private static DnsMessage read(Octets octets) {
    return switch (DnsReader.read(octets)) {
      case Parsed.Ok<DnsMessage>(DnsMessage message) -> message;
      case Parsed.Malformed<DnsMessage> bad -> throw new AssertionError(bad.trouble());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "www.Example.ORG, www.Example.ORG",
    "www.example.org., www.example.org",
    "., .",
    "a\\.b.c, a\\.b.c",
    "\\097.c, a.c",
    "\\000, \\000",
  })
  void name_isReadAndWritten(String text, String written) {
    assertEquals(written, name(text).toString());
  }

  @ParameterizedTest
  @CsvSource({"''", "..", "a..b", ".a", "'a b'", "ä.b", "\\25", "\\256", "a\\"})
  void noName_isNone(String text) {
    assertTrue(DomainName.parse(text).isEmpty());
    assertTrue(DomainName.parse("x".repeat(64)).isEmpty());
    assertTrue(DomainName.parse(("x".repeat(62) + ".").repeat(5)).isEmpty());
  }

  @Test
  void names_areTheSameWhateverTheCaseOfTheirLetters() {
    assertTrue(name("WWW.example.org").isSame(name("www.EXAMPLE.org")));
    assertEquals(name("WWW.example.org").key(), name("www.EXAMPLE.org").key());
    assertTrue(name("www.example.org").isWithin(name("Example.org")));
    assertFalse(name("wwwexample.org").isWithin(name("example.org")));
    assertEquals(
        "2.1.0.10.in-addr.arpa", DomainName.ofAddress(new Ipv4Address(0x0a000102)).toString());
  }

  @Test
  void recordThatCouldNotBeRead_cannotBeMade() {
    RecordData octets = new RecordData.Opaque(Octets.EMPTY);
    assertThrows(
        IllegalArgumentException.class, () -> new DnsRecord(name("x"), RecordType.A, 1, 0, octets));
    assertEquals(0, new DnsRecord(name("x"), 99, 1, 0x8000_0000L, octets).lifetimeSeconds());
  }
}
