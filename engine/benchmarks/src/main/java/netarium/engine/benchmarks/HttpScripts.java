package netarium.engine.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import netarium.engine.sim.SimTime;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.SimEvent;
import netarium.engine.vm.Program;
import netarium.engine.vm.Vm;
import netarium.engine.vm.program.ScriptLoader;

/// The work of [HttpKeepAlive] with a Lua script at both ends: `http.build_request`, `net.send`,
/// `net.recv`, `http.parse_request` … `http.parse_response`, bodies of 1 KiB. `HttpScripts
/// [clients] [requests of each]`.
final class HttpScripts {
  private static final int QUEUE_FRAMES = 100;
  private static final int WARM_PASSES = 25;
  private static final int PASSES = 3;

  private static final String SERVER =
      """
      net.listen(80)
      local body = ("x"):rep(1024)
      while true do
        local r = net.recv()
        if r then
          local request = http.parse_request(r.data)
          if request and #request.body == 1024 then
            net.send(r.src_ip, r.src_port, http.build_response(200, body))
          end
        end
      end
      """;

  private static final String CLIENT =
      """
      local host, count = ...
      local conn = net.connect(host, 80)
      local body, answered = ("x"):rep(1024), 0
      for i = 1, tonumber(count) do
        conn:send(http.build_request("POST", "/", body, {Host = host}))
        local r
        repeat r = conn:recv() until r
        local response = http.parse_response(r.data)
        if response.status == 200 and #response.body == 1024 then answered = answered + 1 end
      end
      conn:close()
      print(answered)
      """;

  private final StarNetwork network;
  private long answered;

  private HttpScripts(int clients, int each) {
    EventSink sink = this::read;
    network = new StarNetwork(clients, QUEUE_FRAMES, TcpOptionsConfig.DEFAULT, sink);
    start(network.server.vm(), SERVER, 0, List.of());
    List<String> arguments = List.of(network.serverAddress.toString(), Integer.toString(each));
    for (int i = 0; i < clients; i++) {
      start(network.hosts.get(i).vm(), CLIENT, 1_000_000 + 10_000L * i, arguments);
    }
  }

  private static void start(Vm vm, String script, long atNanos, List<String> arguments) {
    Program program =
        new Program("bench.lua", arguments, new SimTime(atNanos), Program.Restart.NEVER);
    vm.schedule(program, new ScriptLoader(script.getBytes(UTF_8)));
  }

  private void read(SimEvent event) {
    if (event instanceof SimEvent.ConsoleWritten written) {
      answered += Long.parseLong(new String(written.text().toByteArray(), UTF_8).strip());
    } else if (event instanceof SimEvent.ErrorRaised raised) {
      throw new IllegalStateException(new String(raised.text().toByteArray(), UTF_8));
    }
  }

  static void main(String[] args) {
    int clients = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    int each = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    for (int i = 0; i < WARM_PASSES; i++) {
      new HttpScripts(clients, each).run((long) clients * each);
    }
    double wall = 0;
    double cpu = 0;
    for (int i = 0; i < PASSES; i++) {
      HttpScripts measured = new HttpScripts(clients, each);
      Stopwatch watch = new Stopwatch();
      measured.run((long) clients * each);
      wall += watch.wallSeconds() / PASSES;
      cpu += watch.cpuSeconds() / PASSES;
    }
    long requests = (long) clients * each;
    System.out.printf(
        Locale.ROOT,
        "scripts req=%d run_s=%.4f cpu_s=%.4f kreq/s=%.1f%n",
        requests,
        wall,
        cpu,
        requests / wall / 1e3);
  }

  private void run(long wanted) {
    network.run();
    if (answered != wanted) {
      throw new IllegalStateException("only " + answered + " of " + wanted + " were answered");
    }
  }
}
