package netarium.app.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent.PoolChanged;

/// A pool as it stands after some of its events.
final class PoolState {
  private final int node;
  private final int process;
  private final int port;
  private final Map<Integer, Worker> workers = new TreeMap<>();
  private boolean isOpen;
  private int answered;
  private int refused;
  private int failed;

  /// What a worker is doing.
  enum Doing {
    LOADING,
    READY,
    BROKEN,
    ENDED
  }

  /// A request that waits for its turn or is under way.
  static final class Request {
    final long number;
    final String line;
    final String client;
    final long sinceNanos;
    final long ordinal;
    boolean isWaiting;

    Request(PoolChanged event) {
      number = event.request();
      line = event.line();
      client = event.remote().map(Endpoint::toString).orElse("");
      sinceNanos = event.at().nanos();
      ordinal = event.ordinal();
    }
  }

  /// One worker.
  static final class Worker {
    private final int number;
    private final Map<Long, Request> queue = new LinkedHashMap<>();
    private final Map<Long, Request> underWay = new LinkedHashMap<>();
    private Doing doing = Doing.LOADING;
    private int answered;

    Worker(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    Doing doing() {
      return doing;
    }

    List<Request> queue() {
      return new ArrayList<>(queue.values());
    }

    List<Request> underWay() {
      return new ArrayList<>(underWay.values());
    }

    int answered() {
      return answered;
    }
  }

  PoolState(int node, int process, int port) {
    this.node = node;
    this.process = process;
    this.port = port;
  }

  int node() {
    return node;
  }

  int process() {
    return process;
  }

  int port() {
    return port;
  }

  boolean isOpen() {
    return isOpen;
  }

  List<Worker> workers() {
    return new ArrayList<>(workers.values());
  }

  int answered() {
    return answered;
  }

  int refused() {
    return refused;
  }

  int failed() {
    return failed;
  }

  int underWay() {
    return workers.values().stream().mapToInt(each -> each.underWay.size()).sum();
  }

  int queued() {
    return workers.values().stream().mapToInt(each -> each.queue.size()).sum();
  }

  void accept(PoolChanged event) {
    if (event.worker() < 0) {
      isOpen = event.change().equals("open") || (isOpen && !event.change().equals("closed"));
      refused += event.change().equals("refused") ? 1 : 0;
      return;
    }
    Worker worker = workers.computeIfAbsent(event.worker(), Worker::new);
    switch (event.change()) {
      case "loading" -> worker.doing = Doing.LOADING;
      case "ready" -> worker.doing = Doing.READY;
      case "broken" -> worker.doing = Doing.BROKEN;
      case "ended" -> {
        worker.doing = Doing.ENDED;
        worker.underWay.clear();
      }
      case "queued" -> worker.queue.put(event.request(), new Request(event));
      case "begun" -> {
        worker.queue.remove(event.request());
        worker.underWay.put(event.request(), new Request(event));
      }
      case "waits", "goes-on" -> {
        Request request = worker.underWay.get(event.request());
        if (request != null) {
          request.isWaiting = event.change().equals("waits");
        }
      }
      case "answered", "refused", "lost" -> ends(worker, event);
      default -> {
        // A change that a later engine knows changes nothing here.
      }
    }
  }

  private void ends(Worker worker, PoolChanged event) {
    worker.queue.remove(event.request());
    worker.underWay.remove(event.request());
    if (event.change().equals("answered")) {
      answered++;
      worker.answered++;
      failed += event.status() >= 500 ? 1 : 0;
    } else if (event.change().equals("refused")) {
      refused++;
    }
  }
}
