package netarium.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.app.canvas.SampleRun;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Projects;

/// A run in which much happens to frames: two routers on the way, a slow and lossy link, a long
/// answer over TCP, a ping to nowhere.
public final class LossyRun {
  private static final String TOPOLOGY =
      """
      { "format": "netarium-topology", "version": 1, "name": "Lossy", "seed": 7, "until": "20s",
        "nodes": [
          { "id": "client", "kind": "vm",
            "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.3/24", "gateway": "10.0.1.1" }],
            "programs": [{ "kind": "script", "script": "scripts/client.lua", "start": "10ms" }] },
          { "id": "sw", "kind": "switch" },
          { "id": "r1", "kind": "router",
            "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.1/24" },
                           { "name": "eth1", "ipv4": "10.0.2.1/24" }] },
          { "id": "server", "kind": "vm",
            "interfaces": [{ "name": "eth0", "ipv4": "10.0.2.2/24", "gateway": "10.0.2.1" }],
            "programs": [{ "kind": "script", "script": "scripts/server.lua" }] } ],
        "links": [
          { "id": "l1", "a": { "node": "client", "interface": "eth0" },
            "b": { "node": "sw", "interface": "p1" }, "rate": "10Mbit/s", "delay": "5ms" },
          { "id": "l2", "a": { "node": "sw", "interface": "p2" },
            "b": { "node": "r1", "interface": "eth0" }, "rate": "2Mbit/s", "delay": "8ms",
            "rules": [{ "match": "tcp.len > 0 && ip.src == 10.0.2.2", "nth": 9, "do": "drop" }] },
          { "id": "l3", "a": { "node": "r1", "interface": "eth1" },
            "b": { "node": "server", "interface": "eth0" }, "rate": "10Mbit/s", "delay": "5ms" } ] }
      """;

  private static final String CLIENT =
      """
      local conn = net.connect("10.0.2.2", 80)
      conn:send("GET /feed.json HTTP/1.1\\r\\nHost: www.example.org\\r\\n\\r\\n")
      local size = 0
      while size < 60000 do
        local message = conn:recv()
        if message then size = size + #message.data end
      end
      print("read", size)
      conn:close()
      """;

  private static final String SERVER =
      """
      net.listen(80)
      local r
      repeat r = net.recv() until r
      local body = string.rep("{\\"id\\": 101, \\"title\\": \\"A frame is born\\"},", 1500)
      net.send(r.src_ip, r.src_port, "HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\n"
        .. "Content-Length: " .. #body .. "\\r\\n\\r\\n" .. body)
      """;

  private LossyRun() {}

  public static SampleRun run() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("topology.json", TOPOLOGY.getBytes(UTF_8));
    files.put("scripts/client.lua", CLIENT.getBytes(UTF_8));
    files.put("scripts/server.lua", SERVER.getBytes(UTF_8));
    if (Projects.open(files, "lossy") instanceof OpenResult.Opened opened) {
      return SampleRun.of(opened.project());
    }
    throw new IllegalStateException("the project opens");
  }
}
