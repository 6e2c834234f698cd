package netarium.engine.service;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import netarium.engine.codec.HttpChunks;
import netarium.engine.codec.HttpDate;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpWriter;
import netarium.engine.sim.Simulator;
import netarium.engine.wire.Octets;

/// Puts the heads of a server's answers together: what the handler says, the date, and what frames
/// the message (RFC 9112 §6), which is not the handler's affair.
final class HttpAnswerHeads {
  private static final List<String> FRAMING =
      List.of("Content-Length", "Transfer-Encoding", "Connection", "Date", "Trailer");

  /// How the end of a body is told.
  enum Framing {
    /// There is no body, whatever the handler writes.
    NONE,
    LENGTH,
    CHUNKED,
    /// By the end of the connection: a client of HTTP/1.0 knows nothing else.
    CLOSE
  }

  /// A head that goes out before its body is known.
  record Begun(Octets head, Framing framing, boolean closes) {}

  private final Simulator simulator;
  private final long epochSeconds;

  HttpAnswerHeads(Simulator simulator, long epochSeconds) {
    this.simulator = simulator;
    this.epochSeconds = epochSeconds;
  }

  /// An answer whose body is there as a whole, as it goes on the wire.
  HttpResponse whole(
      HttpRequest request,
      int status,
      String reason,
      String contentType,
      Octets body,
      HttpHeaders more) {
    boolean isOld = isOld(request);
    boolean hasNoBody = hasNoBody(status);
    boolean isChunked = !isOld && !hasNoBody && more.listHas("Transfer-Encoding", "chunked");
    List<HttpHeaders.Field> fields = fields(hasNoBody ? "" : contentType, more);
    addConnection(fields, isOld, !request.keepsConnection() || more.listHas("Connection", "close"));
    if (isChunked) {
      fields.add(new HttpHeaders.Field("Transfer-Encoding", "chunked"));
    } else if (!hasNoBody) {
      fields.add(new HttpHeaders.Field("Content-Length", Integer.toString(body.length())));
    }
    boolean isBare = hasNoBody || request.method().equals("HEAD");
    Octets sent =
        isBare ? Octets.EMPTY : isChunked ? HttpChunks.encode(body, HttpHeaders.NONE) : body;
    return new HttpResponse("HTTP/1.1", status, reason, new HttpHeaders(fields), sent);
  }

  /// The head of an answer whose body follows piece by piece; `length` where it is known already.
  Begun begun(
      HttpRequest request, int status, String reason, HttpHeaders more, OptionalLong length) {
    boolean isOld = isOld(request);
    boolean hasNoBody = hasNoBody(status);
    boolean isBare = request.method().equals("HEAD");
    Framing framing = framing(isOld, hasNoBody || (isBare && length.isEmpty()), length);
    boolean closes =
        !request.keepsConnection()
            || more.listHas("Connection", "close")
            || framing == Framing.CLOSE;
    List<HttpHeaders.Field> fields = fields("", more);
    addConnection(fields, isOld, closes);
    switch (framing) {
      case LENGTH ->
          fields.add(new HttpHeaders.Field("Content-Length", Long.toString(length.getAsLong())));
      case CHUNKED -> fields.add(new HttpHeaders.Field("Transfer-Encoding", "chunked"));
      case NONE, CLOSE -> {}
    }
    HttpResponse head =
        new HttpResponse("HTTP/1.1", status, reason, new HttpHeaders(fields), Octets.EMPTY);
    return new Begun(HttpWriter.write(head), isBare ? Framing.NONE : framing, closes);
  }

  private static Framing framing(boolean isOld, boolean hasNoBody, OptionalLong length) {
    if (hasNoBody) {
      return Framing.NONE;
    }
    if (length.isPresent()) {
      return Framing.LENGTH;
    }
    return isOld ? Framing.CLOSE : Framing.CHUNKED;
  }

  /// An answer before the answer (RFC 9110 §15.2), which says only what the handler says.
  static Octets interim(int status, String reason, HttpHeaders fields) {
    return HttpWriter.write(new HttpResponse("HTTP/1.1", status, reason, fields, Octets.EMPTY));
  }

  private List<HttpHeaders.Field> fields(String contentType, HttpHeaders more) {
    List<HttpHeaders.Field> fields = new ArrayList<>(more.fields().size() + 5);
    fields.add(new HttpHeaders.Field("Date", date()));
    if (!contentType.isEmpty() && !more.has("Content-Type")) {
      fields.add(new HttpHeaders.Field("Content-Type", contentType));
    }
    for (HttpHeaders.Field field : more.fields()) {
      if (FRAMING.stream().noneMatch(field.name()::equalsIgnoreCase)) {
        fields.add(field);
      }
    }
    return fields;
  }

  private static void addConnection(List<HttpHeaders.Field> fields, boolean isOld, boolean closes) {
    if (closes) {
      fields.add(new HttpHeaders.Field("Connection", "close"));
    } else if (isOld) {
      fields.add(new HttpHeaders.Field("Connection", "keep-alive"));
    }
  }

  private static boolean isOld(HttpRequest request) {
    return request.version().equals("HTTP/1.0");
  }

  private static boolean hasNoBody(int status) {
    return status == 204 || status == 304 || status / 100 == 1;
  }

  private String date() {
    return HttpDate.of(epochSeconds + simulator.nowNanos() / 1_000_000_000L);
  }
}
