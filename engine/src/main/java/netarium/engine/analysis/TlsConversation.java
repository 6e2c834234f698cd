package netarium.engine.analysis;

import java.util.List;
import netarium.engine.codec.tls.TlsCertificate;
import netarium.engine.codec.tls.TlsHello;
import netarium.engine.codec.tls.TlsNames;
import netarium.engine.codec.tls.TlsNumbers;
import org.jspecify.annotations.Nullable;

/// What a TLS connection has agreed on, and when, as its records show it. It grows while the run
/// goes on.
public final class TlsConversation {
  private static final long NEVER = StreamOctets.NEVER;

  private static final int HTTPS_PORT = 443;

  private final String[] why = {"", ""};
  private final Channel around;
  private final int client;
  private final long[] finishedAt = {NEVER, NEVER};
  private @Nullable TlsHello clientHello;
  private @Nullable TlsHello serverHello;
  private List<TlsCertificate> certificates = List.of();
  private List<String> chosen = List.of();
  private long helloFrom = NEVER;
  private long helloTo = NEVER;
  private @Nullable TlsRecord failure;

  /// `client` is the side that greets first.
  TlsConversation(Channel around, int client) {
    this.around = around;
    this.client = client;
  }

  void greets(TlsHello hello, TlsRecord record) {
    clientHello = hello;
    if (helloFrom == NEVER) {
      helloFrom = record.from();
      helloTo = record.to();
    }
  }

  void answers(TlsHello hello) {
    serverHello = hello;
    chosen(hello);
  }

  void chosen(TlsHello extensions) {
    if (!extensions.protocols().isEmpty()) {
      chosen = extensions.protocols();
    }
  }

  void shows(List<TlsCertificate> found) {
    if (certificates.isEmpty()) {
      certificates = found;
    }
  }

  void finished(TlsRecord record) {
    int side = record.side().index();
    if (finishedAt[side] == NEVER) {
      finishedAt[side] = record.to() - 1;
    }
  }

  void fails(TlsRecord record) {
    if (failure == null) {
      failure = record;
    }
  }

  void fails(int side, String sentence) {
    if (why[side].isEmpty()) {
      why[side] = sentence;
    }
  }

  /// Why an end gave it up, in the sentence that its program was told; empty text where it did not.
  public String failure(boolean isOfClient) {
    return why[isOfClient ? client : 1 - client];
  }

  /// Whether HTTP is to be spoken inside, as far as the client's greeting says.
  boolean isForHttp() {
    TlsHello greeting = clientHello;
    boolean isOffered = greeting != null && greeting.protocols().contains("http/1.1");
    return isOffered || server().port() == HTTPS_PORT;
  }

  int clientSide() {
    return client;
  }

  public StreamSide client() {
    return around.side(client);
  }

  public StreamSide server() {
    return around.side(1 - client);
  }

  @Nullable TlsHello clientHello() {
    return clientHello;
  }

  @Nullable TlsHello serverHello() {
    return serverHello;
  }

  /// The version that was agreed on, or the one that the client gives out as its own; 0 where
  /// nothing is known.
  public int version() {
    TlsHello answer = serverHello;
    TlsHello greeting = clientHello;
    return answer != null
        ? answer.versions().getFirst()
        : greeting == null ? 0 : greeting.version();
  }

  boolean isTls13() {
    return serverHello != null && version() == TlsNumbers.TLS_1_3;
  }

  /// As people write it: `TLSv1.3`.
  public String versionName() {
    return TlsNames.version(version());
  }

  /// The cipher suite that was agreed on; empty text while there is none.
  public String suite() {
    TlsHello answer = serverHello;
    return answer == null ? "" : TlsNames.suite(answer.suites().getFirst());
  }

  /// Whom the client wants to speak to; empty text where it does not say.
  public String serverName() {
    return clientHello == null ? "" : clientHello.serverName();
  }

  /// The protocol inside that was agreed on, as ALPN calls it; empty text where it was not spoken
  /// of.
  public String protocol() {
    return chosen.isEmpty() ? "" : chosen.getFirst();
  }

  /// What the server has shown, its own first; none where that cannot be read.
  public List<TlsCertificate> certificates() {
    return certificates;
  }

  /// The alert that ended it in failure, as RFC 8446 §6 calls it; empty text where none did.
  public String alert() {
    return failure == null ? "" : TlsNames.alert(failure.alert());
  }

  /// Whether it was the client that failed it.
  public boolean isFailedByClient() {
    return failure != null && failure.side().index() == client;
  }

  /// When that was said, or [StreamOctets#NEVER].
  public long failedAt() {
    return failure == null ? NEVER : failure.side().octets().sentAt(failure.from());
  }

  /// The event that said it, or [StreamOctets#NEVER].
  public long failedBy() {
    return failure == null ? NEVER : failure.side().octets().sentBy(failure.from());
  }

  /// The event that sent the client's greeting.
  public long ordinal() {
    return client().octets().sentBy(helloFrom);
  }

  /// When the client's greeting left it.
  public long startAtClient() {
    return client().octets().sentAt(helloFrom);
  }

  public long startAtServer() {
    return client().octets().arrivedAt(helloTo == NEVER ? NEVER : helloTo - 1);
  }

  /// When the client was through with the handshake, or [StreamOctets#NEVER].
  public long endAtClient() {
    return end(client(), server());
  }

  public long endAtServer() {
    return end(server(), client());
  }

  /// Through with it is who has said that it is finished and has heard the same.
  private long end(StreamSide own, StreamSide other) {
    long said = own.octets().sentAt(finishedAt[own.index()]);
    long heard = other.octets().arrivedAt(finishedAt[other.index()]);
    return said < 0 || heard < 0 ? NEVER : Math.max(said, heard);
  }
}
