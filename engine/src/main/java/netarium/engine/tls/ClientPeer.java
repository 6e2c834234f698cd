package netarium.engine.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import netarium.engine.wire.Ipv4Address;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.ProtocolName;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.jspecify.annotations.Nullable;

/// A client's decisions: what it offers, whom it believes.
final class ClientPeer extends AbstractTlsClient {
  private final Peer peer;
  private final TlsSettings settings;
  private final String host;
  private final Trust trust;

  ClientPeer(SeededCrypto crypto, Peer peer, TlsSettings settings, String host, Trust trust) {
    super(crypto);
    this.peer = peer;
    this.settings = settings;
    this.host = host;
    this.trust = trust;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return TlsVersion.numbers(settings.versions());
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return Peer.cipherSuites();
  }

  /// The library's lists have no element types.
  @Override
  @SuppressWarnings("rawtypes")
  protected Vector<Integer> getSupportedGroups(Vector roles) {
    List<Integer> groups = new ArrayList<>();
    for (int each : Peer.groups()) {
      groups.add(each);
    }
    return Peer.list(groups);
  }

  @Override
  protected @Nullable Vector<ProtocolName> getProtocolNames() {
    List<ProtocolName> names = Peer.protocols(settings);
    return names.isEmpty() ? null : Peer.list(names);
  }

  /// A name is told to the server, an address is not (RFC 6066 §3).
  @Override
  protected @Nullable Vector<ServerName> getSNIServerNames() {
    boolean isName = Ipv4Address.parse(host).isEmpty() && US_ASCII.newEncoder().canEncode(host);
    return isName && !host.isEmpty()
        ? Peer.list(List.of(new ServerName(NameType.host_name, host.getBytes(US_ASCII))))
        : null;
  }

  @Override
  public TlsAuthentication getAuthentication() {
    return new Judge();
  }

  private final class Judge implements TlsAuthentication {
    @Override
    public void notifyServerCertificate(TlsServerCertificate shown) throws IOException {
      List<X509CertificateHolder> chain = new ArrayList<>();
      for (TlsCertificate each : shown.getCertificate().getCertificateList()) {
        chain.add(new X509CertificateHolder(each.getEncoded()));
      }
      peer.shown(shown(chain));
      Optional<Trust.Doubt> doubt = trust.doubt(chain, host, settings.nowSeconds());
      if (doubt.isPresent()) {
        peer.fail(TlsFailure.certificate(doubt.get().sentence()));
        throw new TlsFatalAlert(doubt.get().alert());
      }
    }

    /// Before anybody has judged it, it may be anything; what cannot be read is not shown.
    private static List<ShownCertificate> shown(List<X509CertificateHolder> chain) {
      try {
        return chain.stream().map(ShownCertificate::of).toList();
      } catch (RuntimeException malformed) {
        return List.of();
      }
    }

    @Override
    public @Nullable TlsCredentials getClientCredentials(CertificateRequest request) {
      return null;
    }
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
