package netarium.engine.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.OctetQueue;
import netarium.engine.wire.Octets;
import org.bouncycastle.tls.TlsProtocol;

/// One end of a TLS connection over another stream. The handshake belongs to connecting; how long
/// it may take is for the caller to say.
///
/// Each direction ends by itself, with `close_notify` (RFC 8446 §6.1); in TLS 1.2 the other side's
/// is answered at once (RFC 5246 §7.2.1). A stream below that ends without it was cut off, and that
/// is an error: somebody may have hidden the rest. What was received before a failure can still be
/// read; then the failure is told.
///
/// Neither direction holds more than [#MOST_HELD] octets and one record: what does not fit waits in
/// the stream below, or with whoever wants to send.
public final class TlsStream implements ByteStream {
  static final int MOST_HELD = 64 * 1024;
  private static final int PIECE = 16 * 1024;
  private static final int HEADER = 5;

  /// How long a closed stream waits for the other side to end its direction.
  private static final SimDuration LINGER = SimDuration.ofSeconds(5);

  private static final Octets SAID_PLAINLY =
      Octets.wrap(
          ("HTTP/1.0 400 Bad Request\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n"
                  + "Client sent an HTTP request to an HTTPS server.\n")
              .getBytes(ISO_8859_1));

  private final ByteStream below;
  private final Records records;
  private final Peer peer;
  private final TlsEvents events;
  private final boolean isClient;
  private final Timer linger;

  /// Encrypted, for the stream below.
  private final OctetQueue outbound = new OctetQueue();

  /// Decrypted, for the caller.
  private final OctetQueue inbound = new OctetQueue();

  /// The first octets of the other side, until they are known for TLS.
  private Octets head = Octets.EMPTY;

  private boolean isKnownForTls;
  private boolean hasBegun;
  private boolean hasSaidEnd;
  private boolean endsBelow;
  private boolean isClosed;
  private boolean isOver;
  private Runnable callback = () -> {};

  private TlsStream(
      ByteStream below, Records records, Peer peer, TlsSettings settings, boolean isClient) {
    this.below = below;
    this.records = records;
    this.peer = peer;
    this.events = settings.events();
    this.isClient = isClient;
    this.linger = settings.simulator().timer(this::finish);
  }

  /// A client's end. `host` is whom it wants to speak to: a name or an address that the server's
  /// certificate has to be for.
  public static TlsStream client(ByteStream below, TlsSettings settings, String host, Trust trust) {
    Peer peer = new Peer(settings.events());
    ClientPeer client = new ClientPeer(crypto(settings), peer, settings, host, trust);
    return opened(new TlsStream(below, Records.client(client), peer, settings, true));
  }

  /// A server's end, which answers as the one that the client asks for (RFC 6066 §3).
  public static TlsStream server(
      ByteStream below, TlsSettings settings, Function<Optional<String>, TlsIdentity> identities) {
    Peer peer = new Peer(settings.events());
    ServerPeer server = new ServerPeer(crypto(settings), peer, settings, identities);
    return opened(new TlsStream(below, Records.server(server), peer, settings, false));
  }

  private static SeededCrypto crypto(TlsSettings settings) {
    return new SeededCrypto(settings.random(), new KeyLog(settings.events()::keyLogged));
  }

  private static TlsStream opened(TlsStream stream) {
    stream.below.onChange(stream::changed);
    stream.advance();
    return stream;
  }

  /// What the two ends agreed on, once the handshake is over.
  public Optional<TlsSession> session() {
    return peer.session();
  }

  /// The stream that it runs over.
  public ByteStream below() {
    return below;
  }

  @Override
  public Endpoint local() {
    return below.local();
  }

  @Override
  public Endpoint remote() {
    return below.remote();
  }

  @Override
  public boolean isConnecting() {
    return !isClosed && !hasFailed() && peer.session().isEmpty();
  }

  @Override
  public boolean maySend() {
    return !isClosed && !hasSaidEnd && !hasFailed();
  }

  @Override
  public int offer(Octets data) {
    int taken = 0;
    while (taken < data.length() && maySend() && isOpen() && outbound.length() < MOST_HELD) {
      Octets piece = data.slice(taken, Math.min(data.length(), taken + PIECE));
      events.plaintext(true, piece);
      byte[] octets = piece.toByteArray();
      attempt(() -> records.protocol().writeApplicationData(octets, 0, octets.length));
      taken += piece.length();
      flush();
    }
    return taken;
  }

  @Override
  public Octets receive(int max) {
    if (isClosed || max <= 0) {
      return Octets.EMPTY;
    }
    Octets taken = inbound.take(Math.min(max, inbound.length()));
    advance();
    return taken;
  }

  @Override
  public int availableOctets() {
    return isClosed ? 0 : inbound.length();
  }

  @Override
  public boolean isAtEnd() {
    return records.hasEnded() && inbound.isEmpty();
  }

  @Override
  public Optional<SocketError> error() {
    if (isClosed) {
      return Optional.of(new SocketError(SocketError.Code.CLOSED, "the socket is closed"));
    }
    return inbound.isEmpty() ? peer.failure() : Optional.empty();
  }

  @Override
  public void shutdownWrite() {
    if (!isClosed && !hasSaidEnd) {
      endSending();
      flush();
    }
  }

  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    callback = () -> {};
    inbound.clear();
    endSending();
    advance();
  }

  @Override
  public void abort() {
    if (!isClosed) {
      isClosed = true;
      isOver = true;
      callback = () -> {};
      below.abort();
    }
  }

  @Override
  public void onChange(Runnable callback) {
    if (!isClosed) {
      this.callback = callback;
    }
  }

  private boolean isOpen() {
    return peer.session().isPresent();
  }

  private boolean hasFailed() {
    return peer.failure().isPresent();
  }

  private void changed() {
    advance();
    callback.run();
  }

  /// Does what can be done now.
  private void advance() {
    if (isOver) {
      return;
    }
    if (!hasBegun && !below.isConnecting() && below.error().isEmpty()) {
      hasBegun = true;
      attempt(records::begin);
    }
    flush();
    pull();
    flush();
    if (isClosed) {
      letGo();
    }
  }

  /// Takes from below what there is room for. After the end, and after a failure, what still comes
  /// is read past, or closing would reset the connection under what was said last.
  private void pull() {
    while (inbound.length() < MOST_HELD) {
      Octets come = below.receive(PIECE);
      if (come.isEmpty()) {
        noMore();
        return;
      }
      if (!hasFailed() && !records.hasEnded()) {
        take(come);
      }
    }
  }

  private void noMore() {
    if (hasFailed() || records.hasEnded()) {
      return;
    }
    Optional<SocketError> error = below.error();
    if (error.isPresent()) {
      peer.failBelow(error.get());
    } else if (below.isAtEnd()) {
      peer.fail(isOpen() ? TlsFailure.TRUNCATED : TlsFailure.CUT_IN_HANDSHAKE);
      endsBelow = true;
    }
  }

  private void take(Octets come) {
    Octets octets = come;
    if (!isKnownForTls) {
      head = head.plus(come);
      if (head.length() < HEADER) {
        return;
      }
      if (!mayBeTls(head)) {
        refusePlain();
        return;
      }
      isKnownForTls = true;
      octets = head;
      head = Octets.EMPTY;
    }
    byte[] input = octets.toByteArray();
    attempt(() -> records.protocol().offerInput(input));
    TlsProtocol protocol = records.protocol();
    int count = protocol.getAvailableInputBytes();
    if (count > 0) {
      byte[] plain = new byte[count];
      protocol.readInput(plain, 0, count);
      events.plaintext(false, Octets.wrap(plain));
      if (!isClosed) {
        inbound.add(Octets.wrap(plain));
      }
    }
    if (records.hasEnded() && !hasSaidEnd && isOfTls12()) {
      endSending();
    }
  }

  private boolean isOfTls12() {
    return peer.session().filter(each -> each.version() == TlsVersion.TLS_1_2).isPresent();
  }

  /// A record begins with its type, 20 to 24, and a version whose first octet is 3 (RFC 8446 §5.1).
  private static boolean mayBeTls(Octets octets) {
    return octets.at(0) >= 20 && octets.at(0) <= 24 && octets.at(1) == 3;
  }

  private void refusePlain() {
    String start = new String(head.slice(0, Math.min(8, head.length())).toByteArray(), ISO_8859_1);
    if (isClient) {
      peer.fail(start.startsWith("HTTP") ? TlsFailure.PLAIN_HTTP_FROM_SERVER : TlsFailure.NO_TLS);
    } else if (start.matches("[A-Z]{3,7}( .*)?")) {
      peer.fail(TlsFailure.PLAIN_HTTP_FROM_CLIENT);
      outbound.add(SAID_PLAINLY);
    } else {
      peer.fail(TlsFailure.NO_TLS);
    }
    endsBelow = true;
  }

  /// Says the end of this direction, as far as there is one.
  private void endSending() {
    if (isOpen() && !hasFailed() && !hasSaidEnd) {
      attempt(records::sayEnd);
    }
    hasSaidEnd = true;
    endsBelow = true;
  }

  /// Something the library does; what it throws is the other side's doing.
  private void attempt(Step step) {
    try {
      step.run();
    } catch (IOException | RuntimeException thrown) {
      peer.failed(thrown);
    }
    if (hasFailed()) {
      endsBelow = true;
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private void flush() {
    TlsProtocol protocol = records.protocol();
    int count = hasBegun ? protocol.getAvailableOutputBytes() : 0;
    if (count > 0) {
      byte[] output = new byte[count];
      protocol.readOutput(output, 0, count);
      outbound.add(Octets.wrap(output));
    }
    while (!outbound.isEmpty()) {
      int taken = below.offer(outbound.first());
      if (taken == 0) {
        break;
      }
      outbound.drop(taken);
    }
    if (!below.isConnecting() && !outbound.isEmpty() && !below.maySend()) {
      outbound.clear();
    }
    if (outbound.isEmpty() && endsBelow) {
      endsBelow = false;
      below.shutdownWrite();
    }
  }

  /// After closing: when all is said, the other side has a while to say its end too.
  private void letGo() {
    if (!outbound.isEmpty()) {
      return;
    }
    if (below.isAtEnd() || below.error().isPresent() || !isOpen()) {
      finish();
    } else if (!linger.isArmed()) {
      linger.armAfter(LINGER);
    }
  }

  private void finish() {
    if (!isOver) {
      isOver = true;
      linger.cancel();
      below.onChange(() -> {});
      below.close();
    }
  }
}
