package netarium.engine.tls;

import java.util.List;
import java.util.Optional;

/// What two ends agreed on: the cipher suite by its number in IANA's register, the name the client
/// asked for (RFC 6066 §3), the protocol within (RFC 7301), and the certificates that the server
/// has shown, its own first; none at the server, as clients show none.
public record TlsSession(
    TlsVersion version,
    int cipherSuite,
    Optional<String> serverName,
    Optional<String> protocol,
    List<ShownCertificate> peerCertificates) {
  public TlsSession {
    peerCertificates = List.copyOf(peerCertificates);
  }
}
