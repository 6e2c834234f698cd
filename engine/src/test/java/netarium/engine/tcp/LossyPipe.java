package netarium.engine.tcp;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import netarium.engine.ip.SendOptions;
import netarium.engine.sim.Event;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.sim.Timer;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.Stamp;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpSegment;

/// Two connections with a pipe between them that loses, repeats and reorders what it carries, until
/// it is told to heal.
final class LossyPipe {
  final Simulator simulator = new Simulator();
  final EventLog log = new EventLog();
  final EventRecorder recorder = new EventRecorder(simulator, log);
  final TcpConnection client;
  final TcpConnection server;
  double loss;
  double repeat;
  double reorder;

  /// How many of the segments that may be marked are: congestion, as a router tells of it.
  double marking;

  int carried;

  /// Sees what the client sends, when it does.
  Consumer<TcpSegment> onTransmit = segment -> {};

  private final SplittableRandom random;
  private boolean serverIsOpen;

  LossyPipe(long seed, TcpOptionsConfig clientConfig, TcpOptionsConfig serverConfig, int mtu) {
    random = new SplittableRandom(seed);
    FourTuple tuple =
        new FourTuple(new Ipv4Address(0x0a000001), 5000, new Ipv4Address(0x0a000002), 80);
    FourTuple mirrored =
        new FourTuple(
            tuple.remoteAddress(), tuple.remotePort(), tuple.localAddress(), tuple.localPort());
    client = new TcpConnection(new End(true), clientConfig, 1, tuple, mtu, new Unowned());
    server = new TcpConnection(new End(false), serverConfig, 2, mirrored, mtu, new Unowned());
  }

  /// Runs until nothing essential is left or the time is over.
  void run(SimTime end) {
    simulator.horizon(end);
    boolean goesOn = true;
    while (goesOn && simulator.hasEssential()) {
      goesOn = simulator.step();
    }
  }

  private void carry(TcpSegment segment, SendOptions options, boolean toServer) {
    carried++;
    boolean mayBeMarked = (options.typeOfService() & SendOptions.ECN_CAPABLE) != 0;
    boolean isMarked = marking > 0 && mayBeMarked && random.nextDouble() < marking;
    int mark = isMarked ? SendOptions.CONGESTION_EXPERIENCED : 0;
    if (random.nextDouble() < loss) {
      return;
    }
    int copies = random.nextDouble() < repeat ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      long delay = 5_000_000 + (random.nextDouble() < reorder ? random.nextLong(20_000_000) : 0);
      simulator.after(SimDuration.ofNanos(delay), () -> deliver(segment, mark, toServer));
    }
  }

  private void deliver(TcpSegment segment, int mark, boolean toServer) {
    if (!toServer) {
      client.segmentArrives(segment, mark);
      return;
    }
    boolean opens = segment.flags().syn() && !segment.flags().ack();
    if (!serverIsOpen && opens) {
      serverIsOpen = true;
      server.openPassively();
    }
    server.segmentArrives(segment, mark);
  }

  private static final class Unowned implements TcpConnection.Owner {
    @Override
    public void established(TcpConnection connection) {}

    @Override
    public void closed(TcpConnection connection) {}
  }

  private final class End implements TcpEnvironment {
    private final boolean isClient;

    End(boolean isClient) {
      this.isClient = isClient;
    }

    @Override
    public SimTime now() {
      return simulator.now();
    }

    @Override
    public Timer timer(Event onExpiry) {
      return simulator.timer(onExpiry);
    }

    @Override
    public Timer housekeepingTimer(Event onExpiry) {
      return simulator.housekeepingTimer(onExpiry);
    }

    @Override
    public SeqNum chooseIss(FourTuple connection) {
      return new SeqNum(random.nextInt());
    }

    @Override
    public void transmit(FourTuple connection, TcpSegment segment, SendOptions options) {
      if (isClient) {
        onTransmit.accept(segment);
      }
      carry(segment, options, isClient);
    }

    @Override
    public void doubtPath(FourTuple connection) {}

    @Override
    public Stamp stamp() {
      return recorder.stamp(isClient ? 0 : 1);
    }

    @Override
    public void record(SimEvent event) {
      recorder.record(event);
    }

    @Override
    public void recordAsCause(SimEvent event) {
      recorder.recordAsCause(event);
    }
  }
}
