package netarium.engine.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import netarium.engine.socket.SocketError;
import org.bouncycastle.tls.AlertLevel;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolName;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.TlsContext;
import org.jspecify.annotations.Nullable;

/// What both ends have in common: their tastes, and what becomes known while they talk.
final class Peer {
  private static final int[] GROUPS = {NamedGroup.x25519, NamedGroup.secp256r1};

  private final TlsEvents events;
  private @Nullable SocketError failure;
  private @Nullable TlsSession session;
  private List<ShownCertificate> shown = List.of();

  Peer(TlsEvents events) {
    this.events = events;
  }

  /// Why it failed, the first reason first.
  Optional<SocketError> failure() {
    return Optional.ofNullable(failure);
  }

  /// What was agreed on, once the handshake is over.
  Optional<TlsSession> session() {
    return Optional.ofNullable(session);
  }

  /// The other end has shown these.
  void shown(List<ShownCertificate> certificates) {
    shown = certificates;
  }

  void fail(SocketError why) {
    if (failure == null) {
      failure = why;
      events.failed(why.sentence());
    }
  }

  /// The stream below has failed, which is no matter of TLS.
  void failBelow(SocketError why) {
    if (failure == null) {
      failure = why;
    }
  }

  static int[] cipherSuites() {
    return CipherSuites.all();
  }

  static int[] groups() {
    return GROUPS.clone();
  }

  /// The library's lists are of another time.
  @SuppressWarnings("JdkObsolete")
  static <T> Vector<T> list(List<T> elements) {
    return new Vector<>(elements);
  }

  static List<ProtocolName> protocols(TlsSettings settings) {
    return settings.protocols().stream().map(ProtocolName::asUtf8Encoding).toList();
  }

  /// The other end has said what it does not like.
  void alertReceived(short level, short description) {
    if (level == AlertLevel.fatal) {
      fail(
          TlsFailure.of(
              "the other side ended the TLS connection: " + TlsFailure.sentence(description)));
    }
  }

  /// This end has found something wrong.
  void alertRaised(short level, short description, @Nullable String message) {
    if (level == AlertLevel.fatal) {
      String detail = message == null || message.isEmpty() ? "" : " (" + message + ")";
      fail(TlsFailure.of("TLS protocol error: " + TlsFailure.sentence(description) + detail));
    }
  }

  /// A failure that nobody has told in better words.
  void failed(Exception thrown) {
    boolean isTheirs = thrown instanceof IOException;
    fail(TlsFailure.of(isTheirs ? "TLS protocol error" : "TLS protocol error: nonsense received"));
  }

  void complete(TlsContext context) {
    SecurityParameters agreed = context.getSecurityParametersConnection();
    Optional<ProtocolName> protocol = Optional.ofNullable(agreed.getApplicationProtocol());
    session =
        new TlsSession(
            TlsVersion.of(agreed.getNegotiatedVersion()),
            agreed.getCipherSuite(),
            serverName(agreed),
            protocol.map(ProtocolName::getUtf8Decoding),
            shown);
  }

  /// The name that the client has asked for, if any.
  static Optional<String> serverName(SecurityParameters parameters) {
    Iterable<?> names = parameters.getClientServerNames();
    if (names != null) {
      for (Object each : names) {
        if (each instanceof ServerName name) {
          return Optional.of(new String(name.getNameData(), ISO_8859_1));
        }
      }
    }
    return Optional.empty();
  }
}
