package netarium.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.app.canvas.SampleRun;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;

/// Two players talk with an arena over WebSocket: a few moves each, then one says goodbye.
public final class TalkRun {
  private static final String TOPOLOGY =
      """
      { "format": "netarium-topology", "version": 1, "name": "Duel", "seed": 3, "until": "4s",
        "nodes": [
          { "id": "arena", "kind": "vm",
            "interfaces": [{ "name": "eth0", "ipv4": "10.0.0.1/24" }],
            "programs": [{ "kind": "script", "script": "scripts/arena.lua" }] },
          { "id": "ada", "kind": "vm",
            "interfaces": [{ "name": "eth0", "ipv4": "10.0.0.2/24" }],
            "programs": [{ "kind": "script", "script": "scripts/player.lua", "start": "10ms" }] },
          { "id": "bob", "kind": "vm",
            "interfaces": [{ "name": "eth0", "ipv4": "10.0.0.3/24" }],
            "programs": [{ "kind": "script", "script": "scripts/player.lua", "start": "20ms" }] },
          { "id": "sw", "kind": "switch" } ],
        "links": [
          { "id": "l1", "a": { "node": "ada", "interface": "eth0" },
            "b": { "node": "sw", "interface": "p1" }, "rate": "10Mbit/s", "delay": "5ms" },
          { "id": "l2", "a": { "node": "bob", "interface": "eth0" },
            "b": { "node": "sw", "interface": "p2" }, "rate": "10Mbit/s", "delay": "40ms" },
          { "id": "l3", "a": { "node": "arena", "interface": "eth0" },
            "b": { "node": "sw", "interface": "p3" }, "rate": "10Mbit/s", "delay": "1ms" } ] }
      """;

  private static final String ARENA =
      """
      network.listen("s", 8080, "0.0.0.0")
      local over = false
      go(function() sleep(3) over = true end)
      local tick = 0
      while not over do
        for _, e in ipairs(network.poll()) do
          if e.type == "ws:peer:message" then
            tick = tick + 1
            network.broadcast("s", '{"tick":' .. tick .. ',"ball":[194,90]}')
          end
        end
      end
      """;

  private static final String PLAYER =
      """
      network.connect(1, "ws://arena:8080/duel")
      local over, open = false, false
      go(function()
        for n = 1, 4 do
          sleep(0.3)
          if open then network.send(1, '{"move":' .. n .. '}') end
        end
        network.close(1)
        sleep(0.5)
        over = true
      end)
      while not over do
        for _, e in ipairs(network.poll()) do
          if e.type == "ws:open" then open = true end
        end
      end
      """;

  private TalkRun() {}

  public static Project project() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("topology.json", TOPOLOGY.getBytes(UTF_8));
    files.put("scripts/arena.lua", ARENA.getBytes(UTF_8));
    files.put("scripts/player.lua", PLAYER.getBytes(UTF_8));
    if (Projects.open(files, "duel") instanceof OpenResult.Opened opened) {
      return opened.project();
    }
    throw new IllegalStateException("the project opens");
  }

  public static SampleRun run() {
    return SampleRun.of(project());
  }
}
