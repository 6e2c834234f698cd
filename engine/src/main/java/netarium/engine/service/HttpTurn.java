package netarium.engine.service;

import java.util.Optional;
import netarium.engine.codec.HttpChunks;
import netarium.engine.codec.HttpDecode;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpPiece;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpWriter;
import netarium.engine.socket.SocketError;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// One request on an [HttpLink], and its answer.
final class HttpTurn implements HttpAnswer {
  private static final int MAX_READ = 65_536;
  private static final int UPLOAD_AHEAD = 65_536;

  /// Who has asked; told once.
  interface Asker {
    /// The head of the answer has come.
    void headed(HttpAnswer answer);

    /// There will be no answer. `isUnseen`: nothing of one has come, and the connection ended as
    /// one does that was idle for too long.
    void failed(SocketError why, boolean isUnseen);
  }

  private static final SocketError WRONG_LENGTH =
      new SocketError(
          SocketError.Code.CLOSED, "http: the body is not as long as ContentLength says");

  private final HttpLink link;
  private final boolean isChunked;

  /// How much of the upload is still to come; below 0 where that is not said.
  private long promised;

  private @Nullable Asker asker;
  private @Nullable HttpUpload upload;
  private boolean keepsOpen;
  private @Nullable HttpResponse head;
  private int announced = -1;
  private Octets come = Octets.EMPTY;
  private HttpHeaders trailers = HttpHeaders.NONE;
  private @Nullable SocketError error;
  private boolean isWhole;
  private Runnable onChange = () -> {};

  HttpTurn(HttpLink link, HttpRequest request, Optional<HttpUpload> upload, Asker asker) {
    this.link = link;
    this.isChunked = request.headers().has("Transfer-Encoding");
    this.keepsOpen = request.keepsConnection();
    this.upload = upload.orElse(null);
    Optional<String> length = request.headers().first("Content-Length");
    this.promised = isChunked ? -1 : length.map(Long::parseLong).orElse(-1L);
    this.asker = asker;
  }

  void start(HttpRequest request) {
    link.decoder.expectAnswerTo(request.method());
    link.outbox.send(HttpWriter.write(request));
    if (upload != null) {
      upload.onChange(link::changed);
    }
  }

  /// The link is over: nobody wants what is still to be sent.
  void letGo() {
    HttpUpload running = upload;
    if (running != null) {
      upload = null;
      running.onChange(() -> {});
      running.close();
    }
  }

  void changed() {
    sendMore();
    if (head == null) {
      readHead();
    } else {
      readBody();
    }
  }

  void tell() {
    if (head != null) {
      onChange.run();
    }
  }

  // ---- the request -------------------------------------------------------------------------

  private void sendMore() {
    HttpUpload running = upload;
    while (running != null
        && running.equals(upload)
        && link.outbox.waitingOctets() < UPLOAD_AHEAD) {
      Octets piece = running.take(MAX_READ);
      Optional<String> broken = running.error();
      boolean isWrong =
          promised >= 0
              && (piece.length() > promised || (running.isAtEnd() && piece.length() != promised));
      if (isWrong) {
        fail(WRONG_LENGTH, false);
      } else if (!piece.isEmpty()) {
        promised -= promised < 0 ? 0 : piece.length();
        link.outbox.send(isChunked ? HttpChunks.one(piece) : piece);
      } else if (broken.isPresent()) {
        fail(new SocketError(SocketError.Code.CLOSED, broken.get()), false);
      } else if (running.isAtEnd()) {
        upload = null;
        link.outbox.send(isChunked ? HttpChunks.end(HttpHeaders.NONE) : Octets.EMPTY);
      } else {
        return;
      }
    }
  }

  // ---- the answer --------------------------------------------------------------------------

  private void readHead() {
    while (!link.isOver() && head == null) {
      switch (link.decoder.nextHead()) {
        case HttpDecode.Whole<HttpResponse>(HttpResponse response, HttpHeaders _) ->
            headed(response);
        case HttpDecode.Fault<HttpResponse> fault -> fail(HttpTransport.broken(fault.why()), false);
        case HttpDecode.More<HttpResponse> _ -> {
          if (!readMoreOfHead()) {
            return;
          }
        }
      }
    }
  }

  private void headed(HttpResponse response) {
    head = response;
    announced = link.decoder.announcedOctets();
    keepsOpen &=
        response.version().equals("HTTP/1.0")
            ? response.headers().listHas("Connection", "keep-alive")
            : !response.headers().listHas("Connection", "close");
    readBody();
    Asker told = asker;
    asker = null;
    if (told != null) {
      told.headed(this);
    }
  }

  /// Whether something came that may help.
  private boolean readMoreOfHead() {
    if (feeds()) {
      return true;
    }
    boolean isUnseen = link.decoder.isBetweenAnswers();
    Optional<SocketError> failed = link.stream.error();
    if (failed.isPresent()) {
      fail(failed.get(), isUnseen && failed.get().code() == SocketError.Code.RESET);
    } else if (link.stream.isAtEnd() && isUnseen) {
      fail(HttpTransport.EOF, true);
    } else if (link.stream.isAtEnd()) {
      link.decoder.end();
      return true;
    }
    return false;
  }

  private boolean feeds() {
    Octets data = link.stream.receive(MAX_READ);
    link.decoder.feed(data);
    return !data.isEmpty();
  }

  private void fail(SocketError why, boolean isUnseen) {
    Asker told = asker;
    asker = null;
    error = why;
    link.end();
    if (told != null) {
      told.failed(why, isUnseen);
    }
  }

  /// Takes what has come of the body, and no more than one piece ahead of who reads it.
  private void readBody() {
    while (!isWhole && error == null && come.isEmpty()) {
      switch (link.decoder.nextPiece()) {
        case HttpPiece.Some(Octets octets) -> come = octets;
        case HttpPiece.End(HttpHeaders last) -> {
          trailers = last;
          isWhole = true;
          link.turnIsOver(keepsOpen && upload == null);
        }
        case HttpPiece.Fault(String why) -> {
          boolean isCut = link.stream.isAtEnd();
          fail(isCut ? HttpTransport.UNEXPECTED_EOF : HttpTransport.broken(why), false);
        }
        case HttpPiece.More _ -> {
          if (!readMoreOfBody()) {
            return;
          }
        }
      }
    }
  }

  private boolean readMoreOfBody() {
    if (feeds()) {
      return true;
    }
    Optional<SocketError> failed = link.stream.error();
    if (failed.isPresent()) {
      fail(failed.get(), false);
    } else if (link.stream.isAtEnd()) {
      link.decoder.end();
      return true;
    }
    return false;
  }

  // ---- as an answer ------------------------------------------------------------------------

  @Override
  public HttpResponse head() {
    HttpResponse found = head;
    if (found == null) {
      throw new IllegalStateException("invariant broken: an answer has a head");
    }
    return found;
  }

  @Override
  public int announcedOctets() {
    return announced;
  }

  @Override
  public Octets take(int most) {
    readBody();
    int count = Math.min(most, come.length());
    Octets taken = come.slice(0, count);
    come = come.slice(count);
    readBody();
    return taken;
  }

  @Override
  public boolean isAtEnd() {
    return isWhole && come.isEmpty();
  }

  @Override
  public Optional<SocketError> error() {
    return come.isEmpty() ? Optional.ofNullable(error) : Optional.empty();
  }

  @Override
  public HttpHeaders trailers() {
    return trailers;
  }

  @Override
  public void onChange(Runnable action) {
    onChange = action;
  }

  @Override
  public void close() {
    if (!isWhole && error == null) {
      error = HttpTransport.CLOSED;
      link.end();
    }
  }
}
