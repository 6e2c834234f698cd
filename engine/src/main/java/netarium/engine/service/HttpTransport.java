package netarium.engine.service;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;

/// A client's connections to HTTP servers, used again as long as both sides keep them open (RFC
/// 9112 §9.3): one that is idle is taken before one is opened, the one that was used last first.
///
/// Idle connections are closed after a while; that keeps no run alive.
public final class HttpTransport {
  static final SocketError EOF = new SocketError(SocketError.Code.CLOSED, "EOF");
  static final SocketError UNEXPECTED_EOF =
      new SocketError(SocketError.Code.CLOSED, "unexpected EOF");
  static final SocketError CLOSED =
      new SocketError(SocketError.Code.CLOSED, "http: read on closed response body");

  /// How many connections it keeps, and how long. Limits of 0 are none.
  public record Settings(
      int idle, int idlePerHost, int perHost, SimDuration idleTime, boolean keepsAlive) {
    public static final Settings USUAL = new Settings(100, 2, 0, SimDuration.ofSeconds(90), true);
  }

  /// Who wants a connection; told once.
  interface Taker {
    default void connecting(Endpoint remote) {}

    void taken(HttpLink link, boolean isUsedBefore);

    void failed(SocketError why);
  }

  /// The connections of one route: how many there are, which of them are idle, who waits for one.
  private static final class Place {
    private int count;
    private final Deque<HttpLink> idle = new ArrayDeque<>();
    private final Deque<Taker> waiting = new ArrayDeque<>();
  }

  private record Idle(HttpLink link, Timer timer) {}

  private Settings settings;
  private final Map<HttpRoute, Place> places = new LinkedHashMap<>();

  private final Set<HttpLink> links = new LinkedHashSet<>();

  /// All that are idle, the one that has been longest first.
  private final List<Idle> idle = new ArrayList<>();

  public HttpTransport(Settings settings) {
    this.settings = settings;
  }

  static SocketError broken(String why) {
    return new SocketError(
        SocketError.Code.UNSUPPORTED, "net/http: HTTP/1.x transport connection broken: " + why);
  }

  /// Other limits from now on.
  public void settings(Settings other) {
    settings = other;
  }

  public boolean keepsAlive() {
    return settings.keepsAlive();
  }

  /// How many connections are open for nobody.
  public int idleCount() {
    return idle.size();
  }

  /// Closes the connections that nobody uses.
  public void closeIdle() {
    List.copyOf(idle).forEach(each -> each.link().end());
  }

  /// Closes all connections.
  public void close() {
    List.copyOf(links).forEach(HttpLink::end);
  }

  /// A connection; what may be opened is opened with `dialler`. Answers what ends the waiting.
  Runnable take(HttpRoute route, boolean isFresh, Dialler dialler, SimDuration timeOut, Taker who) {
    Place place = places.computeIfAbsent(route, _ -> new Place());
    while (!isFresh && !place.idle.isEmpty()) {
      HttpLink last = place.idle.getLast();
      noLongerIdle(last);
      if (last.isUsable()) {
        who.taken(last, true);
        return () -> {};
      }
      last.end();
    }
    if (settings.perHost() > 0 && place.count >= settings.perHost()) {
      Waiting waiting = new Waiting(dialler, timeOut, who);
      place.waiting.add(waiting);
      return () -> {
        place.waiting.remove(waiting);
        waiting.cancel();
      };
    }
    return dial(route, place, dialler, timeOut, who);
  }

  /// Somebody for whom there are too many connections already.
  private static final class Waiting implements Taker {
    private final Dialler dialler;
    private final SimDuration timeOut;
    private final Taker who;
    private Runnable cancellation = () -> {};

    Waiting(Dialler dialler, SimDuration timeOut, Taker who) {
      this.dialler = dialler;
      this.timeOut = timeOut;
      this.who = who;
    }

    void cancel() {
      cancellation.run();
    }

    @Override
    public void connecting(Endpoint remote) {
      who.connecting(remote);
    }

    @Override
    public void taken(HttpLink link, boolean isUsedBefore) {
      who.taken(link, isUsedBefore);
    }

    @Override
    public void failed(SocketError why) {
      who.failed(why);
    }
  }

  private Runnable dial(
      HttpRoute route, Place place, Dialler dialler, SimDuration timeOut, Taker who) {
    place.count++;
    Dial dial =
        new Dial(
            dialler,
            route.destination(timeOut),
            new Dial.Outcome() {
              @Override
              public void connecting(Endpoint remote) {
                who.connecting(remote);
              }

              @Override
              public void connected(ByteStream stream) {
                HttpLink link =
                    new HttpLink(stream, HttpTransport.this, route, dialler.simulator());
                links.add(link);
                who.taken(link, false);
              }

              @Override
              public void failed(SocketError why) {
                oneLess(route);
                who.failed(why);
              }
            });
    dial.start();
    return () -> {
      if (!dial.isOver()) {
        dial.cancel();
        oneLess(route);
      }
    };
  }

  private void oneLess(HttpRoute route) {
    Place place = places.get(route);
    if (place == null) {
      return;
    }
    place.count--;
    if (!place.waiting.isEmpty() && place.waiting.remove() instanceof Waiting next) {
      next.cancellation = dial(route, place, next.dialler, next.timeOut, next);
    } else if (place.count == 0 && place.idle.isEmpty()) {
      places.remove(route);
    }
  }

  /// A link has answered and may be used again.
  void free(HttpLink link) {
    Place place = places.get(link.route());
    if (place == null || !settings.keepsAlive()) {
      link.end();
      return;
    }
    if (!place.waiting.isEmpty()) {
      place.waiting.remove().taken(link, true);
      return;
    }
    if (settings.idlePerHost() > 0 && place.idle.size() >= settings.idlePerHost()) {
      link.end();
      return;
    }
    place.idle.add(link);
    Timer timer = link.simulator().housekeepingTimer(link::end);
    if (settings.idleTime().nanos() > 0) {
      timer.armAfter(settings.idleTime());
    }
    idle.add(new Idle(link, timer));
    if (settings.idle() > 0 && idle.size() > settings.idle()) {
      idle.getFirst().link().end();
    }
  }

  private void noLongerIdle(HttpLink link) {
    Place place = places.get(link.route());
    if (place != null) {
      place.idle.remove(link);
    }
    idle.removeIf(each -> {
      boolean isIt = each.link().equals(link);
      if (isIt) {
        each.timer().cancel();
      }
      return isIt;
    });
  }

  /// A link has been closed.
  void ended(HttpLink link) {
    links.remove(link);
    noLongerIdle(link);
    oneLess(link.route());
  }
}
