package netarium.engine.tcp;

import netarium.engine.wire.Octets;

/// What the user asks of a connection: the calls of RFC 9293 §3.10.1 to §3.10.6, none of which
/// waits.
final class UserCalls {
  private final TcpConnection connection;

  UserCalls(TcpConnection connection) {
    this.connection = connection;
  }

  /// OPEN, active (§3.10.1).
  void open() {
    connection.chooseIss();
    connection.become(new TcpState.SynSent(connection.now(), false));
    connection.output().sendSyn();
  }

  /// SEND (§3.10.2): answers how many octets were taken. A message is taken whole or not at all,
  /// whenever the buffer has any room: its end must be known to mark it.
  int send(Octets data, boolean isMessage) {
    if (data.isEmpty() || !maySend()) {
      return 0;
    }
    int room = connection.sendSpaceOctets();
    if (room < data.length()) {
      connection.awaitSpace();
    }
    if (room <= 0) {
      return 0;
    }
    Octets taken = isMessage || data.length() <= room ? data : data.slice(0, room);
    if (isMessage) {
      connection.sendMessages();
    }
    connection.snd().buffer().append(taken, isMessage);
    connection.output().sendPending();
    return taken.length();
  }

  /// SEND with the URGENT flag.
  int sendUrgent(Octets data) {
    if (data.isEmpty() || connection.sendSpaceOctets() < data.length() || !maySend()) {
      return 0;
    }
    connection.snd().buffer().append(data, false);
    connection.snd().urge();
    connection.output().sendPending();
    return data.length();
  }

  private boolean maySend() {
    return switch (connection.state()) {
      case TcpState.SynSent synSent -> !synSent.closeRequested();
      case TcpState.SynReceived received -> !received.closeRequested();
      case TcpState.Closed _ -> false;
      case TcpState.Listen _ -> false;
      case TcpState.Synchronized open -> open.maySendMore();
    };
  }

  /// RECEIVE (§3.10.3): what has come, up to `max` octets.
  Octets receive(int max) {
    Octets result = connection.rcv().buffer().read(max);
    announceWindow();
    return result;
  }

  /// RECEIVE up to the end of a message. Only when one is there.
  Octets receiveMessage() {
    Octets result = connection.rcv().buffer().readMessage();
    announceWindow();
    return result;
  }

  /// Tells the other side of a window that reading or growing has opened.
  void announceWindow() {
    boolean isOpen =
        connection.state() instanceof TcpState.Synchronized && connection.state().mayReceiveText();
    if (isOpen && connection.rcv().isUpdateDue()) {
      connection.output().sendAck();
    }
  }

  /// CLOSE for our direction only (§3.10.4): the other side may go on sending.
  ///
  /// Text queued before the handshake is over is not lost, as the RFC would have it in SYN-SENT:
  /// the FIN follows it once the connection stands.
  void closeWrite() {
    boolean hasText = connection.snd().buffer().lengthOctets() > 0;
    switch (connection.state()) {
      case TcpState.Closed _ -> {}
      case TcpState.Listen _ -> connection.become(new TcpState.Closed());
      case TcpState.SynSent synSent -> {
        if (hasText) {
          connection.replaceState(new TcpState.SynSent(synSent.openedAt(), true));
        } else {
          connection.become(new TcpState.Closed());
        }
      }
      case TcpState.SynReceived received ->
          connection.replaceState(
              new TcpState.SynReceived(received.openedAt(), received.isPassive(), true));
      case TcpState.Established _ -> closeWith(new TcpState.FinWait1());
      case TcpState.CloseWait _ -> closeWith(new TcpState.LastAck());
      case TcpState.FinWait1 ignored -> {}
      case TcpState.FinWait2 ignored -> {}
      case TcpState.Closing _ -> {}
      case TcpState.LastAck _ -> {}
      case TcpState.TimeWait _ -> {}
    }
  }

  private void closeWith(TcpState next) {
    connection.snd().requestFin();
    connection.become(next);
    connection.output().sendPending();
  }

  /// CLOSE for good: nobody will read any more. Text that came and was not read is lost, and the
  /// other side is told so by a reset (RFC 9293 §3.6.1).
  void close() {
    connection.orphan();
    boolean losesText = connection.rcv().buffer().availableOctets() > 0;
    if (losesText && connection.state() instanceof TcpState.Synchronized open && isLive(open)) {
      abort();
      return;
    }
    closeWrite();
    connection.rcv().drop();
    if (connection.state() instanceof TcpState.FinWait2) {
      connection.timeouts().armOrphan();
    }
  }

  private static boolean isLive(TcpState.Synchronized open) {
    return open.mayReceiveText() || open instanceof TcpState.CloseWait;
  }

  /// ABORT (§3.10.5).
  void abort() {
    connection.orphan();
    switch (connection.state()) {
      case TcpState.SynReceived _ -> connection.output().sendReset();
      case TcpState.Synchronized open -> {
        if (isLive(open)) {
          connection.output().sendReset();
        }
      }
      case TcpState.SynSent _ -> {}
      case TcpState.Listen _ -> {}
      case TcpState.Closed _ -> {}
    }
    if (!(connection.state() instanceof TcpState.Closed)) {
      connection.fail(TcpError.ABORTED);
    }
  }
}
