package netarium.engine.codec.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import netarium.engine.wire.Octets;

/// Opens the protected records of one direction, one after the other: each counts, and only in
/// their order do they open.
///
/// In every cipher here an octet of plaintext stands in the place of one of ciphertext, so a reader
/// can say where on the wire it was.
public final class RecordOpener {
  private static final int EXPLICIT_OCTETS = 8;
  private static final int SALT_OCTETS = 4;

  private final TlsSuite suite;
  private final boolean isTls13;
  private final byte[] secret;
  private final byte[] key;
  private final byte[] iv;
  private long count;

  private RecordOpener(TlsSuite suite, boolean isTls13, byte[] secret, byte[] key, byte[] iv) {
    this.suite = suite;
    this.isTls13 = isTls13;
    this.secret = secret;
    this.key = key;
    this.iv = iv;
  }

  /// For TLS 1.3 (RFC 8446 §7.3), from the traffic secret of the direction.
  public static RecordOpener ofTls13(TlsSuite suite, Octets trafficSecret) {
    byte[] secret = trafficSecret.toByteArray();
    return new RecordOpener(
        suite,
        true,
        secret,
        expandLabel(suite, secret, "key", suite.keyOctets()),
        expandLabel(suite, secret, "iv", TlsSuite.NONCE_OCTETS));
  }

  /// For TLS 1.2 (RFC 5246 §6.3), from the master secret and the random numbers of both hellos.
  public static RecordOpener ofTls12(
      TlsSuite suite, Octets master, Octets client, Octets server, boolean isOfClient) {
    int ivOctets = suite.cipher() == TlsSuite.Cipher.AES_GCM ? SALT_OCTETS : TlsSuite.NONCE_OCTETS;
    int keyOctets = suite.keyOctets();
    byte[] seed = server.plus(client).toByteArray();
    byte[] block = expand12(suite, master.toByteArray(), seed, 2 * (keyOctets + ivOctets));
    int first = isOfClient ? 0 : keyOctets;
    int iv = 2 * keyOctets + (isOfClient ? 0 : ivOctets);
    return new RecordOpener(
        suite,
        false,
        new byte[0],
        Arrays.copyOfRange(block, first, first + keyOctets),
        Arrays.copyOfRange(block, iv, iv + ivOctets));
  }

  /// The keys that follow when a side says that it changes them (RFC 8446 §7.2).
  public RecordOpener updated() {
    byte[] next = expandLabel(suite, secret, "traffic upd", suite.hashOctets());
    return ofTls13(suite, Octets.wrap(next));
  }

  /// How many octets of a record's body stand in front of those that carry plaintext.
  public int octetsInFront() {
    return isTls13 || suite.cipher() != TlsSuite.Cipher.AES_GCM ? 0 : EXPLICIT_OCTETS;
  }

  /// What is in a record, whose header is `type` and `version`; empty where it does not open with
  /// these keys. In TLS 1.3 the type of the content and zeros may follow it (RFC 8446 §5.2).
  public Optional<Octets> open(int type, int version, Octets body) {
    int overhead = octetsInFront() + TlsSuite.TAG_OCTETS;
    if (body.length() < overhead) {
      return Optional.empty();
    }
    int length = body.length() - (isTls13 ? 0 : overhead);
    byte[] header = {(byte) type, (byte) (version >> 8), (byte) version, 0, 0};
    header[3] = (byte) (length >> 8);
    header[4] = (byte) length;
    byte[] sealed = body.slice(octetsInFront()).toByteArray();
    byte[] associated = isTls13 ? header : joined(counted(), header);
    try {
      Cipher cipher = Cipher.getInstance(cipherName());
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, keyName()), nonce(body));
      cipher.updateAAD(associated);
      byte[] plain = cipher.doFinal(sealed);
      count++;
      return Optional.of(Octets.wrap(plain));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("invariant broken: Java has " + cipherName(), missing);
    }
  }

  private String cipherName() {
    return suite.cipher() == TlsSuite.Cipher.AES_GCM ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305";
  }

  private String keyName() {
    return suite.cipher() == TlsSuite.Cipher.AES_GCM ? "AES" : "ChaCha20";
  }

  private byte[] counted() {
    byte[] octets = new byte[Long.BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      octets[i] = (byte) (count >>> ((Long.BYTES - 1 - i) * Byte.SIZE));
    }
    return octets;
  }

  /// The initial value with the count laid over it, or with what the record itself brings.
  private AlgorithmParameterSpec nonce(Octets body) {
    byte[] nonce = Arrays.copyOf(iv, TlsSuite.NONCE_OCTETS);
    if (octetsInFront() > 0) {
      body.slice(0, EXPLICIT_OCTETS).copyTo(nonce, SALT_OCTETS);
    } else {
      byte[] number = counted();
      for (int i = 0; i < number.length; i++) {
        nonce[SALT_OCTETS + i] ^= number[i];
      }
    }
    return suite.cipher() == TlsSuite.Cipher.AES_GCM
        ? new GCMParameterSpec(TlsSuite.TAG_OCTETS * Byte.SIZE, nonce)
        : new IvParameterSpec(nonce);
  }

  /// HKDF-Expand-Label (RFC 8446 §7.1), without a context.
  private static byte[] expandLabel(TlsSuite suite, byte[] secret, String label, int length) {
    byte[] name = ("tls13 " + label).getBytes(US_ASCII);
    byte[] info = new byte[name.length + 4];
    info[0] = (byte) (length >> 8);
    info[1] = (byte) length;
    info[2] = (byte) name.length;
    System.arraycopy(name, 0, info, 3, name.length);
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    byte[] block = {};
    for (int i = 1; made.size() < length; i++) {
      block = mac(suite, secret, block, info, new byte[] {(byte) i});
      made.writeBytes(block);
    }
    return Arrays.copyOf(made.toByteArray(), length);
  }

  /// The pseudorandom function of TLS 1.2 (RFC 5246 §5) for its key block.
  private static byte[] expand12(TlsSuite suite, byte[] secret, byte[] seed, int length) {
    byte[] labelled = joined("key expansion".getBytes(US_ASCII), seed);
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    byte[] chain = labelled;
    while (made.size() < length) {
      chain = mac(suite, secret, chain);
      made.writeBytes(mac(suite, secret, chain, labelled));
    }
    return Arrays.copyOf(made.toByteArray(), length);
  }

  private static byte[] mac(TlsSuite suite, byte[] secret, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(suite.mac());
      mac.init(new SecretKeySpec(secret, suite.mac()));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("invariant broken: Java has " + suite.mac(), missing);
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
