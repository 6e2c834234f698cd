package netarium.engine.vm.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import netarium.engine.codec.HttpLimits;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpUrl;
import netarium.engine.service.Dial;
import netarium.engine.service.HttpAsk;
import netarium.engine.service.HttpFetch;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;

/// A process's requests to HTTP servers: with its names, its environment, on its behalf.
final class Fetching {
  private static final List<String> PROXY_VARIABLES =
      List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY");
  private static final int MOST_REDIRECTS = 5;
  private static final int MOST_SAID = 64;

  private final Process process;
  private final Set<String> said = new LinkedHashSet<>();

  Fetching(Process process) {
    this.process = process;
  }

  /// What became of a request.
  sealed interface Result {
    record Answered(HttpResponse response) implements Result {}

    record Failed(String why) implements Result {}
  }

  /// A request that can be started, by the way that the environment says now.
  HttpFetch fetch(HttpAsk ask, Optional<String> proxy, String place, Consumer<Result> whenDone) {
    HttpFetch.Settings settings =
        new HttpFetch.Settings(
            Dial.USUAL_TIME_OUT, MOST_REDIRECTS, limits(), proxy, proxyVariables(), process.page());
    return new HttpFetch(
        process.dialler(),
        settings,
        ask,
        new HttpFetch.Outcome() {
          @Override
          public void connecting(Endpoint remote) {
            SocketUse.record(
                process, place, "connect", SocketUse.NOT_YET_BOUND, Optional.of(remote), 0);
          }

          @Override
          public void answered(HttpUrl url, HttpResponse response) {
            whenDone.accept(new Result.Answered(response));
          }

          @Override
          public void failed(String why) {
            say(ask, why);
            whenDone.accept(new Result.Failed(why));
          }
        });
  }

  /// An answer must fit into the memory of the machine.
  private HttpLimits limits() {
    HttpLimits usual = HttpLimits.DEFAULT;
    long body = Math.min(usual.bodyOctets(), process.vm().memory().limit());
    return new HttpLimits(usual.lineOctets(), usual.headOctets(), usual.fields(), (int) body);
  }

  private Map<String, String> proxyVariables() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String name : PROXY_VARIABLES) {
      for (String each : List.of(name, name.toLowerCase(Locale.ROOT))) {
        String value = process.environment().get(each);
        if (value != null) {
          variables.put(each, value);
        }
      }
    }
    return variables;
  }

  /// Scripts that ask again and again, or never look at what went wrong, are told once.
  private void say(HttpAsk ask, String why) {
    String text = ask.method() + " " + ask.url().absolute() + ": " + why;
    if (said.size() < MOST_SAID && said.add(text)) {
      process.notice(text);
    }
  }
}
