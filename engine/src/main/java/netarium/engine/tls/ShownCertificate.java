package netarium.engine.tls;

import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.cert.X509CertificateHolder;

/// What is written in a certificate (RFC 5280 §4.1): whose it is, who vouches for it, for which
/// names and addresses, from when to when in seconds since 1970, and its number in hexadecimal.
public record ShownCertificate(
    Name subject,
    Name issuer,
    List<String> dnsNames,
    List<String> addresses,
    long firstSecond,
    long lastSecond,
    String serialNumber,
    boolean isAuthority) {
  public ShownCertificate {
    dnsNames = List.copyOf(dnsNames);
    addresses = List.copyOf(addresses);
  }

  /// A distinguished name: its common name, and all of it as text.
  public record Name(String commonName, String text) {
    private static Name of(X500Name name) {
      return new Name(Certificates.called(name), name.toString());
    }
  }

  static ShownCertificate of(X509CertificateHolder certificate) {
    List<String> names = Certificates.names(certificate);
    BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
    return new ShownCertificate(
        Name.of(certificate.getSubject()),
        Name.of(certificate.getIssuer()),
        names.stream().filter(each -> !Certificates.isAddress(each)).toList(),
        names.stream().filter(Certificates::isAddress).toList(),
        Certificates.firstSecond(certificate),
        Certificates.lastSecond(certificate),
        certificate.getSerialNumber().toString(16),
        constraints != null && constraints.isCA());
  }
}
