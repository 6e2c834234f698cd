package netarium.engine.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/// A private key on the curve P-256. Its signatures draw no random number: ECDSA as RFC 6979 has
/// it.
final class EcKey {
  private static final ECNamedDomainParameters P256 = p256();

  private final ECPrivateKeyParameters secret;

  private EcKey(ECPrivateKeyParameters secret) {
    this.secret = secret;
  }

  private static ECNamedDomainParameters p256() {
    X9ECParameters curve = CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
    return new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1, curve);
  }

  /// The key that the next numbers of a stream make: 64 bits more than it takes, so that no key is
  /// likelier than another.
  static EcKey drawn(RandomGenerator random) {
    byte[] octets = new byte[40];
    random.nextBytes(octets);
    BigInteger range = P256.getN().subtract(BigInteger.ONE);
    BigInteger d = new BigInteger(1, octets).mod(range).add(BigInteger.ONE);
    return new EcKey(new ECPrivateKeyParameters(d, P256));
  }

  /// A key from its PKCS #8 form (RFC 5958), if it is one of this curve.
  static Optional<EcKey> parse(byte[] pkcs8) {
    try {
      AsymmetricKeyParameter key = PrivateKeyFactory.createKey(pkcs8);
      return of(key);
    } catch (IOException | RuntimeException broken) {
      return Optional.empty();
    }
  }

  static Optional<EcKey> of(AsymmetricKeyParameter key) {
    return key instanceof ECPrivateKeyParameters ec
            && ec.getParameters().getCurve().equals(P256.getCurve())
            && ec.getParameters().getG().equals(P256.getG())
        ? Optional.of(new EcKey(new ECPrivateKeyParameters(ec.getD(), P256)))
        : Optional.empty();
  }

  ECPrivateKeyParameters secret() {
    return secret;
  }

  byte[] pkcs8() {
    try {
      return PrivateKeyInfoFactory.createPrivateKeyInfo(secret).getEncoded();
    } catch (IOException impossible) {
      throw new IllegalStateException("invariant broken: a key can be written", impossible);
    }
  }

  SubjectPublicKeyInfo publicKey() {
    ECPublicKeyParameters key =
        new ECPublicKeyParameters(
            new FixedPointCombMultiplier().multiply(P256.getG(), secret.getD()), P256);
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key);
    } catch (IOException impossible) {
      throw new IllegalStateException("invariant broken: a key can be written", impossible);
    }
  }

  /// ECDSA with SHA-256, in DER.
  byte[] sign(byte[] message) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(message, 0, message.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, secret);
    BigInteger[] signature = signer.generateSignature(hash);
    try {
      return StandardDSAEncoding.INSTANCE.encode(P256.getN(), signature[0], signature[1]);
    } catch (IOException impossible) {
      throw new IllegalStateException("invariant broken: a signature can be written", impossible);
    }
  }
}
