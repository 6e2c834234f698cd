package netarium.engine.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import netarium.engine.codec.socks.SocksAddress;
import netarium.engine.codec.socks.SocksMessage;
import netarium.engine.codec.socks.SocksParse;
import netarium.engine.codec.socks.SocksReader;
import netarium.engine.codec.socks.SocksReplyCode;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.wire.Field;
import netarium.engine.wire.Octets;

/// The client's side of a SOCKS5 conversation (RFC 1928 §3, §4, §6; RFC 1929). The host always goes
/// to the proxy as a name: resolving it is the proxy's business.
final class SocksTunnel implements Tunnelling {
  private enum Due {
    METHOD,
    CREDENTIALS_ANSWER,
    REPLY
  }

  private static final String CLOSED = "SOCKS5 connection closed by proxy";

  private final ByteStream stream;
  private final Outbox outbox;
  private final Optional<Proxy.Login> login;
  private final SocksMessage.Request request;
  private Due due = Due.METHOD;
  private Octets come = Octets.EMPTY;

  SocksTunnel(ByteStream stream, Optional<Proxy.Login> login, SocksAddress.Name host, int port) {
    this.stream = stream;
    this.outbox = new Outbox(stream);
    this.login = login.filter(each -> !each.user().isEmpty());
    this.request = new SocksMessage.Request(SocksMessage.CONNECT, host, port);
  }

  /// The name as a SOCKS message can carry it.
  static Optional<SocksAddress.Name> name(String host) {
    byte[] octets = host.getBytes(ISO_8859_1);
    return octets.length == 0 || octets.length > SocksAddress.Name.MAX_OCTETS
        ? Optional.empty()
        : Optional.of(new SocksAddress.Name(host));
  }

  @Override
  public void begin() {
    say(
        new SocksMessage.Greeting(
            login.isPresent()
                ? List.of(SocksMessage.NO_AUTHENTICATION, SocksMessage.USER_AND_PASSWORD)
                : List.of(SocksMessage.NO_AUTHENTICATION)));
  }

  private void say(SocksMessage message) {
    outbox.send(message.octets());
  }

  @Override
  public Step advance() {
    outbox.flush();
    Due before;
    do {
      before = due;
      Step step = once();
      if (!(step instanceof Step.Waiting)) {
        return step;
      }
    } while (before != due);
    return WAITING;
  }

  private Step once() {
    return switch (due) {
      case METHOD -> {
        SocksParse<SocksMessage.MethodChoice> parse = SocksReader.methodChoice(come);
        yield goOn(parse) ? method(parse) : once();
      }
      case CREDENTIALS_ANSWER -> {
        SocksParse<SocksMessage.CredentialsAnswer> parse = SocksReader.credentialsAnswer(come);
        yield goOn(parse) ? credentials(parse) : once();
      }
      case REPLY -> {
        SocksParse<SocksMessage.Reply> parse = SocksReader.reply(come);
        yield goOn(parse) ? reply(parse) : once();
      }
    };
  }

  /// Reads on as far as the message goes; false when there is more to look at now.
  private boolean goOn(SocksParse<?> parse) {
    if (!(parse instanceof SocksParse.Incomplete<?>(int atLeast))) {
      return true;
    }
    Octets more = stream.receive(atLeast - come.length());
    come = come.plus(more);
    return more.isEmpty();
  }

  private Step method(SocksParse<SocksMessage.MethodChoice> parse) {
    return switch (parse) {
      case SocksParse.Incomplete<SocksMessage.MethodChoice> _ -> waiting();
      case SocksParse.Malformed<SocksMessage.MethodChoice>(Field _, String why) ->
          refused(SocketError.Code.UNSUPPORTED, "SOCKS5 greeting failed: " + why);
      case SocksParse.Whole<SocksMessage.MethodChoice>(SocksMessage.MethodChoice choice, int _) ->
          chosen(choice.method());
    };
  }

  private Step chosen(int method) {
    come = Octets.EMPTY;
    if (method == SocksMessage.NO_AUTHENTICATION) {
      due = Due.REPLY;
      say(request);
      return WAITING;
    }
    if (method == SocksMessage.USER_AND_PASSWORD && login.isPresent()) {
      due = Due.CREDENTIALS_ANSWER;
      say(new SocksMessage.Credentials(login.get().user(), login.get().password()));
      return WAITING;
    }
    return refused(
        SocketError.Code.REFUSED,
        method == SocksMessage.USER_AND_PASSWORD
            ? "SOCKS5 proxy requires auth but no credentials"
            : "SOCKS5 proxy rejected all auth methods");
  }

  private Step credentials(SocksParse<SocksMessage.CredentialsAnswer> parse) {
    return switch (parse) {
      case SocksParse.Incomplete<SocksMessage.CredentialsAnswer> _ -> waiting();
      case SocksParse.Malformed<SocksMessage.CredentialsAnswer>(Field _, String why) ->
          refused(SocketError.Code.UNSUPPORTED, "SOCKS5 auth failed: " + why);
      case SocksParse.Whole<SocksMessage.CredentialsAnswer>(var answer, int _) -> {
        if (!answer.isAccepted()) {
          yield refused(SocketError.Code.REFUSED, "SOCKS5 auth rejected by proxy");
        }
        come = Octets.EMPTY;
        due = Due.REPLY;
        say(request);
        yield WAITING;
      }
    };
  }

  private Step reply(SocksParse<SocksMessage.Reply> parse) {
    return switch (parse) {
      case SocksParse.Incomplete<SocksMessage.Reply> _ -> waiting();
      case SocksParse.Malformed<SocksMessage.Reply>(Field _, String why) ->
          refused(SocketError.Code.UNSUPPORTED, "SOCKS5 error: " + why);
      case SocksParse.Whole<SocksMessage.Reply>(SocksMessage.Reply reply, int _) -> {
        boolean isDone = reply.code() == SocksReplyCode.SUCCEEDED.number();
        yield isDone ? OPEN : refused(code(reply.code()), "SOCKS5 error: " + sentence(reply));
      }
    };
  }

  private static String sentence(SocksMessage.Reply reply) {
    return SocksReplyCode.sentence(reply.code());
  }

  private static SocketError.Code code(int reply) {
    return switch (reply) {
      case 3, 4 -> SocketError.Code.UNREACHABLE;
      case 6 -> SocketError.Code.TIMEOUT;
      case 7, 8 -> SocketError.Code.UNSUPPORTED;
      default -> SocketError.Code.REFUSED;
    };
  }

  /// More has to come, unless nothing will.
  private Step waiting() {
    if (stream.isAtEnd()) {
      return refused(SocketError.Code.CLOSED, CLOSED);
    }
    Optional<SocketError> error = stream.error();
    if (error.isEmpty()) {
      return WAITING;
    }
    String what = due == Due.METHOD ? "SOCKS5 greeting failed: " : "SOCKS5 error: ";
    return refused(error.get().code(), what + error.get().sentence());
  }

  private static Step refused(SocketError.Code code, String sentence) {
    return new Step.Refused(new SocketError(code, sentence));
  }
}
