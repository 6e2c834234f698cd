package netarium.engine.benchmarks;

import java.util.Locale;
import netarium.engine.sim.Simulator;

/// The hold model as a program of its own, to stand beside another simulator's: `Hold [events]
/// [pending] [even|skewed]`. The compiler gets a fifth of the work to warm up on.
final class Hold {
  private Hold() {}

  static void main(String[] args) {
    long events = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000;
    int pending = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    String mix = args.length > 2 ? args[2] : "even";
    Delays delays = Delays.valueOf(mix.toUpperCase(Locale.ROOT));
    Simulator simulator = new Simulator();
    HoldModel model = new HoldModel(EventLoopBenchmark.scheduleOf(simulator), delays);
    model.fill(pending);
    run(simulator, events / 5);
    long before = model.fired();
    long start = System.nanoTime();
    run(simulator, events);
    double seconds = (System.nanoTime() - start) / 1e9;
    long fired = model.fired() - before;
    System.out.printf(
        Locale.ROOT,
        "hold pending=%d events=%d run_s=%.3f Mev/s=%.3f%n",
        pending,
        fired,
        seconds,
        fired / seconds / 1e6);
  }

  private static void run(Simulator simulator, long events) {
    for (long i = 0; i < events; i++) {
      simulator.step();
    }
  }
}
