package netarium.engine.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import org.bouncycastle.tls.AlertDescription;

/// Whom a client believes: the certificates of authorities. Nobody is believed by default.
public final class Trust {
  /// A machine that believes nobody.
  public static final Trust NOBODY = new Trust(List.of(), false);

  /// Believes whoever is there, without looking at what it shows: for trials, as anybody in between
  /// could be that one.
  public static final Trust ANYBODY = new Trust(List.of(), true);

  private static final int LONGEST_CHAIN = 8;
  private static final int MOST_NAMES = 4;

  private final List<X509CertificateHolder> authorities;
  private final boolean isBlind;

  Trust(List<X509CertificateHolder> authorities) {
    this(authorities, false);
  }

  private Trust(List<X509CertificateHolder> authorities, boolean isBlind) {
    this.authorities = List.copyOf(authorities);
    this.isBlind = isBlind;
  }

  /// Whether there is nobody that it believes.
  public boolean isEmpty() {
    return authorities.isEmpty() && !isBlind;
  }

  /// Believes the authorities whose certificates a file has in PEM form (RFC 7468).
  public static Trust ofPem(String certificates) {
    List<X509CertificateHolder> found = new ArrayList<>();
    for (Object each : TlsIdentity.objects(certificates)) {
      if (each instanceof X509CertificateHolder certificate) {
        found.add(certificate);
      }
    }
    return new Trust(found);
  }

  /// Why a server is not believed: the alert for it, the sentence for us.
  record Doubt(short alert, String sentence) {}

  /// Judges a chain, the server's own certificate first: its signatures, its time, its names, in
  /// that order (RFC 5280 §6.1).
  Optional<Doubt> doubt(List<X509CertificateHolder> chain, String host, long nowSeconds) {
    try {
      return judge(chain, host, nowSeconds);
    } catch (RuntimeException malformed) {
      return Optional.of(
          new Doubt(AlertDescription.bad_certificate, "certificate cannot be understood"));
    }
  }

  private Optional<Doubt> judge(List<X509CertificateHolder> chain, String host, long nowSeconds) {
    if (isBlind) {
      return Optional.empty();
    }
    if (chain.isEmpty() || chain.size() > LONGEST_CHAIN) {
      return Optional.of(
          new Doubt(
              AlertDescription.bad_certificate,
              "server shows " + chain.size() + " certificates, where 1 to 8 are right"));
    }
    X509CertificateHolder leaf = chain.getFirst();
    Optional<List<X509CertificateHolder>> path = path(chain);
    if (path.isEmpty()) {
      return Optional.of(new Doubt(AlertDescription.unknown_ca, untrusted(leaf)));
    }
    for (X509CertificateHolder each : path.get()) {
      Optional<Doubt> late = atWrongTime(each, nowSeconds);
      if (late.isPresent()) {
        return late;
      }
    }
    List<String> names = Certificates.names(leaf);
    if (names.stream().noneMatch(name -> Certificates.covers(name, host))) {
      return Optional.of(new Doubt(AlertDescription.bad_certificate, notFor(names, host)));
    }
    return Optional.empty();
  }

  /// From the server's certificate to one of an authority's, each signed with the next one's key.
  private Optional<List<X509CertificateHolder>> path(List<X509CertificateHolder> chain) {
    List<X509CertificateHolder> path = new ArrayList<>();
    for (X509CertificateHolder each : chain) {
      if (!path.isEmpty() && !(mayVouch(each) && isSigned(path.getLast(), each))) {
        return Optional.empty();
      }
      path.add(each);
      if (authorities.contains(each)) {
        return Optional.of(path);
      }
      for (X509CertificateHolder authority : authorities) {
        if (isSigned(each, authority)) {
          path.add(authority);
          return Optional.of(path);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean mayVouch(X509CertificateHolder certificate) {
    BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
    return constraints != null && constraints.isCA();
  }

  private static boolean isSigned(X509CertificateHolder one, X509CertificateHolder by) {
    if (!one.getIssuer().equals(by.getSubject())) {
      return false;
    }
    try {
      return one.isSignatureValid(
          new BcECContentVerifierProviderBuilder(new DefaultDigestAlgorithmIdentifierFinder())
              .build(by));
    } catch (CertException | OperatorCreationException | RuntimeException notThatKind) {
      return false;
    }
  }

  private static String untrusted(X509CertificateHolder leaf) {
    return leaf.getIssuer().equals(leaf.getSubject())
        ? "certificate is self-signed: nobody vouches for " + Certificates.called(leaf.getSubject())
        : "certificate signed by unknown authority: "
            + Certificates.called(leaf.getIssuer())
            + " is not trusted here";
  }

  private static Optional<Doubt> atWrongTime(X509CertificateHolder certificate, long now) {
    String today = "it is " + Certificates.forPeople(now);
    long last = Certificates.lastSecond(certificate);
    if (now > last) {
      String until = " and it was valid until " + Certificates.forPeople(last);
      return Optional.of(
          new Doubt(
              AlertDescription.certificate_expired, "certificate has expired: " + today + until));
    }
    long first = Certificates.firstSecond(certificate);
    if (now < first) {
      String from = " and it is valid from " + Certificates.forPeople(first);
      return Optional.of(
          new Doubt(
              AlertDescription.bad_certificate, "certificate is not yet valid: " + today + from));
    }
    return Optional.empty();
  }

  private static String notFor(List<String> names, String host) {
    if (names.isEmpty()) {
      return "certificate is not valid for any name, so not for " + host;
    }
    String some = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    String more = names.size() > MOST_NAMES ? " and others" : "";
    return "certificate is valid for " + some + more + ", not for " + host;
  }
}
