package netarium.engine.benchmarks;

import java.util.Locale;
import netarium.engine.benchmarks.StarNetwork.Middle;
import netarium.engine.sim.Event;
import netarium.engine.sim.SimTime;
import netarium.engine.socket.UdpSocket;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.EventSink;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// Hosts on a switch that each send a datagram of 512 octets to one server every millisecond:
/// `UdpSenders [senders] [datagrams each] [passes]`. All passes but the last warm up.
final class UdpSenders {
  private static final int QUEUE_FRAMES = 100;
  private static final long HOST_RATE = 100_000_000;
  private static final int PORT = 9;
  private static final long EVERY_NANOS = 1_000_000;
  private static final Octets DATA = Octets.wrap(new byte[512]);

  private final StarNetwork network;
  private final int each;
  private final UdpSocket sink;
  private long received;

  private UdpSenders(int senders, int each) {
    this.each = each;
    network =
        new StarNetwork(
            Middle.SWITCH,
            senders,
            QUEUE_FRAMES,
            HOST_RATE,
            TcpOptionsConfig.DEFAULT,
            EventSink.NONE);
    sink = TcpBulk.opened(TcpBulk.sockets(network.server.vm()).bindUdp(Ipv4Address.ANY, PORT, 1));
    sink.onChange(this::take);
    for (int i = 0; i < senders; i++) {
      UdpSocket source =
          TcpBulk.opened(TcpBulk.sockets(network.hosts.get(i).vm()).bindUdp(Ipv4Address.ANY, 0, 1));
      long start = EVERY_NANOS * i / senders + EVERY_NANOS * i;
      network.simulator.at(new SimTime(start), new Sender(source));
    }
  }

  static void main(String[] args) {
    int senders = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    int each = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    int passes = args.length > 2 ? Integer.parseInt(args[2]) : 4;
    for (int i = 0; i < passes; i++) {
      UdpSenders udp = new UdpSenders(senders, each);
      Stopwatch running = new Stopwatch();
      udp.network.run();
      double seconds = running.wallSeconds();
      if (udp.received != (long) senders * each) {
        throw new IllegalStateException("only " + udp.received + " datagrams arrived");
      }
      System.out.printf(
          Locale.ROOT,
          "udp n=%d rx=%d run_s=%.3f cpu_s=%.3f events=%d kpkt/s=%.1f%n",
          senders,
          udp.received,
          seconds,
          running.cpuSeconds(),
          udp.network.simulator.fired(),
          udp.received / seconds / 1e3);
    }
  }

  private void take() {
    while (sink.receive().isPresent()) {
      received++;
    }
  }

  /// Sends and comes again a millisecond later.
  private final class Sender implements Event {
    private final UdpSocket source;
    private int sent;

    Sender(UdpSocket source) {
      this.source = source;
    }

    @Override
    public void fire() {
      source.send(new Endpoint(network.serverAddress, PORT), DATA);
      sent++;
      if (sent < each) {
        network.simulator.at(network.simulator.nowNanos() + EVERY_NANOS, this);
      }
    }
  }
}
