package netarium.engine.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;

/// What a server shows of itself: its certificate, those that vouch for it, and the key that proves
/// that the first is its own.
public final class TlsIdentity {
  private static final int MOST_CERTIFICATES = 8;
  private static final int LINE = 64;

  private final List<X509CertificateHolder> chain;
  private final EcKey key;

  TlsIdentity(List<X509CertificateHolder> chain, EcKey key) {
    this.chain = List.copyOf(chain);
    this.key = key;
  }

  /// What reading two PEM files came to.
  public sealed interface Read {
    record Found(TlsIdentity identity) implements Read {}

    record Bad(String why) implements Read {}
  }

  /// Reads a certificate file (the server's own first) and the file of its key (RFC 7468).
  public static Read ofPem(String certificates, String key) {
    List<X509CertificateHolder> chain = new ArrayList<>();
    for (Object each : objects(certificates)) {
      if (each instanceof X509CertificateHolder certificate && chain.size() < MOST_CERTIFICATES) {
        chain.add(certificate);
      }
    }
    if (chain.isEmpty()) {
      return new Read.Bad("no certificate in PEM form in the certificate file");
    }
    Optional<EcKey> secret =
        objects(key).stream().map(TlsIdentity::key).flatMap(Optional::stream).findFirst();
    if (secret.isEmpty()) {
      return new Read.Bad("no private key in PEM form of the kind EC P-256 in the key file");
    }
    if (!secret.get().publicKey().equals(chain.getFirst().getSubjectPublicKeyInfo())) {
      return new Read.Bad("the private key does not belong to the certificate");
    }
    return new Read.Found(new TlsIdentity(chain, secret.get()));
  }

  private static Optional<EcKey> key(Object object) {
    try {
      return switch (object) {
        case PEMKeyPair pair -> EcKey.of(PrivateKeyFactory.createKey(pair.getPrivateKeyInfo()));
        case PrivateKeyInfo info -> EcKey.of(PrivateKeyFactory.createKey(info));
        default -> Optional.empty();
      };
    } catch (IOException | RuntimeException broken) {
      return Optional.empty();
    }
  }

  /// The objects of a file up to the first that cannot be read.
  static List<Object> objects(String pem) {
    List<Object> found = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      Object next = parser.readObject();
      while (next != null && found.size() < 2 * MOST_CERTIFICATES) {
        found.add(next);
        next = parser.readObject();
      }
    } catch (IOException | RuntimeException broken) {
      return found;
    }
    return found;
  }

  List<X509CertificateHolder> chain() {
    return chain;
  }

  EcKey key() {
    return key;
  }

  public String certificatePem() {
    StringBuilder text = new StringBuilder();
    chain.forEach(each -> text.append(pem("CERTIFICATE", Certificates.octets(each))));
    return text.toString();
  }

  public String keyPem() {
    return pem("PRIVATE KEY", key.pkcs8());
  }

  static String pem(String label, byte[] octets) {
    byte[] end = "\n".getBytes(ISO_8859_1);
    String body = Base64.getMimeEncoder(LINE, end).encodeToString(octets);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
