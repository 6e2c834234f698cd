package netarium.engine.benchmarks;

import java.util.Locale;
import netarium.engine.socket.SocketLayer;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.TcpSocketOptions;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.SimEvent;
import netarium.engine.vm.Vm;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// One TCP transfer from a host through a router to another: `TcpBulk [megabytes] [log]`.
///
/// The work is done several times: `cold_cpu_s` is the first pass of a fresh Java machine, compiler
/// included, the other figures are means of several later ones. With `log` every event is kept in
/// memory; `frame_B` is what a frame, with the events that tell of it, takes there.
final class TcpBulk {
  /// What a packet of 1500 octets has room for beside headers and timestamps.
  private static final int MSS_OCTETS = 1448;

  private static final int BUFFER_OCTETS = 512 * 1024;
  private static final int CHUNK_OCTETS = 65_536;
  private static final int QUEUE_FRAMES = 1000;
  private static final int PORT = 9;
  private static final int WARM_PASSES = 12;
  private static final int PASSES = 10;

  private final StarNetwork network;
  private final long wanted;
  private long offered;
  private long received;

  private TcpBulk(long wanted, EventSink sink) {
    this.wanted = wanted;
    TcpOptionsConfig tcp =
        TcpOptionsConfig.DEFAULT.withReceiveBuffer(BUFFER_OCTETS).withSendBuffer(BUFFER_OCTETS);
    network = new StarNetwork(1, QUEUE_FRAMES, tcp, sink);
  }

  static void main(String[] args) {
    long octets = (args.length > 0 ? Long.parseLong(args[0]) : 100) * 1_000_000;
    boolean isLogged = args.length > 1 && args[1].equals("log");
    double frameOctets = isLogged ? octetsPerFrame(octets) : 0;
    Stopwatch cold = new Stopwatch();
    new TcpBulk(octets, sink(isLogged)).transfer();
    double coldSeconds = cold.cpuSeconds();
    for (int i = 0; i < WARM_PASSES; i++) {
      new TcpBulk(octets, sink(isLogged)).transfer();
    }
    double cpuSeconds = 0;
    double seconds = 0;
    TcpBulk bulk = new TcpBulk(octets, sink(isLogged));
    for (int i = 0; i < PASSES; i++) {
      bulk = new TcpBulk(octets, sink(isLogged));
      Stopwatch warm = new Stopwatch();
      bulk.transfer();
      seconds += warm.wallSeconds() / PASSES;
      cpuSeconds += warm.cpuSeconds() / PASSES;
    }
    System.out.printf(
        Locale.ROOT,
        "tcpbulk rx=%d simt=%.3f events=%d run_s=%.3f cpu_s=%.3f cold_cpu_s=%.3f kseg/s=%.1f"
            + " frame_B=%.0f%n",
        bulk.received,
        bulk.network.simulator.nowNanos() / 1e9,
        bulk.network.simulator.fired(),
        seconds,
        cpuSeconds,
        coldSeconds,
        bulk.received / (double) MSS_OCTETS / seconds / 1e3,
        frameOctets);
  }

  private static double octetsPerFrame(long octets) {
    long before = Stopwatch.heapOctets();
    EventLog log = new EventLog();
    new TcpBulk(octets, log).transfer();
    long grown = Stopwatch.heapOctets() - before;
    long frames = 0;
    for (SimEvent event : log.events()) {
      if (event instanceof SimEvent.FrameSent) {
        frames++;
      }
    }
    return grown / (double) frames;
  }

  private static EventSink sink(boolean isLogged) {
    return isLogged ? new EventLog() : EventSink.NONE;
  }

  private void transfer() {
    TcpListener listener = opened(sockets(network.server.vm()).listen(Ipv4Address.ANY, PORT, 1, 8));
    listener.onChange(() -> listener.accept().ifPresent(this::sink));
    TcpSocket source =
        opened(
            sockets(network.hosts.getFirst().vm())
                .connect(network.serverAddress, PORT, 1, TcpSocketOptions.STREAM));
    Octets chunk = Octets.wrap(new byte[CHUNK_OCTETS]);
    source.onChange(() -> feed(source, chunk));
    network.run();
    if (received != wanted) {
      throw new IllegalStateException("only " + received + " octets of " + wanted + " arrived");
    }
  }

  private void feed(TcpSocket source, Octets chunk) {
    while (offered < wanted) {
      int from = (int) (offered % chunk.length());
      int to = (int) Math.min(chunk.length(), from + wanted - offered);
      int taken = source.offer(chunk.slice(from, to), false);
      offered += taken;
      if (taken < to - from) {
        return;
      }
    }
    source.close();
  }

  private void sink(TcpSocket socket) {
    socket.onChange(() -> drain(socket));
    drain(socket);
  }

  private void drain(TcpSocket socket) {
    for (Octets part = socket.receive(CHUNK_OCTETS);
        !part.isEmpty();
        part = socket.receive(CHUNK_OCTETS)) {
      received += part.length();
    }
    if (socket.isAtEnd()) {
      socket.close();
    }
  }

  static SocketLayer sockets(Vm vm) {
    return vm.sockets();
  }

  static <T> T opened(SocketResult<T> result) {
    return switch (result) {
      case SocketResult.Opened<T>(T socket) -> socket;
      case SocketResult.Failed<T>(var error) -> throw new IllegalStateException(error.sentence());
    };
  }
}
