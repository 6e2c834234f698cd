package netarium.engine.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpLimits;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpUrl;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Timer;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// One request to its answer: the way there, by proxy if need be, the request, the answer, and the
/// requests that a redirection asks for. At its end stands an answer or a sentence that says why
/// not; never both, and nothing after [#cancel].
public final class HttpFetch {
  /// How far it goes, and which way. `proxy` is the caller's own word; `environment` counts where
  /// there is none. A `page` may have only what other origins let it.
  public record Settings(
      SimDuration timeOut,
      int redirects,
      HttpLimits limits,
      Optional<String> proxy,
      Map<String, String> environment,
      Optional<CrossOrigin> page) {
    /// Of a program that is no page in a browser.
    public Settings(
        SimDuration timeOut,
        int redirects,
        HttpLimits limits,
        Optional<String> proxy,
        Map<String, String> environment) {
      this(timeOut, redirects, limits, proxy, environment, Optional.empty());
    }

    /// A quarter of a minute, five redirections.
    public static Settings usual(Optional<String> proxy, Map<String, String> environment) {
      return new Settings(Dial.USUAL_TIME_OUT, 5, HttpLimits.DEFAULT, proxy, environment);
    }
  }

  /// Who waits for the answer.
  public interface Outcome {
    /// A connection to `remote` is about to be opened.
    default void connecting(Endpoint remote) {}

    /// `url` is where the answer came from at last.
    void answered(HttpUrl url, HttpResponse response);

    void failed(String why);
  }

  private final Dialler dialler;
  private final Settings settings;
  private final Outcome outcome;
  private final Timer timer;
  private final Optional<CorsCourse> course;
  private HttpAsk ask;

  /// Whether the server is asked first whether it may be asked.
  private boolean isPreflight;

  private SimTime deadline = SimTime.ZERO;
  private int redirections;
  private @Nullable Dial dial;
  private @Nullable HttpClientConnection connection;
  private boolean isOver;

  public HttpFetch(Dialler dialler, Settings settings, HttpAsk ask, Outcome outcome) {
    this.dialler = dialler;
    this.settings = settings;
    this.ask = ask;
    this.course = settings.page().map(page -> new CorsCourse(page, false));
    this.outcome = outcome;
    this.timer = dialler.simulator().timer(() -> fail("timeout"));
  }

  /// Begins. What is known at once the outcome hears before this returns.
  public void start() {
    deadline = dialler.simulator().now().plus(settings.timeOut());
    Optional<String> forbidden =
        course.flatMap(_ -> CorsCourse.forbidden(ask.method(), ask.headers()));
    forbidden.ifPresentOrElse(this::fail, this::go);
  }

  /// Lets go of it all; the outcome hears nothing.
  public void cancel() {
    if (!isOver) {
      over();
    }
  }

  private void go() {
    CorsCourse.Step step =
        course
            .map(each -> each.before(ask.url(), ask.method(), ask.headers(), seconds()))
            .orElse(new CorsCourse.Step.Go(HttpHeaders.NONE));
    switch (step) {
      case CorsCourse.Step.Go(HttpHeaders more) -> send(with(more));
      case CorsCourse.Step.Preflight(HttpHeaders headers) -> {
        isPreflight = true;
        send(new HttpAsk("OPTIONS", ask.url(), headers, Octets.EMPTY));
      }
    }
  }

  private HttpAsk with(HttpHeaders more) {
    HttpHeaders all = ask.headers();
    for (HttpHeaders.Field field : more.fields()) {
      all = all.plus(field.name(), field.value());
    }
    return new HttpAsk(ask.method(), ask.url(), all, ask.body());
  }

  private long seconds() {
    return dialler.simulator().nowNanos() / 1_000_000_000L;
  }

  private void send(HttpAsk sent) {
    HttpUrl url = sent.url();
    ProxyChoice choice =
        ProxyChoice.of(
            settings.proxy(), Proxy.Kind.HTTP, settings.environment(), url.isSecure(), url.host());
    switch (choice) {
      case ProxyChoice.Bad(String why) -> fail(why);
      case ProxyChoice.Direct _ -> dial(to(url, Optional.empty()), sent.direct(), "");
      case ProxyChoice.Through(Proxy proxy)
          when proxy.kind() == Proxy.Kind.HTTP && !url.isSecure() -> {
        HttpRequest request = sent.byProxy(proxy.login());
        Dial.Destination there =
            new Dial.Destination(proxy.host(), proxy.port(), Optional.empty(), left());
        dial(there, request, "connect to proxy failed: ");
      }
      // TLS is with the host itself, so even an HTTP proxy only passes octets on.
      case ProxyChoice.Through(Proxy proxy) -> dial(to(url, Optional.of(proxy)), sent.direct(), "");
    }
  }

  private Dial.Destination to(HttpUrl url, Optional<Proxy> tunnel) {
    return new Dial.Destination(url.host(), url.port(), tunnel, left(), url.isSecure());
  }

  private SimDuration left() {
    return deadline.since(dialler.simulator().now());
  }

  private void dial(Dial.Destination destination, HttpRequest request, String failing) {
    Dial next =
        new Dial(
            dialler,
            destination,
            new Dial.Outcome() {
              @Override
              public void connecting(Endpoint remote) {
                outcome.connecting(remote);
              }

              @Override
              public void connected(ByteStream stream) {
                dial = null;
                timer.armAt(deadline);
                HttpClientConnection opened = new HttpClientConnection(stream, settings.limits());
                connection = opened;
                opened.send(request, HttpFetch.this::done);
              }

              @Override
              public void failed(SocketError why) {
                fail(failing + why.sentence());
              }
            });
    dial = next;
    next.start();
  }

  private void fail(String why) {
    if (!isOver) {
      over();
      outcome.failed(why);
    }
  }

  private void over() {
    isOver = true;
    timer.cancel();
    Dial dialling = dial;
    if (dialling != null) {
      dial = null;
      dialling.cancel();
    }
    HttpClientConnection talking = connection;
    if (talking != null) {
      connection = null;
      talking.close();
    }
  }

  private void done(HttpClientConnection.Result result) {
    switch (result) {
      case HttpClientConnection.Result.Failed(String why) -> fail(why);
      case HttpClientConnection.Result.Answered answered -> answered(answered.response());
    }
  }

  private void answered(HttpResponse response) {
    timer.cancel();
    HttpClientConnection used = connection;
    if (used != null) {
      connection = null;
      used.close();
    }
    if (isPreflight) {
      isPreflight = false;
      allowed(response);
      return;
    }
    Optional<String> fault = course.flatMap(each -> each.fault(ask.url(), response.headers()));
    if (fault.isPresent()) {
      fail(fault.get());
      return;
    }
    Optional<String> location = HttpRedirection.target(response);
    if (location.isEmpty()) {
      over();
      outcome.answered(ask.url(), course.map(each -> seen(each, response)).orElse(response));
      return;
    }
    if (redirections == settings.redirects()) {
      fail("more than " + settings.redirects() + " redirections");
      return;
    }
    redirections++;
    switch (ask.url().resolve(location.get())) {
      case HttpUrl.Read.Bad(String why) -> fail("redirected to what is " + why);
      case HttpUrl.Read.Found(HttpUrl url) -> {
        course.ifPresent(each -> each.redirected(ask.url(), url));
        ask = ask.redirected(response.status(), url);
        go();
      }
    }
  }

  private void allowed(HttpResponse response) {
    CorsCourse asked = course.orElseThrow();
    asked
        .preflightFault(ask.url(), ask.method(), ask.headers(), response, seconds())
        .ifPresentOrElse(this::fail, () -> send(with(asked.origin())));
  }

  private static HttpResponse seen(CorsCourse course, HttpResponse response) {
    return new HttpResponse(
        response.version(),
        response.status(),
        response.reason(),
        course.visible(response.headers()),
        response.body());
  }

  /// Octets of a login as `Proxy-Authorization` and `Authorization` have them.
  static byte[] login(Proxy.Login login) {
    Octets colon = Octets.wrap(":".getBytes(ISO_8859_1));
    return login.user().plus(colon).plus(login.password()).toByteArray();
  }
}
