package netarium.engine.benchmarks;

import java.util.concurrent.TimeUnit;
import netarium.engine.sim.Event;
import netarium.engine.sim.Simulator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How many events a second does the bare event loop fire, and is it worth more than a plain heap?
///
/// Both sides do the same work in the same order; a figure is events per microsecond, that is,
/// million events a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = "-XX:+UseSerialGC")
public class EventLoopBenchmark {
  static final int EVENTS = 100_000;

  @Param({"100", "10000", "100000"})
  int pending;

  @Param Delays delays = Delays.EVEN;

  private Simulator simulator = new Simulator();
  private PlainHeap heap = new PlainHeap();

  @Setup
  public void fill() {
    simulator = new Simulator();
    new HoldModel(scheduleOf(simulator), delays).fill(pending);
    heap = new PlainHeap();
    new HoldModel(heap, delays).fill(pending);
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void simulator() {
    for (int i = 0; i < EVENTS; i++) {
      simulator.step();
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void plainHeap() {
    for (int i = 0; i < EVENTS; i++) {
      heap.step();
    }
  }

  static HoldModel.Schedule scheduleOf(Simulator simulator) {
    return new HoldModel.Schedule() {
      @Override
      public long now() {
        return simulator.nowNanos();
      }

      @Override
      public void at(long nanos, Event event) {
        simulator.at(nanos, event);
      }
    };
  }
}
