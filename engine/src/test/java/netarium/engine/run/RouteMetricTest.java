package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.trace.SimEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two ways to one network, through `x` and through `y`: the smaller metric counts, then the first
/// in the file; a longer prefix counts more than any metric.
class RouteMetricTest {
  private static TestProject.Run run(String routes) {
    return new TestProject()
        .node(
            """
            { "id": "a", "kind": "vm", "interfaces": [ { "name": "eth0", "ipv4": "10.0.1.2/24",
                "gateway": "10.0.1.1" } ],
              "programs": [ { "kind": "script", "script": "scripts/a.lua" } ] }\
            """)
        .node(
            """
            { "id": "r", "kind": "router", "interfaces": [
                { "name": "eth0", "ipv4": "10.0.1.1/24" },
                { "name": "eth1", "ipv4": "10.0.2.1/24" },
                { "name": "eth2", "ipv4": "10.0.3.1/24" } ],
              "routes": [ %s ] }\
            """
                .formatted(routes))
        .node(router("x", "10.0.2.2/24", "10.0.9.1/24", "10.0.2.1"))
        .node(router("y", "10.0.3.2/24", "10.0.9.254/24", "10.0.3.1"))
        .node("{ \"id\": \"sw\", \"kind\": \"switch\" }")
        .node(
            """
            { "id": "b", "kind": "vm", "interfaces": [ { "name": "eth0", "ipv4": "10.0.9.9/24",
                "gateway": "10.0.9.1" } ], "programs": [] }\
            """)
        .link("ar", "a:eth0", "r:eth0", "")
        .link("rx", "r:eth1", "x:eth0", "")
        .link("ry", "r:eth2", "y:eth0", "")
        .link("xs", "x:eth1", "sw:p1", "")
        .link("ys", "y:eth1", "sw:p2", "")
        .link("bs", "b:eth0", "sw:p3", "")
        .script(
            "a.lua",
            "local p = os.spawn('ping', { '-c', 1, '10.0.9.9' }, { forward_stdout = true })")
        .run();
  }

  private static String router(String id, String near, String far, String back) {
    return """
    { "id": "%s", "kind": "router", "interfaces": [ { "name": "eth0", "ipv4": "%s" },
        { "name": "eth1", "ipv4": "%s" } ], "routes": [ { "to": "10.0.1.0/24", "via": "%s" } ] }\
    """
        .formatted(id, near, far, back);
  }

  @ParameterizedTest(name = "{0} to x, {1} to y: by {2}")
  @CsvSource({
    "5, 2, ry",
    "2, 5, rx",
    "3, 3, rx",
    "none, 1, rx",
    "1, none, ry",
    "none, none, rx",
  })
  void smallerMetric_decidesThenTheOrder(String toX, String toY, String link) {
    TestProject.Run run =
        run(route("10.0.9.0/24", "10.0.2.2", toX) + ", " + route("10.0.9.0/24", "10.0.3.2", toY));
    assertTrue(run.console("a").contains("10.0.9.9"), run.console("a"));
    assertEquals(1, requestsOn(run, link));
    assertEquals(0, requestsOn(run, link.equals("rx") ? "ry" : "rx"));
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({"10.0.9.9/32, ry", "10.0.9.8/29, ry", "10.0.0.0/16, rx"})
  void longerPrefix_countsMoreThanAnyMetric(String to, String link) {
    TestProject.Run run =
        run(route("10.0.9.0/24", "10.0.2.2", "1") + ", " + route(to, "10.0.3.2", "9"));
    assertEquals(1, requestsOn(run, link));
  }

  private static String route(String to, String via, String metric) {
    String last = metric.equals("none") ? "" : ", \"metric\": " + metric;
    return "{ \"to\": \"" + to + "\", \"via\": \"" + via + "\"" + last + " }";
  }

  /// Datagrams that the router `r` has sent there.
  private static long requestsOn(TestProject.Run run, String link) {
    int router = run.nodeIds().indexOf("r");
    return run.all(SimEvent.FrameSent.class).stream()
        .filter(sent -> sent.node() == router && sent.link().equals(link))
        .filter(sent -> sent.frame().payload().toString().contains("Ipv4Datagram"))
        .count();
  }
}
