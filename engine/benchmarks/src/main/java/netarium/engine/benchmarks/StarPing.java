package netarium.engine.benchmarks;

import java.util.Locale;
import netarium.engine.benchmarks.StarNetwork.Middle;
import netarium.engine.icmp.EchoOutcome;
import netarium.engine.icmp.EchoRequest;
import netarium.engine.icmp.IcmpLayer;
import netarium.engine.ip.SendOptions;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.EventSink;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// Builds hosts around a router or a switch and lets each ping the server once: `StarPing [hosts]
/// [passes] [switch]`. All passes but the last warm up. On a switch every host asks all others who
/// the server is.
final class StarPing {
  private static final int QUEUE_FRAMES = 100;
  private static final long GIGABIT = 1_000_000_000;
  private static final Octets DATA = Octets.wrap(new byte[56]);
  private static final long HEAD_START_NANOS = 10_000_000;
  private static final long START_EVERY_NANOS = 100_000;

  private final StarNetwork network;
  private int replies;

  private StarPing(Middle middle, int hosts) {
    network =
        new StarNetwork(
            middle, hosts, QUEUE_FRAMES, GIGABIT, TcpOptionsConfig.DEFAULT, EventSink.NONE);
  }

  static void main(String[] args) {
    int hosts = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    int passes = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    boolean isFlat = args.length > 2 && args[2].equals("switch");
    for (int i = 0; i < passes; i++) {
      Stopwatch building = new Stopwatch();
      StarPing star = new StarPing(isFlat ? Middle.SWITCH : Middle.ROUTER, hosts);
      double build = building.wallSeconds();
      Stopwatch running = new Stopwatch();
      star.pingAll();
      double run = running.wallSeconds();
      System.out.printf(
          Locale.ROOT,
          "star n=%d replies=%d build_s=%.4f run_s=%.4f cpu_s=%.4f events=%d%n",
          hosts,
          star.replies,
          build,
          run,
          building.cpuSeconds(),
          star.network.simulator.fired());
    }
  }

  private void pingAll() {
    // Nothing but the hosts' own traffic shall wait for ARP, which the other side has not.
    if (network.middle() == Middle.ROUTER) {
      network.simulator.at(SimTime.ZERO, this::introduceServer);
    }
    for (int i = 0; i < network.hosts.size(); i++) {
      IcmpLayer icmp = network.hosts.get(i).icmp();
      network.simulator.at(
          new SimTime(HEAD_START_NANOS + START_EVERY_NANOS * i),
          () -> ping(icmp, network.serverAddress, () -> replies++));
    }
    network.run();
    if (replies != network.hosts.size()) {
      throw new IllegalStateException("only " + replies + " replies");
    }
  }

  /// The server pings the first host, so that the router knows its card.
  private void introduceServer() {
    ping(network.server.icmp(), StarNetwork.address(0, 1), () -> {});
  }

  private static void ping(IcmpLayer icmp, Ipv4Address to, Runnable onReply) {
    EchoRequest request =
        new EchoRequest(
            to, icmp.chooseIdentifier(), 1, DATA, SendOptions.DEFAULT, SimDuration.ofMillis(900));
    icmp.echo(
        request,
        outcome -> {
          if (outcome instanceof EchoOutcome.Reply) {
            onReply.run();
          }
        });
  }
}
