package netarium.engine.service;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;

/// A SOCKS5 proxy (RFC 1928, RFC 1929): it connects to whom its clients name and relays both ways.
/// Of the commands it does `CONNECT`, of the addresses names and IPv4.
public final class SocksServer {
  private final Dialler dialler;
  private final Optional<Proxy.Login> login;
  private final Consumer<String> log;
  private final Set<SocksSession> sessions = new LinkedHashSet<>();
  private final TcpListener listener;

  /// `login`: who may use it; nobody has to say who they are where there is none. `log` hears of
  /// each client, a line each.
  public SocksServer(
      TcpListener listener, Dialler dialler, Optional<Proxy.Login> login, Consumer<String> log) {
    this.listener = listener;
    this.dialler = dialler;
    this.login = login;
    this.log = log;
  }

  public void start() {
    listener.onChange(this::accept);
    accept();
  }

  private void accept() {
    for (Optional<TcpSocket> next = listener.accept(); next.isPresent(); next = listener.accept()) {
      SocksSession session = new SocksSession(next.get(), dialler, login, log, sessions::remove);
      sessions.add(session);
      session.start();
    }
  }

  public int sessions() {
    return sessions.size();
  }

  /// Takes nobody any more and drops those who are there.
  public void stop() {
    listener.close();
    List.copyOf(sessions).forEach(SocksSession::abort);
    sessions.clear();
  }
}
