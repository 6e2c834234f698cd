package netarium.engine.vm.gohttp.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpUrl;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.service.CorsCourse;
import netarium.engine.service.HttpAnswer;
import netarium.engine.service.HttpRedirection;
import netarium.engine.service.HttpRoundTrip;
import netarium.engine.service.HttpUpload;
import netarium.engine.service.Proxy;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.vm.TaskWatch;
import netarium.engine.vm.WaitQueue;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.Values;
import netarium.engine.vm.gohttp.Cookie;
import netarium.engine.vm.gohttp.Header;
import netarium.engine.vm.gohttp.RequestValue;
import netarium.engine.vm.gourl.GoUrl;
import netarium.engine.vm.gourl.UrlFaultException;
import netarium.engine.vm.gourl.UrlValue;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// One call of `client:Do`: the request, and those that redirections ask for, up to the answer that
/// the script gets. The client's time is for all of it, the body of that answer included.
final class ClientCall implements Handles.Open {
  private static final int MOST_REDIRECTS = 10;

  /// How a client is set up. `seconds` 0 is no limit.
  record Plan(Userdata transport, Optional<CookieJar> jar, double seconds, LuaValue checkRedirect) {
    TransportValue transportValue() {
      return Handles.find(transport, TransportValue.class).orElseThrow();
    }
  }

  private final Coroutine co;
  private final Handles handles;
  private final Process process;
  private final Plan plan;
  private final GoUrl first;
  private final String method;
  private final String place;
  private final WaitQueue waiting = new WaitQueue();
  private final Timer timer;
  private final List<Table> via = new ArrayList<>();
  private final Optional<CorsCourse> course;
  private Table request;
  private Outgoing outgoing;
  private @Nullable HttpRoundTrip trip;
  private @Nullable AnswerBody body;
  private Runnable draining = () -> {};

  // What came of it.
  private @Nullable NetError failure;
  private @Nullable HttpAnswer answer;

  ClientCall(Coroutine co, Plan plan, Table request, Outgoing outgoing) {
    this.co = co;
    this.handles = Handles.of(co);
    this.process = handles.process();
    this.plan = plan;
    this.request = request;
    this.outgoing = outgoing;
    this.first = outgoing.url();
    this.method = outgoing.method();
    this.place = co.place();
    this.course = process.page().map(page -> new CorsCourse(page, plan.jar().isPresent()));
    this.timer = process.vm().simulator().timer(this::timedOut);
    handles.opened(this);
  }

  /// What `Do` returns, once there is something.
  int await(int func) {
    if (plan.seconds() > 0) {
      timer.armAfter(SimDuration.ofNanos(Math.round(plan.seconds() * 1e9)));
    }
    try {
      hop();
    } catch (LuaError wrong) {
      over();
      throw wrong;
    }
    return process.await(co, func, waiting, this::attempt);
  }

  private LuaValue @Nullable [] attempt() {
    LuaMachine machine = process.machine();
    NetError failed = failure;
    HttpAnswer found = answer;
    if (failed != null) {
      return new LuaValue[] {Nil.NIL, failed.value(machine)};
    }
    if (found == null) {
      return null;
    }
    AnswerBody made = new AnswerBody(found, this::over);
    body = made;
    Table response = ResponseValue.of(process, seen(found.head()), lengthOf(found), made, request);
    return new LuaValue[] {response, Nil.NIL};
  }

  /// What the script may know of an answer's head.
  private HttpResponse seen(HttpResponse head) {
    return course
        .map(each ->
            new HttpResponse(
                head.version(),
                head.status(),
                head.reason(),
                each.visible(head.headers()),
                head.body()))
        .orElse(head);
  }

  /// What `ContentLength` says: of an answer to HEAD, the length of the body that is not there.
  private long lengthOf(HttpAnswer found) {
    if (!outgoing.method().equals("HEAD")) {
      return found.announcedOctets();
    }
    return found
        .head()
        .headers()
        .first("Content-Length")
        .filter(text -> text.matches("[0-9]{1,15}"))
        .map(Long::parseLong)
        .orElse(-1L);
  }

  private void over() {
    timer.cancel();
    handles.closed(this);
  }

  @Override
  public void close() {
    over();
    HttpRoundTrip running = trip;
    if (running != null) {
      running.cancel();
    }
  }

  private void fail(NetError cause) {
    fail(cause, outgoing.url().redacted());
  }

  private void fail(NetError cause, String url) {
    over();
    failure = ClientErrors.of(method, url, cause);
    waiting.wakeAll();
  }

  private void timedOut() {
    AnswerBody reading = body;
    HttpRoundTrip running = trip;
    HttpAnswer found = answer;
    if (reading != null) {
      reading.fail(ClientErrors.BODY_TIMEOUT);
    } else if (failure == null) {
      Optional<Endpoint> dialled = Optional.empty();
      if (found != null) {
        found.close();
        answer = null;
      } else if (running != null) {
        dialled = running.dialling();
        running.cancel();
      }
      draining.run();
      fail(ClientErrors.awaitingTimeout(dialled));
    }
  }

  // ---- one request -------------------------------------------------------------------------

  private void hop() {
    Optional<String> fault = outgoing.fault();
    if (fault.isPresent()) {
      fail(ClientErrors.invalid(fault.get()));
      return;
    }
    switch (outgoing.place()) {
      case HttpUrl.Read.Bad(String why) -> fail(ClientErrors.invalid(why));
      case HttpUrl.Read.Found(HttpUrl to) -> {
        TransportValue transport = plan.transportValue();
        Map<String, String> environment = process.environment();
        switch (transport.way(co, plan.transport(), to, environment, 1)) {
          case TransportValue.Way.None(NetError why) -> fail(why);
          case TransportValue.Way.By way -> hop(new Place(transport, to, way));
        }
      }
    }
  }

  /// Where a request goes, and how.
  private record Place(TransportValue transport, HttpUrl to, TransportValue.Way.By way) {
    String target() {
      return way.isPassedOn() ? to.absolute() : to.target();
    }
  }

  private void hop(Place place) {
    if (course.isEmpty()) {
      send(place, HttpHeaders.NONE);
      return;
    }
    Optional<String> forbidden =
        via.isEmpty() ? CorsCourse.forbidden(method, outgoing.headers()) : Optional.<String>empty();
    if (forbidden.isPresent()) {
      fail(new NetError("unsupported", forbidden.get(), false));
      return;
    }
    long now = JarValue.now(process);
    CorsCourse.Step step =
        course.get().before(place.to(), outgoing.method(), outgoing.headers(), now);
    switch (step) {
      case CorsCourse.Step.Go(HttpHeaders more) -> send(place, more);
      case CorsCourse.Step.Preflight(HttpHeaders headers) -> askFirst(place, headers);
    }
  }

  private void askFirst(Place place, HttpHeaders headers) {
    Outgoing asking = outgoing.preflight(headers);
    send(
        place,
        asking.request(
            place.target(),
            place.transport().transport().keepsAlive(),
            Optional.empty(),
            List.of()),
        Optional.empty(),
        came -> {
          Optional<String> fault =
              course
                  .orElseThrow()
                  .preflightFault(
                      place.to(),
                      outgoing.method(),
                      outgoing.headers(),
                      came.head(),
                      JarValue.now(process));
          if (fault.isPresent()) {
            came.close();
            fail(blocked(fault.get()));
          } else {
            drain(came, () -> send(place, course.orElseThrow().origin()));
          }
        });
  }

  private static NetError blocked(String why) {
    return new NetError("cors", why, false);
  }

  /// The next request, which the script's task does not see being sent.
  private void hopOn() {
    try {
      hop();
    } catch (LuaError wrong) {
      fail(ClientErrors.invalid(String.valueOf(wrong.getMessage())));
    }
  }

  private void send(Place place, HttpHeaders more) {
    List<String> cookies = new ArrayList<>();
    boolean takesCookies = course.map(each -> each.takesCookies(place.to())).orElse(true);
    plan.jar()
        .filter(_ -> takesCookies)
        .ifPresent(jar -> {
          for (Cookie each : jar.cookies(outgoing.url(), JarValue.now(process))) {
            cookies.add(each.toPair());
          }
        });
    Optional<String> login = place.way().login().map(each -> HttpUrl.basic(login(each)));
    HttpRequest asked =
        outgoing
            .with(more)
            .request(place.target(), place.transport().transport().keepsAlive(), login, cookies);
    send(place, asked, outgoing.upload(), this::headed);
  }

  private void send(
      Place to, HttpRequest asked, Optional<HttpUpload> upload, Consumer<HttpAnswer> whenHeaded) {
    HttpRoundTrip next =
        new HttpRoundTrip(
            to.transport().transport(),
            process.dialler(),
            new HttpRoundTrip.Order(to.way().route(), asked, upload),
            new HttpRoundTrip.Outcome() {
              @Override
              public void connecting(Endpoint remote) {
                SocketUse.record(
                    process, place, "connect", SocketUse.NOT_YET_BOUND, Optional.of(remote), 0);
              }

              @Override
              public void headed(HttpAnswer came) {
                whenHeaded.accept(came);
              }

              @Override
              public void failed(SocketError why, Optional<Endpoint> dialled) {
                fail(ClientErrors.of(why, dialled, to.way().route()));
              }
            });
    trip = next;
    next.start();
  }

  private static byte[] login(Proxy.Login login) {
    return login.user().plus(Octets.wrap(new byte[] {':'})).plus(login.password()).toByteArray();
  }

  private void headed(HttpAnswer came) {
    HttpResponse head = came.head();
    List<Cookie> cookies = Cookie.ofResponse(head.headers().all("Set-Cookie"));
    Optional<HttpUrl> from = found(outgoing);
    boolean takesCookies = course.flatMap(each -> from.map(each::takesCookies)).orElse(true);
    plan.jar()
        .filter(_ -> takesCookies)
        .ifPresent(jar -> jar.take(outgoing.url(), cookies, JarValue.now(process)));
    Optional<String> fault =
        course.flatMap(each -> from.flatMap(url -> each.fault(url, head.headers())));
    if (fault.isPresent()) {
      came.close();
      fail(blocked(fault.get()));
      return;
    }
    Optional<String> location = HttpRedirection.target(head);
    boolean keepsBody = head.status() == 307 || head.status() == 308;
    if (location.isEmpty() || (keepsBody && !outgoing.isReplayable())) {
      give(came);
    } else {
      redirect(came, location.get(), keepsBody);
    }
  }

  private static Optional<HttpUrl> found(Outgoing outgoing) {
    return outgoing.place() instanceof HttpUrl.Read.Found(HttpUrl url)
        ? Optional.of(url)
        : Optional.empty();
  }

  private void give(HttpAnswer came) {
    answer = came;
    waiting.wakeAll();
  }

  // ---- redirections ------------------------------------------------------------------------

  private void redirect(HttpAnswer came, String location, boolean keepsBody) {
    GoUrl from = outgoing.url();
    GoUrl to;
    try {
      to = from.resolve(GoUrl.parse(location));
    } catch (UrlFaultException fault) {
      came.close();
      String why = "failed to parse Location header \"" + location + "\": " + fault.sentence();
      fail(ClientErrors.invalid(why));
      return;
    }
    boolean isTrusted = Redirection.isWithin(to.hostName(), first.hostName());
    HttpHeaders fields = HttpRedirection.fields(outgoing.headers(), keepsBody, isTrusted);
    if (!fields.has("Referer") && !(from.scheme().equals("https") && to.scheme().equals("http"))) {
      fields = fields.plus("Referer", Redirection.referer(from));
    }
    boolean becomesGet = !keepsBody && !outgoing.method().equals("HEAD");
    boolean keepsHost = !outgoing.host().isEmpty() && !location.contains("://");
    Outgoing before = outgoing;
    outgoing =
        outgoing.redirected(
            becomesGet ? "GET" : outgoing.method(),
            to,
            fields,
            keepsBody,
            keepsHost ? outgoing.host() : "");
    course.ifPresent(each ->
        found(before)
            .ifPresent(old -> found(outgoing).ifPresent(next -> each.redirected(old, next))));
    via.add(request);
    try {
      request = table();
      check(came, location);
    } catch (LuaError noMemory) {
      came.close();
      fail(ClientErrors.invalid(String.valueOf(noMemory.getMessage())));
    }
  }

  private Table table() {
    LuaMachine machine = process.machine();
    Userdata header = Header.of(machine, outgoing.headers(), "");
    Table made = RequestValue.create(machine, outgoing.method(), header);
    made.set("URL", UrlValue.of(machine, outgoing.url()));
    made.set("Host", Values.str(machine, outgoing.host()));
    return made;
  }

  private void check(HttpAnswer came, String location) {
    LuaValue asked = plan.checkRedirect();
    if (asked.isNil()) {
      if (via.size() >= MOST_REDIRECTS) {
        came.close();
        fail(ClientErrors.invalid("stopped after " + MOST_REDIRECTS + " redirects"), location);
      } else {
        drain(came, this::hopOn);
      }
      return;
    }
    Table before = new Table(process.machine(), via.size(), 0);
    via.forEach(each -> before.set(before.length() + 1, each));
    process.serve(new Checking(came, location), null, asked, request, before);
  }

  /// The script's word on a redirection.
  private final class Checking implements TaskWatch {
    private final HttpAnswer came;
    private final String location;

    Checking(HttpAnswer came, String location) {
      this.came = came;
      this.location = location;
    }

    @Override
    public void ended(LuaValue[] results) {
      if (failure != null) {
        return;
      }
      LuaValue said = results.length > 0 ? results[0] : Nil.NIL;
      Optional<NetError> error = Handles.find(said, NetError.class);
      if (!said.isTrue()) {
        drain(came, ClientCall.this::hopOn);
      } else if (error.filter(ClientErrors.USE_LAST_RESPONSE::equals).isPresent()) {
        request = via.removeLast();
        give(came);
      } else {
        came.close();
        String text = said instanceof Str words ? words.toLatin1() : said.toString();
        fail(error.orElse(ClientErrors.invalid(text)), location);
      }
    }

    @Override
    public void failed(LuaValue error, Str text) {
      if (failure == null) {
        came.close();
        fail(ClientErrors.invalid(text.toLatin1()), location);
      }
    }
  }

  private void drain(HttpAnswer came, Runnable then) {
    draining = Drain.begin(came, then);
  }
}
