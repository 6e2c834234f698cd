package netarium.engine.codec.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpStatus;
import netarium.engine.wire.Octets;

/// The two HTTP messages that a conversation begins with (RFC 6455 §4).
public final class Handshake {
  public static final int KEY_OCTETS = 16;

  private static final String VERSION = "13";
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String HTTP = "HTTP/1.1";
  private static final String WEBSOCKET = "websocket";

  private Handshake() {}

  /// A key as the request carries it, from sixteen octets that nobody could guess.
  public static String key(byte[] random) {
    if (random.length != KEY_OCTETS) {
      throw new IllegalArgumentException("a key is made of 16 octets");
    }
    return Base64.getEncoder().encodeToString(random);
  }

  /// What the server has to answer to a key (§4.2.2).
  public static String accept(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("invariant broken: every Java has SHA-1", missing);
    }
  }

  /// The client's request (§4.1). `host` as the header shows it, with its port if that is not the
  /// usual one.
  public static HttpRequest request(String host, String target, String key) {
    List<HttpHeaders.Field> fields = new ArrayList<>();
    fields.add(new HttpHeaders.Field("Host", host));
    fields.add(new HttpHeaders.Field("Upgrade", WEBSOCKET));
    fields.add(new HttpHeaders.Field("Connection", "Upgrade"));
    fields.add(new HttpHeaders.Field("Sec-WebSocket-Key", key));
    fields.add(new HttpHeaders.Field("Sec-WebSocket-Version", VERSION));
    return new HttpRequest("GET", target, HTTP, new HttpHeaders(fields), Octets.EMPTY);
  }

  /// What is wrong with a server's answer, if anything is (§4.1, on the client's side).
  public static Optional<String> troubleIn(HttpResponse response, String key) {
    HttpHeaders headers = response.headers();
    if (!response.version().equals(HTTP)) {
      return Optional.of("the server does not speak HTTP/1.1");
    }
    if (response.status() != 101) {
      String status = response.status() + " " + response.reason();
      return Optional.of("the server answered " + status.strip());
    }
    if (!headers.first("Upgrade").orElse("").strip().equalsIgnoreCase(WEBSOCKET)) {
      return Optional.of("the server does not upgrade to websocket");
    }
    if (!headers.listHas("Connection", "upgrade")) {
      return Optional.of("the server's Connection header does not say Upgrade");
    }
    if (!headers.first("Sec-WebSocket-Accept").orElse("").strip().equals(accept(key))) {
      return Optional.of("the server's Sec-WebSocket-Accept is wrong");
    }
    boolean wantsMore =
        headers.has("Sec-WebSocket-Extensions") || headers.has("Sec-WebSocket-Protocol");
    return wantsMore
        ? Optional.of("the server chose an extension or a protocol that nobody asked for")
        : Optional.empty();
  }

  /// What a server answers.
  public sealed interface Answer {
    HttpResponse response();

    record Accepted(HttpResponse response) implements Answer {}

    record Refused(HttpResponse response, String why) implements Answer {}
  }

  /// The server's answer to a request (§4.2).
  public static Answer answer(HttpRequest request) {
    HttpHeaders headers = request.headers();
    if (!request.method().equals("GET") || !request.version().equals(HTTP)) {
      return refused(400, "the handshake has to be a GET of HTTP/1.1");
    }
    if (!headers.has("Host")) {
      return refused(400, "the handshake has no Host header");
    }
    if (!headers.listHas("Upgrade", WEBSOCKET)) {
      return refused(426, "this port speaks WebSocket only");
    }
    if (!headers.listHas("Connection", "upgrade")) {
      return refused(400, "the handshake's Connection header does not say Upgrade");
    }
    if (!headers.first("Sec-WebSocket-Version").orElse("").strip().equals(VERSION)) {
      return refused(426, "this server speaks version 13 of WebSocket");
    }
    String key = headers.first("Sec-WebSocket-Key").orElse("").strip();
    if (!isKey(key)) {
      return refused(400, "the handshake's Sec-WebSocket-Key is not of 16 octets");
    }
    List<HttpHeaders.Field> fields = new ArrayList<>();
    fields.add(new HttpHeaders.Field("Upgrade", WEBSOCKET));
    fields.add(new HttpHeaders.Field("Connection", "Upgrade"));
    fields.add(new HttpHeaders.Field("Sec-WebSocket-Accept", accept(key)));
    return new Answer.Accepted(
        new HttpResponse(HTTP, 101, HttpStatus.reason(101), new HttpHeaders(fields), Octets.EMPTY));
  }

  private static boolean isKey(String key) {
    try {
      byte[] octets = Base64.getDecoder().decode(key);
      return octets.length == KEY_OCTETS && key(octets).equals(key);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /// A refusal that says why; 426 also says what would be right (RFC 9110 §15.5.22).
  public static Answer.Refused refused(int status, String why) {
    List<HttpHeaders.Field> fields = new ArrayList<>();
    if (status == 426) {
      fields.add(new HttpHeaders.Field("Upgrade", WEBSOCKET));
      fields.add(new HttpHeaders.Field("Sec-WebSocket-Version", VERSION));
    }
    fields.add(new HttpHeaders.Field("Connection", status == 426 ? "Upgrade, close" : "close"));
    fields.add(new HttpHeaders.Field("Content-Type", "text/plain"));
    Octets body = Octets.wrap((why + "\n").getBytes(ISO_8859_1));
    HttpResponse response =
        new HttpResponse(HTTP, status, HttpStatus.reason(status), new HttpHeaders(fields), body);
    return new Answer.Refused(response, why);
  }
}
