package netarium.engine.tls;

import java.util.HexFormat;
import java.util.function.Consumer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.TlsSecret;

/// The secrets of one connection as lines of a key log file, with which a capture can be decrypted.
/// Lines come without an end of line.
final class KeyLog {
  private final Consumer<String> lines;
  private boolean hasHandshakeKeys;

  KeyLog(Consumer<String> lines) {
    this.lines = lines;
  }

  /// Tells what a connection has just agreed on: in TLS 1.3 first the secrets of the handshake,
  /// then those of the application's data; before, there is one secret for all.
  void newKeys(TlsCrypto crypto, SecurityParameters parameters) {
    String random = HexFormat.of().formatHex(parameters.getClientRandom());
    if (!ProtocolVersion.TLSv13.equals(parameters.getNegotiatedVersion())) {
      line("CLIENT_RANDOM", random, crypto, parameters.getMasterSecret());
      return;
    }
    TlsSecret client = parameters.getTrafficSecretClient();
    TlsSecret server = parameters.getTrafficSecretServer();
    String suffix = hasHandshakeKeys ? "TRAFFIC_SECRET_0" : "HANDSHAKE_TRAFFIC_SECRET";
    hasHandshakeKeys = true;
    line("CLIENT_" + suffix, random, crypto, client);
    line("SERVER_" + suffix, random, crypto, server);
  }

  /// A secret gives its octets away once; so a copy of it has to.
  private void line(String label, String random, TlsCrypto crypto, TlsSecret secret) {
    byte[] octets = crypto.adoptSecret(secret).extract();
    lines.accept(label + " " + random + " " + HexFormat.of().formatHex(octets));
  }
}
