package netarium.engine.service.dns;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpLimits;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpUrl;
import netarium.engine.codec.dns.DnsMessage;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsReader;
import netarium.engine.codec.dns.DnsWriter;
import netarium.engine.service.Dialler;
import netarium.engine.service.HttpAsk;
import netarium.engine.service.HttpFetch;
import netarium.engine.sim.SimDuration;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;

/// The way to a server by HTTPS (RFC 8484): each question a request of its own, with id 0, as
/// caches like it (§4.1). `dialler` must find the server's own name without asking here.
public record HttpsPath(Dialler dialler, HttpUrl url, SimDuration timeOut) implements DnsPath {
  private static final int REDIRECTIONS = 0;
  private static final int OK = 200;

  @Override
  public Runnable ask(DnsQuestion question, Consumer<DnsReply> reply) {
    Octets query = DnsWriter.write(DnsMessage.query(0, question, true, DnsSockets.UDP_OCTETS));
    HttpHeaders headers =
        new HttpHeaders(
            List.of(
                new HttpHeaders.Field("Accept", HttpsService.MEDIA_TYPE),
                new HttpHeaders.Field("Content-Type", HttpsService.MEDIA_TYPE)));
    HttpFetch.Settings settings =
        new HttpFetch.Settings(
            timeOut, REDIRECTIONS, HttpLimits.DEFAULT, Optional.empty(), Collections.emptyMap());
    HttpFetch fetch =
        new HttpFetch(
            dialler,
            settings,
            new HttpAsk("POST", url, headers, query),
            new HttpFetch.Outcome() {
              @Override
              public void answered(HttpUrl from, HttpResponse response) {
                reply.accept(read(question, response));
              }

              @Override
              public void failed(String why) {
                reply.accept(
                    why.startsWith("timeout")
                        ? new DnsReply.Silent()
                        : new DnsReply.Unreachable(url.authority() + ": " + why));
              }
            });
    fetch.start();
    return fetch::cancel;
  }

  private DnsReply read(DnsQuestion question, HttpResponse response) {
    String where = url.absolute();
    if (response.status() != OK) {
      return new DnsReply.Unreachable(
          where + " answers " + response.status() + " " + response.reason());
    }
    boolean isAnswer =
        DnsReader.read(response.body()) instanceof Parsed.Ok<DnsMessage>(DnsMessage message)
            && message.isResponse()
            && message.questions().stream().allMatch(question::isSame);
    return isAnswer && DnsReader.read(response.body()) instanceof Parsed.Ok<DnsMessage>(var came)
        ? new DnsReply.Came(came)
        : new DnsReply.Unreachable(where + " answers no DNS message to our question");
  }
}
