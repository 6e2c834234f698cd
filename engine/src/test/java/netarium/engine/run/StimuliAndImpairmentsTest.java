package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is done to a network with whatever links: a transfer ends right or its ends are told,
/// and when all is well again so is the next one.
class StimuliAndImpairmentsTest {
  /// Echoes; tells of each connection how it ended.
  private static final String SERVER =
      """
      local l = assert(net.Listen("tcp", ":7"))
      while true do
        local c = l:Accept()
        go(function()
          c:SetReadDeadline(120)
          local data, err = c:Read(4000)
          while data do
            local sent, e = c:Write(data)
            if not sent then err = e break end
            data, err = c:Read(4000)
          end
          print("ended", err)
          c:Close()
        end)
      end
      """;

  /// Sends text and compares what comes back until that worked twice: once in the midst of it, and
  /// once when all is long over.
  private static final String CLIENT =
      """
      local function attempt(octets)
        local text = ""
        local i = 0
        while #text < octets do
          i = i + 1
          text = text .. "line " .. i .. "\\n"
        end
        local c, err = net.Dial("tcp", "server:7")
        if not c then return err end
        c:SetDeadline(120)
        go(function()
          c:Write(text)
          c:CloseWrite()
        end)
        local back = ""
        local data
        data, err = c:Read(4000)
        while data do
          back = back .. data
          data, err = c:Read(4000)
        end
        c:Close()
        if err ~= io.EOF then
          if back ~= text:sub(1, #back) then return "WRONG" end
          return err
        end
        return back == text and "right" or "WRONG"
      end
      local answer
      repeat
        answer = tostring(attempt(40000))
        print(answer)
      until answer == "right" or answer == "WRONG"
      sleep(500)
      print("afterwards " .. tostring(attempt(10000)))
      """;

  private static final Map<String, String> STIMULI = new TreeMap<>();
  private static final Map<String, String> IMPAIRMENTS = new TreeMap<>();

  static {
    String one = "{ \"at\": \"300ms\", \"do\": \"%s\", %s }";
    String heal = ", { \"at\": \"4s\", \"do\": \"heal\", \"link\": \"ls\" }";
    STIMULI.put("nothing", "");
    STIMULI.put("cut and heal", one.formatted("cut", "\"link\": \"ls\"") + heal);
    STIMULI.put(
        "partition and heal",
        one.formatted("partition", "\"groups\": [[\"server\"], [\"sw\", \"client\"]]") + heal);
    for (String node : List.of("server", "client", "sw")) {
      String whom = "\"node\": \"" + node + "\"";
      STIMULI.put("crash of " + node, one.formatted("crash", whom + ", \"for\": \"3s\""));
      STIMULI.put("restart of " + node, one.formatted("restart", whom));
      STIMULI.put("pause of " + node, one.formatted("pause", whom + ", \"for\": \"3s\""));
    }
    IMPAIRMENTS.put("none", "");
    IMPAIRMENTS.put("loss", "\"loss\": \"10%\"");
    IMPAIRMENTS.put("duplicate", "\"duplicate\": \"30%\"");
    IMPAIRMENTS.put("reorder", "\"reorder\": \"30%\"");
    IMPAIRMENTS.put("corrupt", "\"corrupt\": \"10%\"");
    IMPAIRMENTS.put("jitter", "\"jitter\": \"20ms\"");
    IMPAIRMENTS.put("short queue", "\"queue\": 3");
    IMPAIRMENTS.put("small packets", "\"mtu\": 576");
    IMPAIRMENTS.put("slow back", "\"rate\": { \"ab\": \"1Mbit/s\", \"ba\": \"100kbit/s\" }");
    IMPAIRMENTS.put("marks", "\"mark\": 2");
    IMPAIRMENTS.put(
        "rules",
        """
        "rules": [{ "match": "tcp", "nth": 9, "do": "drop" },
          { "match": "tcp", "nth": 12, "do": "duplicate", "by": "30ms" },
          { "match": "tcp", "nth": 15, "do": "delay", "by": "50ms" },
          { "match": "tcp", "nth": 18, "do": "corrupt" }]\
        """);
    IMPAIRMENTS.put(
        "all at once",
        """
        "loss": "3%", "duplicate": "5%", "reorder": "5%", "corrupt": "2%", "jitter": "3ms",
        "mtu": 1000, "mark": 3\
        """);
  }

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (String stimulus : STIMULI.keySet()) {
      for (String impairment : IMPAIRMENTS.keySet()) {
        pairs.add(Arguments.of(stimulus, impairment));
      }
    }
    return pairs.stream();
  }

  private static TestProject.Run play(String stimuli, String impairment) {
    String tcp = ", \"tcp\": { \"ecn\": true }";
    String link = ", \"rate\": \"1Mbit/s\", \"delay\": \"5ms\"";
    String server = impairment.contains("\"rate\"") ? ", \"delay\": \"5ms\", " : link + ", ";
    return new TestProject()
        .vmWith("server", "10.0.1.2/24", tcp, "server.lua")
        .vmWith("client", "10.0.1.3/24", tcp, "client.lua")
        .node("{ \"id\": \"sw\", \"kind\": \"switch\" }")
        .link("ls", "server:eth0", "sw:p1", impairment.isEmpty() ? link : server + impairment)
        .link("lc", "client:eth0", "sw:p2", link)
        .script("server.lua", SERVER)
        .script("client.lua", CLIENT)
        .with(", \"until\": \"20min\", \"stimuli\": [" + stimuli + "]")
        .run();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("pairs")
  void transfer_endsRightOrIsReportedAndNothingStaysStuck(String stimulus, String impairment) {
    TestProject.Run run =
        play(
            STIMULI.getOrDefault(stimulus, "no such stimulus"),
            IMPAIRMENTS.getOrDefault(impairment, "no such impairment"));
    String said = run.console("client");
    assertTrue(!said.contains("WRONG"), said);
    assertTrue(said.contains("right\nafterwards"), said);
    assertTrue(said.endsWith("afterwards right\n"), said);
    assertEquals(List.of(), run.all(SimEvent.ErrorRaised.class));
    List<SimEvent.StimulusApplied> applied = run.all(SimEvent.StimulusApplied.class);
    assertEquals(stimulus.equals("nothing"), applied.isEmpty());
  }
}
