package netarium.engine.codec.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import netarium.engine.wire.Octets;

/// A certificate in a handshake message: where it stands, counted from the message's first octet,
/// and whom it names.
///
/// @param names the names and addresses that it is for (RFC 9525); none where it cannot be read
public record TlsCertificate(
    int at, int length, String subject, String issuer, List<String> names, Validity validity) {
  private static final int DNS_NAME = 2;
  private static final int ADDRESS = 7;

  /// From when to when it holds, in seconds since 1970.
  public record Validity(long from, long to) {
    static final Validity UNKNOWN = new Validity(0, 0);
  }

  public TlsCertificate {
    names = List.copyOf(names);
  }

  /// Those of a whole message, the owner's first: of TLS 1.3 (RFC 8446 §4.4.2) or of 1.2 (RFC 5246
  /// §7.4.2). Reading ends where the octets do.
  public static List<TlsCertificate> parse(Octets message, boolean isTls13) {
    List<TlsCertificate> found = new ArrayList<>();
    int at = TlsNumbers.MESSAGE_HEADER_OCTETS;
    if (isTls13 && at < message.length()) {
      at += 1 + message.at(at);
    }
    at += 3;
    while (at + 3 <= message.length()) {
      int length = message.at(at) << 16 | message.uint16(at + 1);
      at += 3;
      if (at + length > message.length()) {
        return found;
      }
      found.add(read(message.slice(at, at + length), at));
      at += length;
      if (isTls13 && at + 2 <= message.length()) {
        at += 2 + message.uint16(at);
      }
    }
    return found;
  }

  private static TlsCertificate read(Octets octets, int at) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      var read = factory.generateCertificate(new ByteArrayInputStream(octets.toByteArray()));
      if (read instanceof X509Certificate certificate) {
        return new TlsCertificate(
            at,
            octets.length(),
            certificate.getSubjectX500Principal().getName(),
            certificate.getIssuerX500Principal().getName(),
            names(certificate),
            new Validity(
                certificate.getNotBefore().toInstant().getEpochSecond(),
                certificate.getNotAfter().toInstant().getEpochSecond()));
      }
    } catch (CertificateException _) {
      // What a hostile server sends is shown as octets.
    }
    return new TlsCertificate(at, octets.length(), "", "", List.of(), Validity.UNKNOWN);
  }

  private static List<String> names(X509Certificate certificate) throws CertificateException {
    List<String> names = new ArrayList<>();
    Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
    if (alternatives != null) {
      for (List<?> each : alternatives) {
        if (each.get(0) instanceof Integer kind && (kind == DNS_NAME || kind == ADDRESS)) {
          names.add(String.valueOf(each.get(1)));
        }
      }
    }
    return names;
  }
}
