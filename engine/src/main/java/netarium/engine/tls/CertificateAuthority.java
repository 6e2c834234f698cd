package netarium.engine.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import netarium.engine.sim.RandomStreams;
import netarium.engine.wire.Ipv4Address;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;

/// An authority that signs the certificates of machines (RFC 5280), as every network has one that
/// its machines believe. Its key, and those of the machines, follow from the run's seed and from
/// what they are for: whoever asks first, and when, changes nothing.
public final class CertificateAuthority {
  private static final long DAY_SECONDS = 86_400;
  private static final long AUTHORITY_DAYS = 3650;
  private static final long LEAF_DAYS = 90;

  /// From when to when a certificate holds, in seconds since 1970.
  public record Validity(long firstSecond, long lastSecond) {}

  private final RandomStreams streams;
  private final String name;
  private final long epochSeconds;
  private @Nullable Root root;
  private final Map<List<String>, TlsIdentity> issued = new LinkedHashMap<>();

  /// `name` is what people call it and what its key follows from; `epochSeconds` is when the run
  /// begins on the calendar.
  public CertificateAuthority(RandomStreams streams, String name, long epochSeconds) {
    this.streams = streams;
    this.name = name;
    this.epochSeconds = epochSeconds;
  }

  /// The authority's own key and certificate, made when they are first needed.
  private record Root(EcKey key, X509CertificateHolder certificate) {}

  private Root root() {
    Root made = root;
    if (made == null) {
      RandomGenerator random = streams.stream("tls-authority", name, "key");
      EcKey key = EcKey.drawn(random);
      Validity validity =
          new Validity(
              epochSeconds - AUTHORITY_DAYS * DAY_SECONDS,
              epochSeconds + 2 * AUTHORITY_DAYS * DAY_SECONDS);
      X500Name self = distinguished(name);
      made = new Root(key, signed(self, self, key, validity, List.of(), random, true, key));
      root = made;
    }
    return made;
  }

  /// What holds from a day before the run begins.
  public Validity usual() {
    return new Validity(epochSeconds - DAY_SECONDS, epochSeconds + LEAF_DAYS * DAY_SECONDS);
  }

  /// The identity of a machine with these names, DNS names and IPv4 addresses, made when it is
  /// first asked for.
  public TlsIdentity identity(List<String> names) {
    return issued.computeIfAbsent(List.copyOf(names), each -> issue(each, usual()));
  }

  /// An identity that holds at other times than the usual.
  public TlsIdentity issue(List<String> names, Validity validity) {
    RandomGenerator random = random(names);
    EcKey own = EcKey.drawn(random);
    X509CertificateHolder leaf =
        signed(
            distinguished(name),
            distinguished(names.getFirst()),
            own,
            validity,
            names,
            random,
            false,
            root().key());
    return new TlsIdentity(List.of(leaf), own);
  }

  /// An identity for which nobody vouches but its owner.
  public TlsIdentity selfSigned(List<String> names) {
    RandomGenerator random = random(names);
    EcKey own = EcKey.drawn(random);
    X500Name self = distinguished(names.getFirst());
    X509CertificateHolder leaf = signed(self, self, own, usual(), names, random, false, own);
    return new TlsIdentity(List.of(leaf), own);
  }

  /// Believes what this authority has signed.
  public Trust trust() {
    return new Trust(List.of(root().certificate()));
  }

  /// The authority's own certificate, as a file for others to believe.
  public String pem() {
    return TlsIdentity.pem("CERTIFICATE", Certificates.octets(root().certificate()));
  }

  private RandomGenerator random(List<String> names) {
    return streams.stream("tls-identity", name + " " + String.join(" ", names), "key");
  }

  private static X500Name distinguished(String name) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
  }

  private static X509CertificateHolder signed(
      X500Name issuer,
      X500Name subject,
      EcKey subjectKey,
      Validity validity,
      List<String> names,
      RandomGenerator random,
      boolean isAuthority,
      EcKey signer) {
    byte[] serial = new byte[8];
    random.nextBytes(serial);
    serial[0] = (byte) ((serial[0] & 0x3f) | 0x40);
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            issuer,
            new BigInteger(1, serial),
            Certificates.time(validity.firstSecond()),
            Certificates.time(validity.lastSecond()),
            subject,
            subjectKey.publicKey());
    int usage = isAuthority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      if (!isAuthority) {
        builder.addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("invariant broken: extensions can be written", impossible);
    }
    return builder.build(new Signing(signer));
  }

  private static GeneralNames alternatives(List<String> names) {
    return new GeneralNames(
        names.stream()
            .map(each ->
                new GeneralName(
                    Ipv4Address.parse(each).isPresent()
                        ? GeneralName.iPAddress
                        : GeneralName.dNSName,
                    each))
            .toArray(GeneralName[]::new));
  }

  /// Takes what is to be signed as a stream, as the builder wants to give it.
  private static final class Signing implements ContentSigner {
    private final EcKey key;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    Signing(EcKey key) {
      this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
      return message;
    }

    @Override
    public byte[] getSignature() {
      return key.sign(message.toByteArray());
    }
  }
}
