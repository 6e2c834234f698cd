package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;

/// A hive in a test: `queen` 10.0.0.1, cells on `one` 10.0.0.2 and `two` 10.0.0.3, and `client`
/// 10.0.0.4, all on one switch. The queen's key is `secret`, and every name leads to `@`.
final class HiveRig {
  private static final String QUEEN =
      """
      local options = {key = "secret", aliases = {["(fallback)"] = "@"}, quiet = true}
      for name, value in pairs(OPTIONS) do
        if value == NONE then options[name] = nil else options[name] = value end
      end
      queen = assert(hlhv.queen(options))
      """;

  private static final String ASK =
      """
      http.init()
      sleep(1)
      local function ask(path, options)
        options = options or {}
        options.url = (options.base or "https://queen") .. path
        http.request(path, options)
        while true do
          local answer = http.poll()[1]
          if answer then return answer.status, answer.body or answer.error, answer.headers end
        end
      end
      """;

  private final Map<String, String> scripts = new LinkedHashMap<>();
  private String options = "";
  private String then = "";
  private String until = "30s";
  private String more = "";

  /// One of the queen's options, as it stands in a table of Lua; `NONE` takes one away.
  HiveRig queen(String option) {
    options += option + ", ";
    return this;
  }

  /// What the queen's script does once she listens.
  HiveRig then(String script) {
    then = script;
    return this;
  }

  /// What the machine of a cell runs; `key = "secret"` and the queen's name are given.
  HiveRig cell(String node, String rest) {
    return script(
        node, "hlhv.cell{queen = \"queen\", key = \"secret\", quiet = true, " + rest + "}");
  }

  HiveRig script(String node, String script) {
    scripts.put(node, script);
    return this;
  }

  /// What the client does, with `ask(path, options?)` → status, body, headers.
  HiveRig client(String script) {
    return script("client", ASK + script);
  }

  HiveRig until(String time) {
    until = time;
    return this;
  }

  /// More members of the topology.
  HiveRig with(String members) {
    more = members;
    return this;
  }

  TestProject.Run run() {
    TestProject project = new TestProject();
    scripts.put("queen", "NONE = {} OPTIONS = {" + options + "}\n" + QUEEN + then);
    List<String> nodes = List.of("queen", "one", "two", "client");
    for (int i = 0; i < nodes.size(); i++) {
      String node = nodes.get(i);
      String[] programs =
          scripts.containsKey(node) ? new String[] {node + ".lua"} : new String[] {};
      project.vm(node, "10.0.0." + (i + 1) + "/24", programs);
      project.link("l" + i, node + ":eth0", "sw:p" + (i + 1), "");
    }
    project.node("{ \"id\": \"sw\", \"kind\": \"switch\" }");
    scripts.forEach((node, text) -> project.script(node + ".lua", text));
    return project.with(", \"until\": \"" + until + "\"" + more).run();
  }

  /// A frame that the queen sent or received.
  record Frame(boolean isSent, String remote, int kind, Octets payload) {
    String text() {
      return new String(payload.toByteArray(), UTF_8);
    }

    /// All octets of it, as they went over the wire.
    String hex() {
      return "%08x%02x".formatted(payload.length() + 1, kind) + payload;
    }
  }

  /// What the queen and her cells said to each other, connection by connection and direction by
  /// direction, from the trace of what TLS carried.
  static List<Frame> frames(TestProject.Run run) {
    int queen = run.nodeIds().indexOf("queen");
    Map<String, ByteArrayOutputStream> said = new LinkedHashMap<>();
    for (SimEvent.TlsPlaintext each : run.all(SimEvent.TlsPlaintext.class)) {
      if (each.node() == queen && each.local().port() == 2001) {
        said.computeIfAbsent(each.isSent() + " " + each.remote(), _ -> new ByteArrayOutputStream())
            .writeBytes(each.octets().toByteArray());
      }
    }
    List<Frame> frames = new ArrayList<>();
    said.forEach((who, octets) -> {
      int space = who.indexOf(' ');
      boolean isSent = Boolean.parseBoolean(who.substring(0, space));
      byte[] all = octets.toByteArray();
      for (int at = 0; at < all.length; ) {
        int length = ByteBuffer.wrap(all, at, 4).getInt();
        Octets payload = Octets.wrap(Arrays.copyOfRange(all, at + 5, at + 4 + length));
        frames.add(new Frame(isSent, who.substring(space + 1), all[at + 4], payload));
        at += 4 + length;
      }
    });
    return frames;
  }

  static long count(TestProject.Run run, int kind) {
    return frames(run).stream().filter(each -> each.kind == kind).count();
  }
}
