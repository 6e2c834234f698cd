package netarium.engine.service;

import java.util.Optional;
import netarium.engine.codec.HttpParse;
import netarium.engine.codec.HttpReader;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpWriter;
import netarium.engine.codec.websocket.Handshake;
import netarium.engine.socket.ByteStream;
import netarium.engine.wire.Octets;

/// The two messages before the frames, from either end.
sealed interface Upgrade {
  /// What it came to.
  sealed interface Step {
    record Waiting() implements Step {}

    /// Frames may follow; `rest` are octets of them that have come already.
    record Done(Octets rest) implements Step {}

    record Failed(String why) implements Step {}
  }

  Step WAITING = new Step.Waiting();

  /// Says the first word, if it is one's own.
  void begin();

  Step advance(ByteStream stream);

  /// The client asks.
  final class Asking implements Upgrade {
    private final HeadReader head = new HeadReader();
    private final Outbox outbox;
    private final HttpRequest request;
    private final String key;

    Asking(Outbox outbox, String host, String target, String key) {
      this.outbox = outbox;
      this.request = Handshake.request(host, target, key);
      this.key = key;
    }

    @Override
    public void begin() {
      outbox.send(HttpWriter.write(request));
    }

    @Override
    public Step advance(ByteStream stream) {
      Optional<Octets> answer = head.read(stream);
      if (answer.isEmpty()) {
        return head.isTooLong() ? new Step.Failed("the server's answer is too long") : WAITING;
      }
      var parse = HttpReader.response(answer.get(), HttpReader.Ending.AT_HAND, true);
      if (parse instanceof HttpParse.Whole<HttpResponse>(HttpResponse response, int _)) {
        return Handshake.troubleIn(response, key)
            .<Step>map(Step.Failed::new)
            .orElseGet(() -> new Step.Done(head.rest()));
      }
      String line = HeadReader.firstLine(answer.get());
      boolean isHttp = line.startsWith("HTTP/1.") && line.indexOf(' ') > 0;
      return new Step.Failed(
          isHttp
              ? "the server answered " + line.substring(line.indexOf(' ') + 1)
              : "the server does not speak HTTP/1.1");
    }
  }

  /// The server answers.
  final class Answering implements Upgrade {
    private final HeadReader head = new HeadReader();
    private final Outbox outbox;

    Answering(Outbox outbox) {
      this.outbox = outbox;
    }

    @Override
    public void begin() {}

    @Override
    public Step advance(ByteStream stream) {
      Optional<Octets> request = head.read(stream);
      if (request.isEmpty()) {
        return head.isTooLong()
            ? answered(Handshake.refused(431, "the head is too long"))
            : WAITING;
      }
      return switch (HttpReader.request(request.get(), HttpReader.Ending.STREAM)) {
        case HttpParse.Whole<HttpRequest>(HttpRequest asked, int _) ->
            answered(Handshake.answer(asked));
        case HttpParse.Malformed<HttpRequest>(String why) -> answered(Handshake.refused(400, why));
        case HttpParse.Incomplete<HttpRequest> _ ->
            answered(Handshake.refused(400, "a handshake has no body"));
      };
    }

    private Step answered(Handshake.Answer answer) {
      outbox.send(HttpWriter.write(answer.response()));
      return switch (answer) {
        case Handshake.Answer.Accepted _ -> new Step.Done(head.rest());
        case Handshake.Answer.Refused(HttpResponse _, String why) -> new Step.Failed(why);
      };
    }
  }
}
