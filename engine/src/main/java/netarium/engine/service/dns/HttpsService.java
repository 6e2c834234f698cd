package netarium.engine.service.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.dns.DnsMessage;
import netarium.engine.codec.dns.DnsReader;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DnsWriter;
import netarium.engine.codec.dns.RecordType;
import netarium.engine.service.HttpExchange;
import netarium.engine.service.HttpServerConnection;
import netarium.engine.service.HttpServerSettings;
import netarium.engine.sim.Simulator;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketLayer;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.tls.TlsIdentity;
import netarium.engine.tls.TlsLayer;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;
import org.jspecify.annotations.Nullable;

/// Queries by HTTPS (RFC 8484): `POST /dns-query` with the message as its body, or `GET` with the
/// message in the parameter `dns`.
public final class HttpsService {
  public static final int PORT = 443;
  public static final String PATH = "/dns-query";
  static final String MEDIA_TYPE = "application/dns-message";

  private static final int BACKLOG = 64;
  private static final String PARAMETER = "dns=";

  private final DnsServer server;
  private final Simulator simulator;
  private final TlsLayer tls;
  private final TlsIdentity identity;
  private final HttpServerSettings settings;
  private final Set<HttpServerConnection> connections = new LinkedHashSet<>();
  private @Nullable TcpListener listener;

  public HttpsService(
      DnsServer server, Simulator simulator, TlsLayer tls, HttpServerSettings settings) {
    this.server = server;
    this.simulator = simulator;
    this.tls = tls;
    this.identity = tls.identity();
    this.settings = settings;
  }

  /// Opens the port; answers why it cannot.
  public Optional<SocketError> open(SocketLayer layer, int port, int process) {
    return switch (layer.listen(Ipv4Address.ANY, port, process, BACKLOG)) {
      case SocketResult.Failed<TcpListener>(SocketError error) -> Optional.of(error);
      case SocketResult.Opened<TcpListener>(TcpListener opened) -> {
        listener = opened;
        opened.onChange(() -> accept(opened));
        accept(opened);
        yield Optional.empty();
      }
    };
  }

  public void close() {
    TcpListener opened = listener;
    if (opened != null) {
      listener = null;
      opened.onChange(() -> {});
      opened.close();
    }
    List.copyOf(connections).forEach(HttpServerConnection::leave);
  }

  private void accept(TcpListener from) {
    for (Optional<TcpSocket> next = from.accept(); next.isPresent(); next = from.accept()) {
      HttpServerConnection connection =
          new HttpServerConnection(
              simulator,
              tls.server(next.get(), identity),
              settings,
              this::requested,
              connections::remove);
      connections.add(connection);
      connection.open();
    }
  }

  private void requested(HttpExchange exchange) {
    HttpRequest request = exchange.request();
    if (!request.path().equals(PATH)) {
      refuse(exchange, 404, "DNS is answered at " + PATH);
      return;
    }
    switch (request.method()) {
      case "POST" -> {
        String type = request.headers().first("Content-Type").orElse("");
        if (type.equals(MEDIA_TYPE)) {
          answer(exchange, request.body());
        } else {
          refuse(exchange, 415, MEDIA_TYPE + " expected");
        }
      }
      case "GET", "HEAD" -> {
        Optional<Octets> query = parameter(request.query());
        if (query.isPresent()) {
          answer(exchange, query.get());
        } else {
          refuse(exchange, 400, "dns=… in base64url without padding expected");
        }
      }
      default -> refuse(exchange, 405, "GET or POST expected");
    }
  }

  private static Optional<Octets> parameter(String query) {
    for (String each : query.split("&", -1)) {
      if (each.startsWith(PARAMETER)) {
        try {
          byte[] octets = each.substring(PARAMETER.length()).getBytes(ISO_8859_1);
          return Optional.of(Octets.wrap(Base64.getUrlDecoder().decode(octets)));
        } catch (IllegalArgumentException notBase64) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private void answer(HttpExchange exchange, Octets query) {
    boolean isQuery =
        DnsReader.read(query) instanceof Parsed.Ok<DnsMessage>(DnsMessage asked)
            && !asked.isResponse();
    if (!isQuery) {
      refuse(exchange, 400, "the body is no DNS query");
      return;
    }
    server.take(
        query,
        exchange.remote(),
        answer -> {
          if (!exchange.isAbandoned()) {
            Octets octets = DnsWriter.write(answer, DnsMessage.MAX_OCTETS);
            exchange.answer(200, MEDIA_TYPE, octets, freshness(answer));
          }
        });
  }

  /// Caches may keep the answer as long as the shortest-lived of its records (RFC 8484 §5.1).
  private static HttpHeaders freshness(DnsMessage answer) {
    long seconds =
        Stream.concat(answer.answers().stream(), answer.authority().stream())
            .filter(each -> each.type() != RecordType.OPT)
            .mapToLong(DnsRecord::lifetimeSeconds)
            .min()
            .orElse(0);
    return HttpHeaders.NONE.plus("Cache-Control", "max-age=" + seconds);
  }

  private static void refuse(HttpExchange exchange, int status, String why) {
    Octets text = Octets.wrap((why + "\n").getBytes(UTF_8));
    exchange.answer(status, "text/plain; charset=utf-8", text, HttpHeaders.NONE);
  }
}
