package netarium.engine.service;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import netarium.engine.codec.socks.SocksAddress;
import netarium.engine.codec.socks.SocksMessage;
import netarium.engine.codec.socks.SocksParse;
import netarium.engine.codec.socks.SocksReader;
import netarium.engine.codec.socks.SocksReplyCode;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// One client of a [SocksServer].
final class SocksSession implements Dial.Outcome {
  /// How long a client may take to say what it wants, and to go when it was refused.
  private static final SimDuration PATIENCE = SimDuration.ofSeconds(30);

  private static final int READ_OCTETS = 4096;
  private static final SocksAddress NOWHERE = new SocksAddress.V4(Ipv4Address.ANY);

  private enum Due {
    GREETING,
    CREDENTIALS,
    REQUEST,
    CONNECTION,
    /// It was refused: nothing but the end of its stream is waited for.
    END
  }

  private final ByteStream stream;
  private final Outbox outbox;
  private final Dialler dialler;
  private final Optional<Proxy.Login> login;
  private final Consumer<String> log;
  private final Consumer<SocksSession> onEnd;
  private final Timer timer;
  private Due due = Due.GREETING;
  private Octets come = Octets.EMPTY;
  private String target = "";
  private @Nullable Dial dial;
  private @Nullable Relay relay;

  SocksSession(
      ByteStream stream,
      Dialler dialler,
      Optional<Proxy.Login> login,
      Consumer<String> log,
      Consumer<SocksSession> onEnd) {
    this.stream = stream;
    this.outbox = new Outbox(stream);
    this.dialler = dialler;
    this.login = login;
    this.log = log;
    this.onEnd = onEnd;
    this.timer = dialler.simulator().timer(this::giveUp);
  }

  void start() {
    timer.armAfter(PATIENCE);
    stream.onChange(this::changed);
    changed();
  }

  private void changed() {
    outbox.flush();
    Due before;
    do {
      before = due;
      switch (due) {
        case GREETING -> take(SocksReader::greeting, this::greeted);
        case CREDENTIALS -> take(SocksReader::credentials, this::identified);
        case REQUEST -> take(SocksReader::request, this::asked);
        case CONNECTION -> {}
        case END -> discard();
      }
    } while (before != due);
    if (due != Due.END && (stream.isAtEnd() || stream.error().isPresent())) {
      giveUp();
    }
  }

  /// Reads a message, and no octet behind it: those are for whom the client wants to reach.
  private <T> void take(Function<Octets, SocksParse<T>> reader, Consumer<T> then) {
    while (true) {
      switch (reader.apply(come)) {
        case SocksParse.Incomplete<T>(int atLeast) -> {
          Octets more = stream.receive(atLeast - come.length());
          if (more.isEmpty()) {
            return;
          }
          come = come.plus(more);
        }
        case SocksParse.Malformed<T>(var field, String why) -> {
          malformed(field.name(), why);
          return;
        }
        case SocksParse.Whole<T>(T message, int _) -> {
          come = Octets.EMPTY;
          then.accept(message);
          return;
        }
      }
    }
  }

  private void malformed(String field, String why) {
    if (due == Due.REQUEST) {
      boolean isType = field.equals("address type");
      refuse(
          isType ? SocksReplyCode.ADDRESS_TYPE_NOT_SUPPORTED : SocksReplyCode.GENERAL_FAILURE, why);
    } else {
      end("no SOCKS5: " + why);
    }
  }

  private void greeted(SocksMessage.Greeting greeting) {
    int wanted =
        login.isPresent() ? SocksMessage.USER_AND_PASSWORD : SocksMessage.NO_AUTHENTICATION;
    if (!greeting.methods().contains(wanted)) {
      say(new SocksMessage.MethodChoice(SocksMessage.NO_ACCEPTABLE_METHOD));
      end(login.isPresent() ? "gives no user and password" : "offers no method without a password");
      return;
    }
    say(new SocksMessage.MethodChoice(wanted));
    due = login.isPresent() ? Due.CREDENTIALS : Due.REQUEST;
  }

  private void identified(SocksMessage.Credentials given) {
    boolean isRight =
        login
            .filter(each -> each.user().equals(given.user()))
            .filter(each -> each.password().equals(given.password()))
            .isPresent();
    say(new SocksMessage.CredentialsAnswer(isRight ? 0 : 1));
    if (isRight) {
      due = Due.REQUEST;
    } else {
      end("user or password is wrong");
    }
  }

  private void asked(SocksMessage.Request request) {
    target = request.address() + ":" + request.port();
    if (request.command() != SocksMessage.CONNECT) {
      refuse(SocksReplyCode.COMMAND_NOT_SUPPORTED, "command " + request.command());
      return;
    }
    if (request.address() instanceof SocksAddress.V6) {
      refuse(SocksReplyCode.ADDRESS_TYPE_NOT_SUPPORTED, "an IPv6 address");
      return;
    }
    due = Due.CONNECTION;
    timer.cancel();
    Dial next =
        new Dial(
            dialler,
            new Dial.Destination(
                request.address().toString(),
                request.port(),
                Optional.empty(),
                Dial.USUAL_TIME_OUT),
            this);
    dial = next;
    next.start();
  }

  @Override
  public void connected(ByteStream far) {
    dial = null;
    Endpoint local = far.local();
    say(
        new SocksMessage.Reply(
            SocksReplyCode.SUCCEEDED.number(), new SocksAddress.V4(local.address()), local.port()));
    log("connected to " + target);
    Relay joined = new Relay(stream, far, () -> onEnd.accept(this));
    relay = joined;
    joined.start();
  }

  @Override
  public void failed(SocketError why) {
    dial = null;
    refuse(code(why.code()), why.sentence());
    changed();
  }

  private static SocksReplyCode code(SocketError.Code code) {
    return switch (code) {
      case REFUSED -> SocksReplyCode.CONNECTION_REFUSED;
      case UNREACHABLE -> SocksReplyCode.NETWORK_UNREACHABLE;
      case TIMEOUT, NO_SUCH_HOST -> SocksReplyCode.HOST_UNREACHABLE;
      default -> SocksReplyCode.GENERAL_FAILURE;
    };
  }

  private void refuse(SocksReplyCode code, String why) {
    say(new SocksMessage.Reply(code.number(), NOWHERE, 0));
    end((target.isEmpty() ? "" : target + ": ") + why);
  }

  private void say(SocksMessage message) {
    outbox.send(message.octets());
  }

  private void log(String what) {
    log.accept(stream.remote() + " " + what);
  }

  /// Says no more, and waits for the client to go: over octets that nobody has read a stream would
  /// be reset, and the answer lost.
  private void end(String why) {
    log("refused: " + why);
    due = Due.END;
    stream.shutdownWrite();
    timer.armAfter(PATIENCE);
  }

  private void discard() {
    while (!stream.receive(READ_OCTETS).isEmpty()) {}
    if (stream.isAtEnd() || stream.error().isPresent()) {
      stop();
      stream.close();
      onEnd.accept(this);
    }
  }

  private void giveUp() {
    abort();
    onEnd.accept(this);
  }

  void abort() {
    stop();
    Relay joined = relay;
    if (joined != null) {
      joined.abort();
    } else {
      stream.abort();
    }
  }

  private void stop() {
    timer.cancel();
    stream.onChange(() -> {});
    Dial under = dial;
    if (under != null) {
      dial = null;
      under.cancel();
    }
  }
}
