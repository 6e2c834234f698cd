package netarium.engine.service;

import java.util.OptionalLong;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpStatus;
import netarium.engine.codec.HttpWriter;
import netarium.engine.socket.ByteStream;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// One request on a server's connection, to be answered once, at any time: the connection sees to
/// it that answers leave in the order of the requests. An answer is given as a whole ([#answer]) or
/// begun and then written piece by piece ([#begin]).
public final class HttpExchange {
  private final HttpServerConnection connection;
  private final HttpRequest request;
  private final HttpHeaders trailers;
  private final int octets;
  private Octets ready = Octets.EMPTY;
  private @Nullable HttpAnswerStream stream;
  private boolean isAnswered;

  /// All of the answer is ready or has left.
  private boolean isSaid;

  private boolean closes;
  private boolean isDropped;

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

  /// What the request came by.
  public ByteStream below() {
    return connection.stream();
  }

  /// Whether nobody will ever see the answer.
  public boolean isAbandoned() {
    return isDropped || connection.isOver();
  }

  public boolean isAnswered() {
    return isAnswered;
  }

  /// Answers with a status, a body of that type and more fields. What frames the message is the
  /// connection's affair: such fields are left out, but `Transfer-Encoding: chunked` asks for that.
  public void answer(int status, String contentType, Octets body, HttpHeaders more) {
    answer(status, HttpStatus.reason(status), contentType, body, more);
  }

  /// As above, with other words behind the status.
  public void answer(int status, String reason, String contentType, Octets body, HttpHeaders more) {
    answersNow();
    HttpResponse answer =
        connection.heads().whole(request, status, reason, contentType, body, more);
    ready = ready.plus(HttpWriter.write(answer));
    closes = answer.headers().listHas("Connection", "close");
    isSaid = true;
    connection.answered();
  }

  /// Begins an answer whose body follows; `length` where it is known, else the body is chunked, or
  /// ends with the connection where the client knows no chunks.
  public HttpAnswerStream begin(int status, String reason, HttpHeaders more, OptionalLong length) {
    answersNow();
    HttpAnswerHeads.Begun begun = connection.heads().begun(request, status, reason, more, length);
    closes = begun.closes();
    HttpAnswerStream begunStream = new HttpAnswerStream(this, begun.framing(), length);
    stream = begunStream;
    // It leaves with what comes next: one segment serves for both.
    ready = ready.plus(begun.head());
    return begunStream;
  }

  /// Says something before the answer: a status from 100 to 199.
  public void interim(int status, String reason, HttpHeaders fields) {
    if (!isAnswered && !request.version().equals("HTTP/1.0")) {
      ready = ready.plus(HttpAnswerHeads.interim(status, reason, fields));
      connection.answered();
    }
  }

  /// Gives no answer, or no more of one that was begun: the connection ends behind what has been
  /// said, so that the client knows that it is not whole.
  public void abort() {
    isAnswered = true;
    isSaid = true;
    closes = true;
    connection.answered();
  }

  private void answersNow() {
    if (isAnswered) {
      throw new IllegalStateException("invariant broken: a request is answered once");
    }
    isAnswered = true;
  }

  // ---- for the stream and the connection ---------------------------------------------------

  /// What is ready and has not left.
  int readyOctets() {
    return ready.length();
  }

  void add(Octets more) {
    ready = ready.plus(more);
    connection.answered();
  }

  void flush() {
    connection.answered();
  }

  void said() {
    isSaid = true;
    connection.answered();
  }

  /// Takes what is ready.
  Octets takeReady() {
    Octets taken = ready;
    ready = Octets.EMPTY;
    if (!taken.isEmpty()) {
      tellStream();
    }
    return taken;
  }

  /// Whether all of the answer has left.
  boolean isDone() {
    return isSaid && ready.isEmpty();
  }

  boolean isStreamed() {
    return stream != null;
  }

  /// Whether the connection ends behind this answer.
  boolean closes() {
    return closes;
  }

  /// The connection has no more use for it.
  void drop() {
    isDropped = true;
    ready = Octets.EMPTY;
    tellStream();
  }

  private void tellStream() {
    if (stream != null) {
      stream.changed();
    }
  }
}
