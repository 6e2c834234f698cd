package netarium.engine.run;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.analysis.Conversations;
import netarium.engine.analysis.DnsLookup;
import netarium.engine.analysis.DnsMessage;
import netarium.engine.analysis.HttpExchange;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// What readers of a run see of the questions for names, and which request each was asked for.
final class LookUpReadingTest {
  private static final String ZONE =
      """
      $TTL 60
      @   IN SOA ns hostmaster 1 3600 600 86400 60
      www IN A   10.0.0.80
      """;

  /// The certificate of web is for its name in the zone too.
  private static final String HOSTS = ", \"hosts\": {\"www.shop.test\": \"10.0.0.80\"}";

  private static Conversations read(String client, String members) {
    String zone = ZONE.replace("\n", "\\n");
    TestProject.Run run =
        new TestProject()
            .vmWith("client", "10.0.0.2/24", members, "client.lua")
            .node(
                """
                { "id": "ns", "kind": "vm",
                  "interfaces": [{ "name": "eth0", "ipv4": "10.0.0.53/24" }],
                  "files": { "/etc/zone": "%s" },
                  "programs": [{ "kind": "program", "program": "/bin/named",
                    "args": ["--zone", "shop.test=/etc/zone", "--doh", "-q"] }] }\
                """
                    .formatted(zone))
            .vmWith("web", "10.0.0.80/24", HOSTS, "web.lua")
            .node(
                """
                { "id": "sw", "kind": "switch", "interfaces": [
                  { "name": "p1" }, { "name": "p2" }, { "name": "p3" }] }\
                """)
            .link("l1", "client:eth0", "sw:p1", "")
            .link("l2", "ns:eth0", "sw:p2", "")
            .link("l3", "web:eth0", "sw:p3", "")
            .script("client.lua", "sleep(0.1)\n" + client)
            .script(
                "web.lua",
                """
                local function page() return 200, "text/plain", "shop" end
                http.pool{port = 80, workers = 1, handler = page}
                http.pool{port = 443, workers = 1, handler = page, tls = true}
                """)
            .with(", \"until\": \"20s\"")
            .run();
    Conversations conversations = new Conversations();
    for (SimEvent each : run.events()) {
      conversations.accept(each);
    }
    return conversations;
  }

  @Test
  void questionByUdp_isAPartOfTheRequest() {
    Conversations found = read("http_get('http://www.shop.test/')", ", \"dns\": [\"10.0.0.53\"]");
    DnsLookup lookup = found.dnsLookups().getFirst();
    assertEquals(DnsLookup.Way.UDP, lookup.way());
    assertEquals("www.shop.test", lookup.name());
    HttpExchange exchange = found.exchanges().getFirst();
    assertEquals(List.of(lookup), exchange.lookups());
    assertEquals(lookup.askedAt(), exchange.atClient().lookUpStart());
    assertTrue(exchange.atClient().lookUpEnd() > exchange.atClient().lookUpStart());
    assertTrue(exchange.atClient().lookUpEnd() <= exchange.atClient().connectStart());
    assertEquals(lookup.askedAt(), exchange.atClient().start());
    assertEquals(HttpExchange.State.LOOKING_UP, exchange.state(lookup.askedAt()));
  }

  @Test
  void questionForSomethingElse_isNone() {
    Conversations found =
        read(
            "net.LookupHost('www.shop.test') http_get('http://10.0.0.80/')",
            ", \"dns\": [\"10.0.0.53\"]");
    assertEquals(1, found.dnsLookups().size());
    assertEquals(List.of(), found.exchanges().getFirst().lookups());
    assertEquals(-1, found.exchanges().getFirst().atClient().lookUpStart());
  }

  @Test
  void questionByHttps_isFoundInside() {
    Conversations found =
        read(
            "http_get('https://www.shop.test/')",
            ", \"platform\": \"browser\", \"doh\": \"https://10.0.0.53/dns-query\"");
    assertEquals(2, found.exchanges().size());
    HttpExchange question = found.exchanges().getFirst();
    assertEquals("https://10.0.0.53/dns-query", question.url());
    DnsMessage asked = requireNonNull(requireNonNull(question.request()).dns());
    assertEquals("www.shop.test", asked.questions().getFirst().name());
    DnsMessage answered = requireNonNull(requireNonNull(question.response()).dns());
    assertEquals("10.0.0.80", answered.addresses().getFirst().toString());
    DnsLookup lookup = found.dnsLookups().getFirst();
    assertEquals(DnsLookup.Way.HTTPS, lookup.way());
    assertEquals(List.of(lookup), found.exchanges().get(1).lookups());
    assertTrue(lookup.answeredAt() > lookup.askedAt());
  }
}
