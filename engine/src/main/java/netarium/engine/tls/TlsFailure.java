package netarium.engine.tls;

import java.util.Locale;
import netarium.engine.socket.SocketError;
import org.bouncycastle.tls.AlertDescription;

/// The sentences for what goes wrong.
final class TlsFailure {
  static final SocketError PLAIN_HTTP_FROM_SERVER =
      of("http: server gave HTTP response to HTTPS client");
  static final SocketError PLAIN_HTTP_FROM_CLIENT =
      of("http: client sent an HTTP request to an HTTPS server");
  static final SocketError NO_TLS =
      of("the other side does not speak TLS: what it sent is no TLS record");
  static final SocketError CUT_IN_HANDSHAKE =
      of("the other side ended the connection during the TLS handshake");
  static final SocketError TRUNCATED =
      of("the connection was cut off: it ended without the end of the TLS data (close_notify)");

  private TlsFailure() {}

  static SocketError of(String sentence) {
    return new SocketError(SocketError.Code.TLS, sentence);
  }

  static SocketError certificate(String sentence) {
    return new SocketError(SocketError.Code.CERTIFICATE, "tls: " + sentence);
  }

  /// An alert (RFC 8446 §6) in words.
  static String sentence(short description) {
    return switch (description) {
      case AlertDescription.bad_certificate -> "it does not accept the certificate";
      case AlertDescription.certificate_expired -> "it found the certificate expired";
      case AlertDescription.unknown_ca -> "it does not know the certificate's authority";
      case AlertDescription.protocol_version -> "the two have no TLS version in common";
      case AlertDescription.no_application_protocol ->
          "the two have no protocol within TLS in common (ALPN)";
      case AlertDescription.unrecognized_name -> "it has no certificate for that name";
      case AlertDescription.bad_record_mac -> "a record is damaged (bad record MAC)";
      case AlertDescription.record_overflow -> "a record is too long";
      default ->
          AlertDescription.getName(description).replace('_', ' ').toLowerCase(Locale.ROOT)
              + " (alert "
              + (description & 0xff)
              + ")";
    };
  }
}
