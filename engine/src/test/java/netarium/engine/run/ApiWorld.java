package netarium.engine.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import netarium.engine.sim.SimTime;
import netarium.engine.syntax.stubs.BundledStubs;
import netarium.engine.syntax.stubs.Stubs;
import netarium.engine.trace.SimEvent;

/// The small network in which the stubs are held against what a process finds: `alice`, 10.0.0.1,
/// runs a script; `web`, 10.0.0.2, echoes on port 7 (TCP and UDP), answers HTTP on port 80 and is a
/// SOCKS5 proxy on port 1080.
final class ApiWorld {
  static final Stubs STUBS = BundledStubs.read();

  private static final SimTime LAST_INSTANT = new SimTime(600_000_000_000L);

  private static final String SERVER =
      """
      local tcp = assert(net.Listen("tcp", ":7"))
      go(function()
        while true do
          local conn = tcp:Accept()
          go(function()
            local data = conn:Read()
            while data do
              conn:Write(data)
              data = conn:Read()
            end
            conn:Close()
          end)
        end
      end)
      local udp = assert(net.ListenPacket("udp", ":7"))
      go(function()
        while true do
          local data, from = udp:ReadFrom()
          udp:WriteTo(data, from)
        end
      end)
      net.listen(80)
      while true do
        local m = net.recv()
        if m then
          net.send(m.src_ip, m.src_port, http.build_response(200, "hello from web"))
        end
      end
      """;

  private static final String WEB =
      """
      { "id": "web", "kind": "vm", "interfaces": [{ "name": "eth0", "ipv4": "10.0.0.2/24" }],
        "programs": [{ "kind": "script", "script": "scripts/server.lua" },
                     { "kind": "program", "program": "/bin/socks5d" }] }
      """;

  private ApiWorld() {}

  static TestProject.Run run(String script) {
    return new TestProject()
        .vm("alice", "10.0.0.1/24", "main.lua")
        .node(WEB)
        .link("l", "alice:eth0", "web:eth0", "")
        .script("main.lua", script)
        .script("server.lua", SERVER)
        .run(RunSettings.with(event -> {}).withUntil(LAST_INSTANT));
  }

  /// What a script printed on `alice`, line by line, without notices.
  static List<String> printed(TestProject.Run run) {
    StringBuilder text = new StringBuilder();
    int alice = run.nodeIds().indexOf("alice");
    for (SimEvent.ConsoleWritten each : run.all(SimEvent.ConsoleWritten.class)) {
      if (each.node() == alice) {
        text.append(new String(each.text().toByteArray(), StandardCharsets.UTF_8));
      }
    }
    return text.toString().lines().toList();
  }

  /// The errors that ended scripts.
  static List<String> errors(TestProject.Run run) {
    return run.all(SimEvent.ErrorRaised.class).stream()
        .map(each -> new String(each.text().toByteArray(), StandardCharsets.UTF_8))
        .toList();
  }
}
