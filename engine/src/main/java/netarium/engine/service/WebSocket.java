package netarium.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.OptionalInt;
import netarium.engine.codec.websocket.CloseCode;
import netarium.engine.codec.websocket.Frame;
import netarium.engine.codec.websocket.Handshake;
import netarium.engine.codec.websocket.Message;
import netarium.engine.codec.websocket.MessageReader;
import netarium.engine.codec.websocket.Opcode;
import netarium.engine.codec.websocket.Side;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;
import netarium.engine.socket.ByteStream;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;

/// One end of a WebSocket conversation (RFC 6455) over a stream: the handshake, messages both ways,
/// pings answered, the close handshake, and an end that is always told, once.
///
/// Whoever breaks the rules is sent a close frame that says so; then this end listens for nothing
/// but the end of the stream, because a stream closed over unread octets would be reset, and the
/// close frame lost with it.
public final class WebSocket {
  /// How long the handshake may take.
  public static final SimDuration HANDSHAKE_TIME_OUT = SimDuration.ofSeconds(15);

  /// How long the other side may take to answer a close frame, or to end the stream.
  public static final SimDuration CLOSING_TIME_OUT = SimDuration.ofSeconds(5);

  private static final int READ_OCTETS = 64 * 1024;

  /// How a conversation ended. `trouble` says what went wrong, if anything did.
  public record Ending(boolean wasOpen, int code, Octets reason, Optional<String> trouble) {}

  /// Who uses this end.
  public interface Listener {
    void opened();

    /// Whether a message can be taken now. When that changes, [WebSocket#proceed].
    boolean mayReceive();

    void received(Message.Data message);

    /// Something was sent on: there may be room for more.
    default void sent() {}

    /// It is over. Nothing is told after that.
    void ended(Ending ending);
  }

  private enum State {
    UPGRADING,
    OPEN,
    /// One of the two has sent a close frame.
    CLOSING,
    /// All is said; the stream is let go of when the other side has ended it.
    LINGERING,
    ENDED
  }

  private final ByteStream stream;
  private final WebSocketSettings settings;
  private final Side side;
  private final Listener listener;
  private final Outbox outbox;
  private final FrameGate gate;
  private final MessageReader reader;
  private final Timer timer;
  private final Upgrade upgrade;
  private State state = State.UPGRADING;
  private boolean hasClosed;
  private boolean isCloseOut;
  private Optional<Message.Close> closed = Optional.empty();

  private WebSocket(
      ByteStream stream,
      WebSocketSettings settings,
      Side side,
      String host,
      String target,
      Listener listener) {
    this.stream = stream;
    this.settings = settings;
    this.side = side;
    this.listener = listener;
    this.outbox = new Outbox(stream);
    this.gate = new FrameGate(settings, stream);
    this.reader = new MessageReader(side.other(), settings.maxMessageOctets());
    this.timer = settings.simulator().timer(this::timedOut);
    this.upgrade =
        side == Side.CLIENT
            ? new Upgrade.Asking(outbox, host, target, key(settings))
            : new Upgrade.Answering(outbox);
  }

  private static String key(WebSocketSettings settings) {
    byte[] random = new byte[Handshake.KEY_OCTETS];
    settings.random().nextBytes(random);
    return Handshake.key(random);
  }

  /// The client's end of a stream that stands. `host` and `target` as the request shows them.
  public static WebSocket client(
      ByteStream stream,
      WebSocketSettings settings,
      String host,
      String target,
      Listener listener) {
    return new WebSocket(stream, settings, Side.CLIENT, host, target, listener);
  }

  /// The server's end of a stream that was accepted.
  public static WebSocket server(ByteStream stream, WebSocketSettings settings, Listener listener) {
    return new WebSocket(stream, settings, Side.SERVER, "", "", listener);
  }

  /// Begins the conversation.
  public void start() {
    timer.armAfter(HANDSHAKE_TIME_OUT);
    stream.onChange(this::proceed);
    upgrade.begin();
    proceed();
  }

  public Endpoint local() {
    return stream.local();
  }

  public Endpoint remote() {
    return stream.remote();
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  /// How many octets wait to be sent, those included that a hand holds back.
  public long waitingOctets() {
    return outbox.waitingOctets() + gate.heldOctets();
  }

  /// Sends a message, in one frame; nothing happens when the conversation is not open.
  public void send(boolean isText, Octets data) {
    if (state == State.OPEN) {
      emit(frame(isText ? Opcode.TEXT : Opcode.BINARY, data));
    }
  }

  /// Asks the other side for a sign of life.
  public void ping(Octets payload) {
    if (state == State.OPEN) {
      emit(frame(Opcode.PING, payload));
    }
  }

  /// Begins the close handshake, or gives a conversation up that is not open yet.
  public void close(int code, Octets reason) {
    if (state == State.UPGRADING) {
      give(new Ending(false, CloseCode.ABNORMAL, Octets.EMPTY, Optional.empty()));
    } else if (state == State.OPEN) {
      state = State.CLOSING;
      sendClose(Message.Close.payload(code, reason));
      proceed();
    }
  }

  /// Ends without waiting for an answer, because whoever uses it goes away; nobody is told here.
  public void leave(int code) {
    if (state == State.OPEN && !hasClosed) {
      write(frame(Opcode.CLOSE, Message.Close.payload(code, Octets.EMPTY)));
    }
    if (state != State.ENDED) {
      state = State.ENDED;
      timer.cancel();
      gate.dropAll();
      stream.onChange(() -> {});
      stream.close();
    }
  }

  /// Goes on with whatever has happened.
  public void proceed() {
    if (state == State.ENDED) {
      return;
    }
    outbox.flush();
    if (state == State.UPGRADING) {
      advanceUpgrade();
    }
    if (state == State.OPEN || state == State.CLOSING) {
      read();
    }
    if (state == State.OPEN || state == State.CLOSING) {
      endIfOver();
    } else if (state == State.LINGERING) {
      linger();
    }
    if (state == State.OPEN) {
      listener.sent();
    }
  }

  private void advanceUpgrade() {
    switch (upgrade.advance(stream)) {
      case Upgrade.Step.Waiting _ -> {
        if (stream.isAtEnd() || stream.error().isPresent()) {
          give(failed("the connection was closed during the handshake"));
        }
      }
      case Upgrade.Step.Done(Octets rest) -> {
        timer.cancel();
        state = State.OPEN;
        reader.add(rest);
        listener.opened();
      }
      case Upgrade.Step.Failed(String why) -> {
        if (side == Side.CLIENT) {
          give(failed(why));
        } else {
          state = State.LINGERING;
          isCloseOut = true;
          timer.armAfter(CLOSING_TIME_OUT);
          listener.ended(failed(why));
        }
      }
    }
  }

  private static Ending failed(String why) {
    return new Ending(false, CloseCode.ABNORMAL, Octets.EMPTY, Optional.of(why));
  }

  private void read() {
    while (state == State.OPEN ? listener.mayReceive() : state == State.CLOSING) {
      Optional<Message> message = reader.next();
      if (message.isPresent()) {
        take(message.get());
        continue;
      }
      Octets octets = stream.receive(READ_OCTETS);
      if (octets.isEmpty()) {
        return;
      }
      reader.add(octets);
    }
  }

  private void take(Message message) {
    if (closed.isPresent()) {
      return;
    }
    switch (message) {
      case Message.Data data -> {
        if (state == State.OPEN) {
          listener.received(data);
        }
      }
      case Message.Ping(Octets payload) -> {
        if (!hasClosed) {
          emit(frame(Opcode.PONG, payload));
        }
      }
      case Message.Pong _ -> {}
      case Message.Close close -> {
        closed = Optional.of(close);
        state = State.CLOSING;
        if (!hasClosed) {
          sendClose(Message.Close.payload(close.code(), Octets.EMPTY));
        }
      }
      case Message.Violation(int code, String why) -> fail(code, why);
    }
  }

  private void fail(int code, String why) {
    Octets reason = Octets.wrap(why.getBytes(UTF_8));
    gate.dropAll();
    if (!hasClosed) {
      sendClose(Message.Close.payload(code, reason));
    }
    state = State.LINGERING;
    timer.armAfter(CLOSING_TIME_OUT);
    listener.ended(new Ending(true, code, reason, Optional.of(why)));
  }

  private void sendClose(Octets payload) {
    hasClosed = true;
    emit(frame(Opcode.CLOSE, payload));
  }

  private static Frame frame(Opcode opcode, Octets payload) {
    return new Frame(true, opcode, OptionalInt.empty(), payload);
  }

  private void emit(Frame frame) {
    if (gate.passes(frame)) {
      write(frame);
    }
  }

  /// The one place where frames become octets. Nothing follows a close frame (RFC 6455 §5.5.1).
  private void write(Frame frame) {
    if (isCloseOut || state == State.ENDED) {
      return;
    }
    if (frame.opcode() == Opcode.CLOSE) {
      isCloseOut = true;
      timer.armAfter(CLOSING_TIME_OUT);
    }
    Frame sent = side.masks() ? frame.masked(settings.random().nextInt()) : frame;
    outbox.send(sent.octets());
  }

  private void endIfOver() {
    boolean isLost = stream.error().isPresent();
    boolean isAtEnd = isLost || stream.isAtEnd();
    if (closed.isPresent()) {
      boolean isSaid = isCloseOut && outbox.isEmpty();
      if (isAtEnd || (isSaid && side == Side.SERVER)) {
        Message.Close close = closed.get();
        give(new Ending(true, close.code(), close.reason(), Optional.empty()));
      }
    } else if (isAtEnd && (state == State.CLOSING || listener.mayReceive())) {
      give(lost("connection lost"));
    }
  }

  private static Ending lost(String why) {
    return new Ending(true, CloseCode.ABNORMAL, Octets.wrap(why.getBytes(UTF_8)), Optional.empty());
  }

  private void linger() {
    while (!stream.receive(READ_OCTETS).isEmpty()) {}
    if (isCloseOut && outbox.isEmpty()) {
      stream.shutdownWrite();
    }
    if (stream.isAtEnd() || stream.error().isPresent()) {
      over();
      stream.close();
    }
  }

  private void timedOut() {
    switch (state) {
      case UPGRADING -> abort(failed("the handshake timed out"));
      case CLOSING ->
          abort(
              closed
                  .map(close -> new Ending(true, close.code(), close.reason(), Optional.empty()))
                  .orElseGet(() -> lost("the close frame was not answered")));
      default -> {
        over();
        stream.abort();
      }
    }
  }

  /// Lets go of the stream and tells how it ended.
  private void give(Ending ending) {
    over();
    stream.close();
    listener.ended(ending);
  }

  private void abort(Ending ending) {
    over();
    stream.abort();
    listener.ended(ending);
  }

  private void over() {
    state = State.ENDED;
    timer.cancel();
    gate.dropAll();
    stream.onChange(() -> {});
  }

  /// From now on what this end sends is held back.
  public void hold() {
    gate.shut();
  }

  /// What is held goes, and what is sent from now on.
  public void flow() {
    gate.open().forEach(this::write);
    proceed();
  }

  /// One held frame goes.
  public void release(int frame) {
    gate.release(frame).ifPresent(this::write);
    proceed();
  }

  /// A held frame gets another payload.
  public void edit(int frame, Octets payload) {
    gate.edit(frame, payload);
  }

  /// A held frame never goes.
  public void drop(int frame) {
    gate.drop(frame);
    proceed();
  }

  /// A frame goes once more, or one that nobody has sent, past those that are held.
  public void resend(Opcode opcode, Octets payload) {
    boolean fits = !opcode.isControl() || payload.length() <= Frame.MAX_CONTROL_OCTETS;
    if (state == State.OPEN && fits) {
      Frame frame = frame(opcode, payload);
      gate.resent(frame);
      write(frame);
      proceed();
    }
  }
}
