package netarium.engine.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.codec.HttpDecode;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpLimits;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpResponseDecoder;
import netarium.engine.codec.HttpWriter;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.wire.Octets;

/// A client's end of an HTTP/1.x connection (RFC 9112): requests one after the other, or without
/// waiting, and their answers in the same order.
public final class HttpClientConnection {
  private static final int MAX_READ = 65_536;

  /// What came of a request.
  public sealed interface Result {
    record Answered(HttpResponse response, HttpHeaders trailers) implements Result {}

    record Failed(String why) implements Result {}
  }

  private record Asked(HttpRequest request, Consumer<Result> whenDone) {}

  private final ByteStream stream;
  private final Outbox outbox;
  private final HttpResponseDecoder decoder;
  private final Deque<Asked> unanswered = new ArrayDeque<>();
  private boolean isReading;
  private boolean isOver;

  /// Takes the stream over, its callback included.
  public HttpClientConnection(ByteStream stream, HttpLimits limits) {
    this.stream = stream;
    this.outbox = new Outbox(stream);
    this.decoder = new HttpResponseDecoder(limits);
    stream.onChange(this::changed);
  }

  /// Asks; `whenDone` is told once, at once if the connection is of no use any more.
  public void send(HttpRequest request, Consumer<Result> whenDone) {
    if (isOver) {
      whenDone.accept(new Result.Failed("connection closed"));
      return;
    }
    unanswered.add(new Asked(request, whenDone));
    outbox.send(HttpWriter.write(request));
    changed();
  }

  /// Whether another request may be sent.
  public boolean isOpen() {
    return !isOver;
  }

  /// Lets go of it; nobody hears of requests that are not answered.
  public void close() {
    if (!isOver) {
      unanswered.clear();
      end();
    }
  }

  private void end() {
    isOver = true;
    stream.close();
  }

  private void changed() {
    if (isOver || isReading) {
      return;
    }
    isReading = true;
    outbox.flush();
    while (!isOver && readOn()) {}
    isReading = false;
  }

  private boolean readOn() {
    Asked first = unanswered.peek();
    if (first == null) {
      // What comes without a question, and be it the end, makes the connection useless.
      boolean isUnasked = stream.availableOctets() > 0 || !decoder.isBetweenAnswers();
      if (isUnasked || stream.isAtEnd() || stream.error().isPresent()) {
        end();
      }
      return false;
    }
    decoder.expectAnswerTo(first.request.method());
    return switch (decoder.next()) {
      case HttpDecode.Whole<HttpResponse>(HttpResponse response, HttpHeaders trailers) -> {
        unanswered.remove();
        boolean isLast = !staysOpen(first.request, response);
        if (isLast) {
          end();
        }
        first.whenDone.accept(new Result.Answered(response, trailers));
        if (isLast) {
          fail("connection closed without an answer");
        }
        yield true;
      }
      case HttpDecode.Fault<HttpResponse> fault -> {
        end();
        fail(fault.why());
        yield false;
      }
      case HttpDecode.More<HttpResponse> _ -> readMore();
    };
  }

  private boolean staysOpen(HttpRequest request, HttpResponse response) {
    boolean isOld = response.version().equals("HTTP/1.0");
    boolean isKept =
        isOld
            ? response.headers().listHas("Connection", "keep-alive")
            : !response.headers().listHas("Connection", "close");
    return isKept && request.keepsConnection() && !decoder.usedUpStream();
  }

  private boolean readMore() {
    Octets data = stream.receive(MAX_READ);
    if (!data.isEmpty()) {
      decoder.feed(data);
      return true;
    }
    Optional<SocketError> error = stream.error();
    if (error.isPresent()) {
      end();
      fail(error.get().sentence());
    } else if (stream.isAtEnd()) {
      decoder.end();
      return true;
    }
    return false;
  }

  private void fail(String why) {
    while (!unanswered.isEmpty()) {
      unanswered.remove().whenDone.accept(new Result.Failed(why));
    }
  }
}
