package netarium.engine.tcp;

import netarium.engine.sim.SimTime;

/// The states of RFC 9293 §3.3.2. What only one state needs to know stands in its record; what they
/// share is in [TcpConnection].
public sealed interface TcpState {
  /// The name as the RFC prints it.
  String label();

  /// Whether text from the other side is still expected (RFC 9293 §3.10.7.4, seventh check).
  default boolean mayReceiveText() {
    return this instanceof Established || this instanceof FinWait1 || this instanceof FinWait2;
  }

  /// Whether the user may still send.
  default boolean maySendMore() {
    return this instanceof Established || this instanceof CloseWait;
  }

  /// The states from ESTABLISHED on: both sides know the other's first sequence number.
  sealed interface Synchronized extends TcpState {}

  record Closed() implements TcpState {
    @Override
    public String label() {
      return "CLOSED";
    }
  }

  record Listen() implements TcpState {
    @Override
    public String label() {
      return "LISTEN";
    }
  }

  /// `openedAt` counts for the limit R2 of the connection attempt; `closeRequested` remembers a
  /// CLOSE that waits for queued text to be sent.
  record SynSent(SimTime openedAt, boolean closeRequested) implements TcpState {
    @Override
    public String label() {
      return "SYN-SENT";
    }
  }

  /// `isPassive` tells whether it came from LISTEN (RFC 9293 §3.10.7.4 answers a reset
  /// differently).
  record SynReceived(SimTime openedAt, boolean isPassive, boolean closeRequested)
      implements TcpState {
    @Override
    public String label() {
      return "SYN-RECEIVED";
    }
  }

  record Established() implements Synchronized {
    @Override
    public String label() {
      return "ESTABLISHED";
    }
  }

  record FinWait1() implements Synchronized {
    @Override
    public String label() {
      return "FIN-WAIT-1";
    }
  }

  record FinWait2() implements Synchronized {
    @Override
    public String label() {
      return "FIN-WAIT-2";
    }
  }

  record CloseWait() implements Synchronized {
    @Override
    public String label() {
      return "CLOSE-WAIT";
    }
  }

  record Closing() implements Synchronized {
    @Override
    public String label() {
      return "CLOSING";
    }
  }

  record LastAck() implements Synchronized {
    @Override
    public String label() {
      return "LAST-ACK";
    }
  }

  /// `since` is when the state was entered; only for readers, the timer counts by itself.
  record TimeWait(SimTime since) implements Synchronized {
    @Override
    public String label() {
      return "TIME-WAIT";
    }
  }
}
