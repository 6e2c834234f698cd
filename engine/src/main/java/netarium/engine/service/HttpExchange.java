package netarium.engine.service;

import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpStatus;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// One request on a server's connection, to be answered once, at any time: the connection sees to
/// it that answers leave in the order of the requests.
public final class HttpExchange {
  private final HttpServerConnection connection;
  private final HttpRequest request;
  private final HttpHeaders trailers;
  private final int octets;
  private @Nullable HttpResponse response;

  HttpExchange(
      HttpServerConnection connection, HttpRequest request, HttpHeaders trailers, int octets) {
    this.connection = connection;
    this.request = request;
    this.trailers = trailers;
    this.octets = octets;
  }

  /// What the request has taken of the server's room.
  int octets() {
    return octets;
  }

  public HttpRequest request() {
    return request;
  }

  /// The fields behind a chunked body.
  public HttpHeaders trailers() {
    return trailers;
  }

  /// The client's end of the connection.
  public Endpoint remote() {
    return connection.remote();
  }

  /// Whether nobody will ever see the answer.
  public boolean isAbandoned() {
    return connection.isOver();
  }

  public boolean isAnswered() {
    return response != null;
  }

  /// Answers with a status, a body of that type and more fields. What frames the message is the
  /// connection's affair: such fields are left out, but `Transfer-Encoding: chunked` asks for that.
  public void answer(int status, String contentType, Octets body, HttpHeaders more) {
    if (response != null) {
      throw new IllegalStateException("invariant broken: a request is answered once");
    }
    HttpResponse answer =
        connection.complete(request, status, HttpStatus.reason(status), contentType, body, more);
    response = answer;
    connection.answered();
  }

  @Nullable HttpResponse response() {
    return response;
  }
}
