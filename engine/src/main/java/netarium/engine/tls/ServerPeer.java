package netarium.engine.tls;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import java.util.function.Function;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolName;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.jspecify.annotations.Nullable;

/// A server's decisions: what it accepts, and as whom it answers.
final class ServerPeer extends AbstractTlsServer {
  private final SeededCrypto crypto;
  private final Peer peer;
  private final TlsSettings settings;
  private final Function<Optional<String>, TlsIdentity> identities;

  ServerPeer(
      SeededCrypto crypto,
      Peer peer,
      TlsSettings settings,
      Function<Optional<String>, TlsIdentity> identities) {
    super(crypto);
    this.crypto = crypto;
    this.peer = peer;
    this.settings = settings;
    this.identities = identities;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return TlsVersion.numbers(settings.versions());
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return Peer.cipherSuites();
  }

  @Override
  public int[] getSupportedGroups() {
    return Peer.groups();
  }

  @Override
  protected @Nullable Vector<ProtocolName> getProtocolNames() {
    List<ProtocolName> names = Peer.protocols(settings);
    return names.isEmpty() ? null : Peer.list(names);
  }

  @Override
  public TlsCredentials getCredentials() throws IOException {
    TlsIdentity identity =
        identities.apply(Peer.serverName(context.getSecurityParametersHandshake()));
    List<X509CertificateHolder> chain = identity.chain();
    TlsCertificate[] shown = new TlsCertificate[chain.size()];
    CertificateEntry[] entries = new CertificateEntry[chain.size()];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = new BcTlsCertificate(crypto, Certificates.octets(chain.get(i)));
      entries[i] = new CertificateEntry(shown[i], null);
    }
    Certificate certificate =
        TlsUtils.isTLSv13(context)
            ? new Certificate(TlsUtils.EMPTY_BYTES, entries)
            : new Certificate(shown);
    return new BcDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(context),
        crypto,
        identity.key().secret(),
        certificate,
        new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
  }

  @Override
  public void notifyAlertReceived(short level, short description) {
    peer.alertReceived(level, description);
  }

  @Override
  public void notifyAlertRaised(
      short level, short description, @Nullable String message, @Nullable Throwable cause) {
    peer.alertRaised(level, description, message);
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    peer.complete(context);
  }
}
