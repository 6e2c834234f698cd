package netarium.engine.service.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.codec.dns.DnsMessage;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DnsWriter;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.codec.dns.RecordType;
import netarium.engine.codec.dns.ResponseCode;
import netarium.engine.lab.Lab;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a name server answers: from zones, from others, from its cache.
class DnsServerTest {
  private static final String TOP = "$TTL 600\n@ SOA ns admin 1 1h 1h 1h 30\n";
  private static final String ZONE =
      TOP
          + """
          @     NS  ns
                MX  10 mail
          ns    A   10.0.0.53
          mail  A   10.0.0.25
          www   CNAME web
          far   CNAME www.other.test.
          gone  CNAME nothing
          web   A   10.0.0.80
          a.b   A   10.0.0.7
          *.any TXT "wild"
          sub   NS  ns.sub
          ns.sub A  10.0.0.54
          """;

  private static DnsMessage asked(DnsServer server, DnsMessage query) {
    return answers(server, DnsWriter.write(query)).getFirst();
  }

  private static List<DnsMessage> answers(DnsServer server, Octets query) {
    List<DnsMessage> answers = new ArrayList<>();
    server.take(query, new Endpoint(Lab.address("10.0.0.1"), 5000), answers::add);
    return answers;
  }

  private static DnsMessage asked(String name, String type) {
    DnsServer server =
        new DnsServer(List.of(DnsLab.zone("shop.test", ZONE)), Optional.empty(), line -> {});
    int number = RecordType.number(type).orElseThrow();
    return asked(
        server, DnsMessage.query(7, new DnsQuestion(DnsLab.name(name), number), true, 1232));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web.shop.test | A | NOERROR aa | 10.0.0.80 | | ",
        "WEB.Shop.Test | A | NOERROR aa | 10.0.0.80 | | ",
        "web.shop.test | AAAA | NOERROR aa | | SOA | ",
        "www.shop.test | A | NOERROR aa | web.shop.test. 10.0.0.80 | | ",
        "www.shop.test | CNAME | NOERROR aa | web.shop.test. | | ",
        "gone.shop.test | A | NXDOMAIN aa | nothing.shop.test. | SOA | ",
        "far.shop.test | A | NOERROR aa | www.other.test. | | ",
        "no.shop.test | A | NXDOMAIN aa | | SOA | ",
        "b.shop.test | A | NOERROR aa | | SOA | ",
        "x.any.shop.test | TXT | NOERROR aa | \"wild\" | | ",
        "x.y.any.shop.test | TXT | NOERROR aa | \"wild\" | | ",
        "x.any.shop.test | A | NOERROR aa | | SOA | ",
        "shop.test | MX | NOERROR aa | 10 mail.shop.test. | | 10.0.0.25",
        "x.sub.shop.test | A | NOERROR | | NS | 10.0.0.54",
        "sub.shop.test | NS | NOERROR | | NS | 10.0.0.54",
        "other.test | A | REFUSED | | | ",
        "shop.test | AXFR | REFUSED | | | ",
      })
  void question_isAnsweredFromTheZone(
      String name, String type, String status, String answers, String authority, String extra) {
    DnsMessage answer = asked(name, type);
    String code = ResponseCode.name(answer.responseCode());
    assertEquals(status, code + (answer.isAuthoritative() ? " aa" : ""));
    assertEquals(answers == null ? "" : answers, data(answer.answers()));
    assertEquals(
        authority == null ? List.of() : List.of(authority),
        answer.authority().stream().map(each -> RecordType.name(each.type())).toList());
    assertEquals(
        extra == null ? "" : extra,
        data(answer.additional().stream().filter(each -> each.type() != RecordType.OPT).toList()));
    assertTrue(answer.isResponse() && answer.wantsRecursion() && !answer.offersRecursion());
  }

  private static String data(List<DnsRecord> records) {
    return String.join(" ", records.stream().map(each -> each.data().text()).toList());
  }

  @Test
  void negativeAnswer_mayBeKeptAsLongAsTheZoneSays() {
    assertEquals(30, asked("no.shop.test", "A").authority().getFirst().ttlSeconds());
  }

  @Test
  void whatIsNoQuestion_isRefusedOrPassedOver() {
    DnsServer server = new DnsServer(List.of(), Optional.empty(), line -> {});
    DnsMessage query = DnsMessage.query(7, DnsLab.question("x"), false, 512);
    DnsMessage notify =
        new DnsMessage(7, 4 << 11, query.questions(), List.of(), List.of(), List.of());
    assertEquals(ResponseCode.NOT_IMPLEMENTED, asked(server, notify).responseCode());
    DnsMessage none = new DnsMessage(7, 0, List.of(), List.of(), List.of(), List.of());
    assertEquals(ResponseCode.FORMAT_ERROR, asked(server, none).responseCode());
    Octets response = DnsWriter.write(DnsLab.answer(query, 0));
    assertEquals(List.of(), answers(server, response));
    Octets half = Octets.wrap(HexFormat.of().parseHex("0007010000010000000000000377"));
    List<DnsMessage> answers = answers(server, half);
    assertEquals(ResponseCode.FORMAT_ERROR, answers.getFirst().responseCode());
    assertEquals(7, answers.getFirst().id());
  }

  @Test
  void namesOfTheNetwork_areServedBothWays() {
    Map<String, Ipv4Address> names = new LinkedHashMap<>();
    names.put("localhost", Lab.address("127.0.0.1"));
    names.put("Alice", Lab.address("10.0.0.2"));
    names.put("www.example.org", Lab.address("10.0.0.2"));
    names.put("two words", Lab.address("10.0.0.3"));
    DnsServer server =
        new DnsServer(List.of(NetworkNames.zone(names, true)), Optional.empty(), line -> {});
    DnsMessage query = DnsMessage.query(7, DnsLab.question("alice"), true, 512);
    assertEquals("10.0.0.2", data(asked(server, query).answers()));
    DnsQuestion back = new DnsQuestion(DnsLab.name("2.0.0.10.in-addr.arpa"), RecordType.PTR);
    assertEquals(
        "Alice. www.example.org.",
        data(asked(server, DnsMessage.query(7, back, true, 512)).answers()));
    DnsMessage no = DnsMessage.query(7, DnsLab.question("localhost"), true, 512);
    assertEquals(ResponseCode.NAME_ERROR, asked(server, no).responseCode());
  }

  // ---- asking others -----------------------------------------------------------------------

  private final DnsLab lab = new DnsLab();
  private final DnsLab.Machine resolver = lab.machine("10.0.0.2");

  /// 10.0.0.3 serves the root, 10.0.0.4 `test` and below it 10.0.0.5 `shop.test`.
  private DnsLab.Served tree(String shop) {
    lab.machine("10.0.0.3")
        .serve(
            Optional.empty(),
            ".",
            TOP
                + "@ NS a.root.\na.root. A 10.0.0.3\ntest. NS ns.test.\nns.test. A 10.0.0.4\n"
                + "far. NS ns.test.\n");
    lab.machine("10.0.0.4")
        .serve(
            Optional.empty(),
            "test",
            TOP + "@ NS ns\nns A 10.0.0.4\nshop NS ns.shop\nns.shop A 10.0.0.5\n",
            "far",
            TOP + "@ NS ns.test.\nwww CNAME web.shop.test.\n");
    return lab.machine("10.0.0.5").serve(Optional.empty(), "shop.test", shop);
  }

  private Recursor recursor() {
    return new Recursor(resolver.dns, List.of(), List.of(Lab.address("10.0.0.3")));
  }

  private DnsLab.Told askAt(long seconds, String name) {
    DnsLab.Told[] told = {null};
    lab.lab.at(seconds * 1_000_000_000L, () -> told[0] = lab.client.ask(name, "10.0.0.2"));
    lab.lab.runUntil((seconds + 20) * 1_000_000_000L);
    return told[0];
  }

  @Test
  void name_isFoundFromTheRootDown() {
    DnsLab.Served shop = tree(ZONE);
    resolver.serve(Optional.of(recursor()));
    assertEquals("web.shop.test. 10.0.0.80 ", askAt(0, "www.shop.test").text());
    assertEquals(
        List.of("10.0.0.2 asks A www.shop.test: web.shop.test., 10.0.0.80"),
        shop.log.stream().map(line -> line.replaceFirst(":\\d+ ", " ")).toList());
    assertEquals("web.shop.test. 10.0.0.80 ", askAt(30, "www.far").text());
    assertEquals("no such name", askAt(60, "no.shop.test").text());
    assertEquals("no data", askAt(90, "shop.test").text());
    assertEquals("no such name", askAt(120, "nowhere").text());
  }

  @Test
  void cache_answersUntilTheTimeIsOver() {
    DnsLab.Served shop = tree(ZONE);
    resolver.serve(Optional.of(recursor()));
    assertEquals("10.0.0.80 ", askAt(0, "web.shop.test").text());
    DnsLab.Told kept = askAt(500, "web.shop.test");
    assertEquals("10.0.0.80 ", kept.text());
    assertEquals(1, shop.log.size());
    long left = ((DnsAnswer.Found) kept.answers.getFirst()).records().getFirst().ttlSeconds();
    assertEquals(100, left);
    assertEquals("10.0.0.80 ", askAt(601, "web.shop.test").text());
    assertEquals(2, shop.log.size());
  }

  @Test
  void thatANameDoesNotExist_isKeptAsLongAsTheZoneSays() {
    DnsLab.Served shop = tree(ZONE);
    resolver.serve(Optional.of(recursor()));
    askAt(0, "no.shop.test");
    assertEquals("no such name", askAt(25, "no.shop.test").text());
    assertEquals(1, shop.log.size());
    askAt(46, "no.shop.test");
    assertEquals(2, shop.log.size());
  }

  @Test
  void sameQuestionAtOnce_isAskedOnce() {
    DnsLab.Served shop = tree(ZONE);
    resolver.serve(Optional.of(recursor()));
    DnsLab.Told one = lab.client.ask("web.shop.test", "10.0.0.2");
    DnsLab.Told two = lab.client.ask("web.shop.test", "10.0.0.2");
    lab.lab.run();
    assertEquals("10.0.0.80 ", one.text());
    assertEquals("10.0.0.80 ", two.text());
    assertEquals(1, shop.log.size());
  }

  @Test
  void forwarder_isAskedForWhatIsNotServed() {
    lab.machine("10.0.0.5").serve(Optional.empty(), "shop.test", ZONE);
    Recursor recursor =
        new Recursor(
            resolver.dns, List.of(Lab.address("10.0.0.99"), Lab.address("10.0.0.5")), List.of());
    resolver.serve(Optional.of(recursor), "own.test", TOP + "x A 10.9.9.9\n");
    assertEquals("10.9.9.9 ", askAt(0, "x.own.test").text());
    assertEquals("web.shop.test. 10.0.0.80 ", askAt(30, "www.shop.test").text());
    assertEquals("server misbehaving (SERVFAIL)", askAt(60, "x.other.test").text());
  }

  @Test
  void recursion_isRefusedToWhoDoesNotWantIt() {
    tree(ZONE);
    DnsServer server = new DnsServer(List.of(), Optional.of(recursor()), line -> {});
    DnsMessage query = DnsMessage.query(7, DnsLab.question("web.shop.test"), false, 512);
    assertEquals(ResponseCode.REFUSED, asked(server, query).responseCode());
    assertTrue(asked(server, query).offersRecursion());
  }

  @Test
  void liesAboutOtherZones_areNotKept() {
    tree(ZONE);
    lab.machine("10.0.0.6")
        .script((query, reply) ->
            reply.send(
                new DnsMessage(
                    query.id(),
                    DnsMessage.RESPONSE | DnsMessage.AUTHORITATIVE,
                    query.questions(),
                    List.of(
                        new DnsRecord(
                            query.questions().getFirst().name(),
                            600,
                            new RecordData.A(Lab.address("10.6.6.6"))),
                        DnsLab.address("web.shop.test", "6.6.6.6")),
                    List.of(),
                    List.of(DnsLab.address("web.shop.test", "6.6.6.6")))));
    resolver.serve(
        Optional.of(recursor()), "mine.test", TOP + "evil NS ns.evil\nns.evil A 10.0.0.6\n");
    assertEquals("10.6.6.6 ", askAt(0, "x.evil.mine.test").text());
    assertEquals("10.0.0.80 ", askAt(30, "web.shop.test").text());
  }

  @Test
  void silentServers_areAFailure_notAHang() {
    lab.machine("10.0.0.3").script((query, reply) -> {});
    resolver.serve(Optional.of(recursor()));
    DnsLab.Told told = askAt(0, "web.shop.test");
    assertEquals("server misbehaving (SERVFAIL)", told.text());
    assertFalse(told.atNanos > 10_000_000_000L);
  }
}
