package netarium.engine.tls;

import java.io.IOException;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.AlertLevel;
import org.bouncycastle.tls.TlsClient;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.TlsServer;
import org.bouncycastle.tls.TlsServerProtocol;

/// The library's record layer and handshake of one end, octets in and octets out, with the two
/// directions ending one by one: it would end both when the other side's `close_notify` comes.
interface Records {
  TlsProtocol protocol();

  /// The other side has said that it sends no more.
  boolean hasEnded();

  /// Says that this side sends no more.
  void sayEnd() throws IOException;

  static Records client(TlsClient client) {
    return new Client(client);
  }

  static Records server(TlsServer server) {
    return new Server(server);
  }

  /// Begins: a client greets, a server waits for that.
  void begin() throws IOException;

  private static boolean isEnd(TlsProtocol protocol, short description) {
    return description == AlertDescription.close_notify && protocol.isConnected();
  }

  /// A client's.
  final class Client extends TlsClientProtocol implements Records {
    private final TlsClient client;
    private boolean hasEnded;

    Client(TlsClient client) {
      this.client = client;
    }

    @Override
    public void begin() throws IOException {
      connect(client);
    }

    @Override
    public TlsProtocol protocol() {
      return this;
    }

    @Override
    public boolean hasEnded() {
      return hasEnded;
    }

    @Override
    public void sayEnd() throws IOException {
      raiseAlertWarning(AlertDescription.close_notify, null);
    }

    @Override
    protected void handleAlertWarningMessage(short description) throws IOException {
      if (isEnd(this, description)) {
        client.notifyAlertReceived(AlertLevel.warning, description);
        hasEnded = true;
      } else {
        super.handleAlertWarningMessage(description);
      }
    }
  }

  /// A server's.
  final class Server extends TlsServerProtocol implements Records {
    private final TlsServer server;
    private boolean hasEnded;

    Server(TlsServer server) {
      this.server = server;
    }

    @Override
    public void begin() throws IOException {
      accept(server);
    }

    @Override
    public TlsProtocol protocol() {
      return this;
    }

    @Override
    public boolean hasEnded() {
      return hasEnded;
    }

    @Override
    public void sayEnd() throws IOException {
      raiseAlertWarning(AlertDescription.close_notify, null);
    }

    @Override
    protected void handleAlertWarningMessage(short description) throws IOException {
      if (isEnd(this, description)) {
        server.notifyAlertReceived(AlertLevel.warning, description);
        hasEnded = true;
      } else {
        super.handleAlertWarningMessage(description);
      }
    }
  }
}
