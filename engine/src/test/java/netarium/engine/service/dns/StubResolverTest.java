package netarium.engine.service.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netarium.engine.codec.dns.DnsMessage;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DnsWriter;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.codec.dns.ResponseCode;
import netarium.engine.lab.Lab;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

/// A machine that asks name servers which behave in many ways.
class StubResolverTest {
  private static final String SERVER = "10.0.0.53";
  private static final String OTHER = "10.0.0.54";

  private static final int EPHEMERAL_FIRST = 49_152;

  private final DnsLab lab = new DnsLab();
  private final DnsLab.Machine server = lab.machine(SERVER);
  private final DnsLab.Machine other = lab.machine(OTHER);

  private DnsLab.Told ask(String... servers) {
    DnsLab.Told told = lab.client.ask("www.test", servers);
    lab.lab.run();
    return told;
  }

  @Test
  void answer_isFound() {
    List<DnsMessage> queries =
        server.script((query, reply) ->
            reply.send(
                DnsLab.answer(
                    query,
                    0,
                    DnsLab.address("WWW.test", "10.1.1.1"),
                    DnsLab.address("www.test", "10.1.1.2"),
                    DnsLab.address("elsewhere.test", "10.1.1.3"))));
    assertEquals("10.1.1.1 10.1.1.2 ", ask(SERVER).text());
    assertEquals(1, queries.size());
    assertTrue(queries.getFirst().wantsRecursion());
    assertEquals(1232, queries.getFirst().udpOctets());
  }

  @Test
  void lostQuery_isAskedAgain_andTheSecondServerBeforeTheFirstAgain() {
    int[] asked = {0};
    server.script((query, reply) -> {
      if (++asked[0] == 2) {
        reply.send(DnsLab.answer(query, 0, DnsLab.address("www.test", "10.1.1.1")));
      }
    });
    List<DnsMessage> others = other.script((query, reply) -> {});
    DnsLab.Told told = ask(SERVER, OTHER);
    assertEquals("10.1.1.1 ", told.text());
    assertEquals(1, others.size());
    assertEquals(10, told.atNanos / 1_000_000_000L);
  }

  @Test
  void silence_isATimeOut_afterTwoAttempts() {
    List<DnsMessage> queries = server.script((query, reply) -> {});
    DnsLab.Told told = ask(SERVER);
    assertEquals("timed out", told.text());
    assertEquals(10_000_000_000L, told.atNanos);
    assertEquals(2, queries.size());
    assertNotEquals(queries.get(0).id(), queries.get(1).id());
  }

  @Test
  void forgedAnswers_areIgnored() {
    DnsRecord wrong = DnsLab.address("www.test", "6.6.6.6");
    server.script((query, reply) -> {
      reply.send(DnsLab.answer(query.withId(query.id() ^ 1), 0, wrong));
      reply.send(Octets.wrap(new byte[] {1, 2, 3}));
      reply.send(query);
      DnsMessage asksElse = DnsMessage.query(query.id(), DnsLab.question("bank.test"), true, 512);
      reply.send(DnsLab.answer(asksElse, 0, DnsLab.address("bank.test", "6.6.6.6")));
      int asker = lab.ports.getLast();
      other
          .bind(0)
          .send(
              new Endpoint(Lab.address("10.0.0.1"), asker),
              DnsWriter.write(DnsLab.answer(query, 0, wrong)));
      lab.lab.at(
          3_000_000_000L,
          () -> reply.send(DnsLab.answer(query, 0, DnsLab.address("www.test", "10.1.1.1"))));
    });
    DnsLab.Told told = ask(SERVER);
    assertEquals("10.1.1.1 ", told.text());
    assertTrue(told.atNanos > 3_000_000_000L);
  }

  @Test
  void truncatedAnswer_isAskedForByTcp() {
    StringBuilder zone = new StringBuilder("$TTL 60\n@ SOA ns admin 1 1h 1h 1h 1h\n");
    for (int i = 0; i < 100; i++) {
      zone.append("www A 10.1.1.").append(i).append('\n');
    }
    server.serve(Optional.empty(), "test", zone.toString());
    DnsLab.Told told = ask(SERVER);
    assertEquals(100, ((DnsAnswer.Found) told.answers.getFirst()).records().size());
    assertFalse(lab.lab.lines("ESTABLISHED", SERVER + ":53").isEmpty());
  }

  @Test
  void aliases_areFollowed_askingAgainWhereTheAnswerEnds() {
    List<DnsMessage> queries =
        server.script((query, reply) -> {
          boolean isFirst = query.questions().getFirst().isSame(DnsLab.question("www.test"));
          reply.send(
              isFirst
                  ? DnsLab.answer(
                      query,
                      0,
                      new DnsRecord(
                          DnsLab.name("www.test"),
                          60,
                          new RecordData.Cname(DnsLab.name("web.test"))))
                  : DnsLab.answer(query, 0, DnsLab.address("web.test", "10.1.1.1")));
        });
    assertEquals("web.test. 10.1.1.1 ", ask(SERVER).text());
    assertEquals(2, queries.size());
  }

  @Test
  void ringOfAliases_ends() {
    server.script((query, reply) -> {
      DnsRecord back =
          new DnsRecord(
              query.questions().getFirst().name(),
              60,
              new RecordData.Cname(DnsLab.name("www.test")));
      reply.send(DnsLab.answer(query, 0, back));
    });
    assertEquals("server misbehaving (SERVFAIL)", ask(SERVER).text());
  }

  @Test
  void noSuchName_isAnAnswer_aFailureIsNot() {
    server.script((query, reply) -> reply.send(DnsLab.answer(query, ResponseCode.SERVER_FAILURE)));
    List<DnsMessage> others =
        other.script((query, reply) -> reply.send(DnsLab.answer(query, ResponseCode.NAME_ERROR)));
    assertEquals("no such name", ask(SERVER, OTHER).text());
    assertEquals(1, others.size());
    assertEquals("no such name", ask(OTHER, SERVER).text());
    assertEquals("server misbehaving (SERVFAIL)", ask(SERVER).text());
  }

  @Test
  void emptyAnswer_isNoData() {
    server.script((query, reply) -> reply.send(DnsLab.answer(query, 0)));
    assertEquals("no data", ask(SERVER).text());
  }

  @Test
  void portWithoutListener_isPassedOverAtOnce() {
    other.script((query, reply) ->
        reply.send(DnsLab.answer(query, 0, DnsLab.address("www.test", "10.1.1.1"))));
    DnsLab.Told told = ask(SERVER, OTHER);
    assertEquals("10.1.1.1 ", told.text());
    assertTrue(told.atNanos < 100_000_000L, "at " + told.atNanos);
    assertEquals("nobody listens at 10.0.0.53:53", ask(SERVER).text());
    assertEquals("no route to host 172.16.0.1", ask("172.16.0.1").text());
  }

  @Test
  void questionTakenBack_isNotAnswered() {
    server.script((query, reply) ->
        reply.send(DnsLab.answer(query, 0, DnsLab.address("www.test", "10.1.1.1"))));
    DnsLab.Told told = lab.client.ask("www.test", SERVER);
    told.takesBack.run();
    lab.lab.run();
    assertEquals(List.of(), told.answers);
    assertTrue(lab.lab.simulator.nowNanos() < 1_000_000_000L);
  }

  @Test
  void ports_differFromQueryToQuery() {
    server.script((query, reply) -> {});
    for (int i = 0; i < 4; i++) {
      lab.client.ask("www.test", SERVER);
    }
    lab.lab.runUntil(1_000_000_000L);
    Set<Integer> ports = new LinkedHashSet<>(lab.ports);
    assertEquals(lab.ports.size(), ports.size());
    assertTrue(ports.size() >= 3, "ARP holds three datagrams back: " + ports);
    assertFalse(ports.contains(EPHEMERAL_FIRST), "ports " + ports);
  }
}
