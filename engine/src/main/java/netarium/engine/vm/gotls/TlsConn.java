package netarium.engine.vm.gotls;

import java.util.List;
import java.util.Optional;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Table;
import netarium.engine.socket.SocketError;
import netarium.engine.tls.ShownCertificate;
import netarium.engine.tls.TlsSession;
import netarium.engine.tls.TlsStream;
import netarium.engine.vm.api.Deadline;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.StreamConn;
import netarium.engine.vm.api.Values;
import org.jspecify.annotations.Nullable;

/// A TLS connection in a script's hands: a [StreamConn] with `Handshake` and `ConnectionState`.
///
/// The handshake goes on by itself from the moment the connection is there, and reading and writing
/// wait for it; `Handshake` is for whoever wants to know now.
final class TlsConn extends StreamConn {
  private static final String KIND = "TlsConn";

  private final TlsStream stream;

  TlsConn(Handles handles, TlsStream stream) {
    super(handles, stream, KIND);
    this.stream = stream;
  }

  @Override
  public LuaValue value() {
    return value(TlsConn::fillAll);
  }

  private static void fillAll(Table t) {
    fill(t);
    t.set("Handshake", Native.of("TlsConn.Handshake", TlsConn::handshake).asWorldCall());
    t.set("ConnectionState", Native.of("TlsConn.ConnectionState", TlsConn::state).asWorldCall());
  }

  private static TlsConn self(Coroutine co, int func, int n) {
    return Handles.check(co, func, n, 1, TlsConn.class, KIND);
  }

  /// `conn:Handshake()` → err: waits until both have agreed, or cannot.
  private static int handshake(Coroutine co, int func, int n) {
    TlsConn conn = self(co, func, n);
    if (conn.isClosed()) {
      return co.returns(func, NetError.CLOSED.value(co.machine));
    }
    Deadline deadline = conn.readDeadline();
    return deadline.await(co, func, () -> conn.agreed(co.machine, deadline));
  }

  private LuaValue @Nullable [] agreed(LuaMachine machine, Deadline deadline) {
    if (isClosed()) {
      return new LuaValue[] {NetError.CANCELLED.value(machine)};
    }
    if (stream.session().isPresent()) {
      return new LuaValue[] {Nil.NIL};
    }
    Optional<SocketError> error = stream.error();
    if (error.isPresent()) {
      return new LuaValue[] {NetError.of(error.get()).value(machine)};
    }
    return deadline.isOver() ? new LuaValue[] {NetError.TIMEOUT.value(machine)} : null;
  }

  /// `conn:ConnectionState()` → a table of what was agreed on, as far as it was.
  private static int state(Coroutine co, int func, int n) {
    TlsConn conn = self(co, func, n);
    LuaMachine machine = co.machine;
    Optional<TlsSession> session = conn.stream.session();
    Table state = new Table(machine, 0, 7);
    state.set("HandshakeComplete", (LuaValue) Bool.of(session.isPresent()));
    state.set("Version", new Num(session.map(each -> each.version().code()).orElse(0)));
    state.set("CipherSuite", new Num(session.map(TlsSession::cipherSuite).orElse(0)));
    state.set(
        "NegotiatedProtocol",
        Values.str(machine, session.flatMap(TlsSession::protocol).orElse("")));
    state.set(
        "ServerName", Values.str(machine, session.flatMap(TlsSession::serverName).orElse("")));
    Table certificates = new Table(machine, 1, 0);
    List<ShownCertificate> shown = session.map(TlsSession::peerCertificates).orElse(List.of());
    for (int i = 0; i < shown.size(); i++) {
      certificates.set(i + 1, certificate(machine, shown.get(i)));
    }
    state.set("PeerCertificates", certificates);
    return co.returns(func, state);
  }

  private static Table certificate(LuaMachine machine, ShownCertificate shown) {
    Table table = new Table(machine, 0, 8);
    table.set("Subject", name(machine, shown.subject()));
    table.set("Issuer", name(machine, shown.issuer()));
    table.set("DNSNames", texts(machine, shown.dnsNames()));
    table.set("IPAddresses", texts(machine, shown.addresses()));
    table.set("NotBefore", new Num(shown.firstSecond()));
    table.set("NotAfter", new Num(shown.lastSecond()));
    table.set("SerialNumber", Values.str(machine, shown.serialNumber()));
    table.set("IsCA", (LuaValue) Bool.of(shown.isAuthority()));
    return table;
  }

  private static Table name(LuaMachine machine, ShownCertificate.Name name) {
    Table table = new Table(machine, 0, 2);
    table.set("CommonName", Values.str(machine, name.commonName()));
    table.set("String", Values.str(machine, name.text()));
    return table;
  }

  private static Table texts(LuaMachine machine, List<String> texts) {
    Table table = new Table(machine, texts.size(), 0);
    for (int i = 0; i < texts.size(); i++) {
      table.set(i + 1, Values.str(machine, texts.get(i)));
    }
    return table;
  }
}
