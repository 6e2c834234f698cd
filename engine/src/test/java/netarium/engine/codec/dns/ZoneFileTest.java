package netarium.engine.codec.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Zone files (RFC 1035 §5).
class ZoneFileTest {
  private static final DomainName ZONE = DomainName.parse("example.org").orElseThrow();

  private static List<String> records(String text) {
    ZoneFile.Read read = ZoneFile.read(text, ZONE);
    assertEquals(List.of(), read.problems());
    return read.records().stream().map(DnsRecord::toString).toList();
  }

  @Test
  void file_isReadToItsRecords() {
    assertEquals(
        List.of(
            "example.org. 3600 IN SOA ns.example.org. admin\\.x.example.org. 7 3600 600 604800 90",
            "example.org. 3600 IN NS ns.example.org.",
            "ns.example.org. 60 IN A 10.0.0.53",
            "ns.example.org. 3600 IN AAAA 2001:db8::35",
            "www.example.org. 3600 IN CNAME web.example.net.",
            "a.sub.example.org. 3600 IN MX 10 mail.sub.example.org.",
            "example.org. 3600 IN TXT \"a;b \\\"c\\\"\" \"\\000\"",
            "example.org. 5400 IN SRV 0 5 80 www.example.org.",
            "example.org. 3600 IN TYPE99 \\# 2 0aff"),
        records(
            """
            $TTL 1h
            @   IN SOA ns admin\\.x (
                  7      ; serial
                  3600 10m 1w 90 )
                   NS  ns
            ns  60 IN A 10.0.0.53
                IN AAAA 2001:db8::35
            www CNAME web.example.net.
            $ORIGIN sub.example.org.
            a   MX 10 mail
            $ORIGIN example.org.
            @   TXT "a;b \\"c\\"" "\\000"
            @   IN 1h30m SRV 0 5 80 www
            @   TYPE99 \\# 2 0aff
            """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | a MX mail | a number and a name expected, 10 mail",
        "1 | a A 10.0.0.256 | one address of four numbers expected, 10.0.0.1",
        "1 | a A | one address of four numbers expected",
        "1 | a.example.net. A 10.0.0.1 | does not belong to the zone example.org",
        "1 | a WKS x | unknown type WKS: A, AAAA",
        "1 | a CH A 10.0.0.1 | only IN is served here",
        "1 | a | a type and its data are missing",
        "1 | a..b A 10.0.0.1 | no name: a..b",
        "1 | $INCLUDE x | put the records of that file here",
        "1 | $GENERATE 1-2 | unknown $GENERATE",
        "1 | $TTL soon | $TTL needs a time",
        "1 | a A ( 10.0.0.1 | a ( without its )",
        "1 | a A 10.0.0.1 ) | a ) without its (",
        "1 | a TXT \"x | without its second one",
        "1 | a SOA ns admin 1 | SERVER PERSON SERIAL",
        "1 | ' A 10.0.0.1' | a record without a name",
        "1 | a A 10.0.0.1 | how long may it be kept? Write $TTL 3600",
      })
  void mistake_isToldWithItsLineAndWhatToDo(int line, String text, String why) {
    ZoneFile.Read read = ZoneFile.read(text, ZONE);
    assertEquals(List.of(), read.records());
    ZoneFile.Problem problem = read.problems().getFirst();
    assertEquals(line, problem.line());
    assertTrue(problem.text().contains(why), problem.text());
  }

  @Test
  void mistakes_areAllTold() {
    List<ZoneFile.Problem> problems =
        ZoneFile.read("$TTL 1\na A x\nb A 10.0.0.1\n\nc MX (\n 1\n)\n", ZONE).problems();
    assertEquals(List.of(2, 5), problems.stream().map(ZoneFile.Problem::line).toList());
  }
}
