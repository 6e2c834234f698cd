package netarium.engine.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// Every case of [Comparison]: which programs, which figures, how much better ours shall be.
final class Cases {
  private static final double TRACE_COST = 1.5;
  private static final String LUA = "lua5.2";

  private static final int MANY = 100_000;

  private Cases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    cases.addAll(hold());
    cases.addAll(tcp());
    cases.addAll(scripts());
    cases.addAll(size());
    return cases;
  }

  private static List<Case> hold() {
    return List.of(
        new Case(
            "hold-10k",
            Case.peer("hold", "10000000", "10000"),
            Case.java(Hold.class, "10000000", "10000"),
            Figure.rate("events/s", "Mev/s", 2)),
        new Case(
            "hold-100",
            Case.peer("hold", "10000000", "100"),
            Case.java(Hold.class, "10000000", "100"),
            Figure.rate("events/s", "Mev/s", 1)),
        new Case(
            "hold-10k-their-best",
            Case.peer("hold", "10000000", "10000", "ns3::PriorityQueueScheduler"),
            Case.java(Hold.class, "10000000", "10000"),
            Figure.rate("events/s", "Mev/s", 1)));
  }

  private static List<Case> tcp() {
    return List.of(
        new Case(
            "tcp-bulk",
            Case.peer("tcpbulk", "100", "router", "1448", "500", "512", "0"),
            Case.java(TcpBulk.class, "100"),
            Figure.cost("processor time", said("process_s"), said("cpu_s"), 4),
            Figure.cost("processor time, cold", said("process_s"), said("cold_cpu_s"), 1)
                .unjudged(),
            Figure.rate("segments/s on the wall", "kseg/s", 4)),
        new Case(
            "tcp-bulk-trace",
            Case.java(TcpBulk.class, "100"),
            Case.java(TcpBulk.class, "100", "log"),
            Figure.cost(
                "processor time, every event kept", said("cpu_s"), said("cpu_s"), 1 / TRACE_COST),
            Figure.alone("log, octets a frame", "frame_B")),
        new Case(
            "udp-senders",
            Case.peer("udpcbr", "100", "10000", "csma", "512", "1000"),
            Case.java(UdpSenders.class, "100", "10000"),
            Figure.cost("processor time", said("process_s"), said("cpu_s"), 3),
            Figure.rate("datagrams/s on the wall", "kpkt/s", 3)),
        new Case(
            "new-connections",
            Case.peer("httplike", "100", "100", "router", "0"),
            Case.java(NewConnections.class, "100", "100"),
            Figure.cost("processor time", said("process_s"), said("cpu_s"), 5),
            Figure.rate("requests/s on the wall", "kreq/s", 5),
            Figure.cost("memory at the end", said("rss_kb"), said("heap_kb"), 1).unjudged(),
            Figure.alone("heap of a connection in TIME-WAIT, octets", "time_wait_B"),
            Figure.alone("heap after twice the work, times", "flat")),
        new Case(
            "http-keep-alive",
            Case.peer("httplike", "100", "100", "router", "1"),
            Case.java(HttpKeepAlive.class, "100", "100"),
            Figure.cost("processor time", said("process_s"), said("cpu_s"), 2),
            Figure.rate("requests/s on the wall", "kreq/s", 2)),
        new Case(
            "http-scripts",
            Case.peer("httplike", "100", "100", "router", "1"),
            Case.java(HttpScripts.class, "100", "100"),
            Figure.cost("processor time", said("process_s"), said("cpu_s"), 1),
            Figure.rate("requests/s on the wall", "kreq/s", 1)));
  }

  private static List<Case> scripts() {
    Case.Program switches = Case.onOneCore(Case.java(ScriptSwitch.class));
    return List.of(
        new Case(
            "switch",
            Optional.empty(),
            switches,
            said ->
                List.of(
                    Figure.alone("into the machine and out, ns", "machine_ns"),
                    Figure.alone("through queue, event and VM, ns", "vm_ns"),
                    Figure.alone("two platform threads, ns", "thread_ns"),
                    ratio("machine against threads, times", "thread_ns", "machine_ns", 40),
                    ratio("VM against threads, times", "thread_ns", "vm_ns", 40))),
        new Case(
            "coroutine-turns-100k",
            places -> List.of(Places.installed(LUA).toString(), "-e", Coroutines.turns(MANY)),
            Case.java(CoroutineTurns.class, Integer.toString(MANY)),
            Figure.cost("resume and yield", said("switch_ns"), said("switch_ns"), 1 / 1.5)),
        new Case(
            "lua-file",
            Optional.of(places ->
                List.of(
                    Places.installed(LUA).toString(),
                    places.file("lua/bench.lua").toString(),
                    "3")),
            places ->
                List.of(
                    places.netarium().toString(),
                    "lua",
                    places.file("lua/bench.lua").toString(),
                    "3",
                    "--bench"),
            Cases::benches));
  }

  private static List<Case> size() {
    return List.of(
        new Case(
            "star-1000",
            Case.peer("star", "1000", "router"),
            Case.java(StarPing.class, "1000"),
            Figure.cost("time to build and ping", Cases::buildAndRun, Cases::buildAndRun, 1)),
        new Case(
            "star-10000",
            Case.peer("star", "10000", "router"),
            Case.java(StarPing.class, "10000", "4"),
            Figure.cost("time to build and ping", Cases::buildAndRun, Cases::buildAndRun, 1 / 0.3)),
        new Case(
            "flat-1000",
            Case.peer("star", "1000", "csma"),
            Case.java(StarPing.class, "1000", "6", "switch"),
            Figure.cost("time to build and ping", Cases::buildAndRun, Cases::buildAndRun, 2)),
        new Case(
            "heap-hosts",
            Case.peer("star", "1000", "router"),
            Case.java(HeapUse.class, "hosts", "1000"),
            Figure.cost("octets a host", Cases::octetsPerHost, said("each_B"), 2)),
        new Case(
            "heap-scripts",
            Case.peer("star", "1000", "router"),
            Case.java(HeapUse.class, "scripts", "1000"),
            Figure.cost("octets a host", Cases::octetsPerHost, said("each_B"), 1 / 0.6)),
        coroutines(10_000),
        coroutines(100_000));
  }

  private static Case coroutines(int count) {
    return new Case(
        "heap-coroutines-" + count / 1000 + "k",
        places -> List.of(Places.installed(LUA).toString(), "-e", Coroutines.script(count)),
        Case.java(HeapUse.class, "coroutines", Integer.toString(count)),
        Figure.cost("octets a coroutine", said("each_B"), said("each_B"), 1).unjudged());
  }

  private static ToDoubleFunction<Said> said(String name) {
    return said -> said.figure(name);
  }

  private static double buildAndRun(Said said) {
    return said.figure("build_s") + said.figure("run_s");
  }

  /// What the process has grown by for each host, from before it was built to the end of the run.
  private static double octetsPerHost(Said said) {
    double grown = (said.figure("rss_end_kb") - said.figure("rss_built_kb")) / said.figure("n");
    return (said.figure("kb_per_host") + grown) * 1024;
  }

  private static Figure ratio(String name, String one, String other, double wanted) {
    return new Figure(
        name,
        true,
        Optional.empty(),
        said -> said.figure(one) / said.figure(other),
        OptionalDouble.of(wanted));
  }

  /// Each bench of the file, and the geometric mean of them all.
  private static List<Figure> benches(Said theirs) {
    List<String> names = List.copyOf(theirs.passes().keySet());
    List<Figure> figures = new ArrayList<>();
    for (String name : names) {
      ToDoubleFunction<Said> best = said -> best(said, name);
      figures.add(Figure.cost(name, best, best, 1).unjudged());
    }
    ToDoubleFunction<Said> mean = said -> geometricMean(said, names);
    figures.add(Figure.cost("geometric mean", mean, mean, 1 / 1.1));
    return figures;
  }

  private static double geometricMean(Said said, List<String> names) {
    double logs = 0;
    for (String name : names) {
      logs += StrictMath.log(best(said, name));
    }
    return StrictMath.exp(logs / names.size());
  }

  private static double best(Said said, String bench) {
    return said.best(bench)
        .orElseThrow(() -> new IllegalStateException("no bench " + bench + " was run"));
  }
}
