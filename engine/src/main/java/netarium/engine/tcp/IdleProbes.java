package netarium.engine.tcp;

import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Timer;
import org.jspecify.annotations.Nullable;

/// Keep-alive (RFC 9293 §3.8.4): asks the other side of an idle connection whether it still knows
/// of it, with a number that it has acknowledged already, and gives up only after several probes,
/// since one may get lost.
///
/// Off unless the user or the node's settings want it. The timer does not keep a run alive, and it
/// is not moved for each segment that arrives: when it expires, it looks how long the silence is.
final class IdleProbes {
  private final TcpConnection connection;
  private TcpOptionsConfig.KeepAlive settings;
  private @Nullable Timer timer;
  private SimTime heardAt = SimTime.ZERO;
  private int unanswered;

  IdleProbes(TcpConnection connection) {
    this.connection = connection;
    this.settings = connection.config().keepAlive();
  }

  TcpOptionsConfig.KeepAlive settings() {
    return settings;
  }

  void change(TcpOptionsConfig.KeepAlive changed) {
    settings = changed;
    if (changed.isOn() && connection.state() instanceof TcpState.Synchronized) {
      arm(changed.idle());
    } else if (timer != null) {
      timer.cancel();
    }
  }

  /// The handshake is over.
  void established() {
    if (settings.isOn()) {
      heard();
      arm(settings.idle());
    }
  }

  /// Whatever comes from the other side is a sign of life.
  void heard() {
    if (settings.isOn()) {
      heardAt = connection.now();
      unanswered = 0;
    }
  }

  /// The connection is gone, or has only to wait.
  void stop() {
    if (timer != null) {
      timer.cancel();
    }
  }

  private void arm(SimDuration delay) {
    Timer armed = timer;
    if (armed == null) {
      armed = connection.timeouts().housekeeping(this::expired);
      timer = armed;
    }
    armed.armAfter(delay);
  }

  private void expired() {
    SimDuration silence = connection.now().since(heardAt);
    Sender snd = connection.snd();
    boolean isIdle = snd.outstanding() == 0 && snd.unsent() <= 0;
    if (!isIdle) {
      arm(settings.idle()); // the retransmission timer sees to it
    } else if (silence.compareTo(settings.idle()) < 0) {
      arm(SimDuration.ofNanos(settings.idle().nanos() - silence.nanos()));
    } else if (unanswered >= settings.probes()) {
      connection.timeouts().expired("keep-alive");
      connection.output().sendReset();
      connection.fail(connection.pathErrors().errorAfterTimeout());
      connection.finishEvent("keep-alive");
    } else {
      unanswered++;
      connection.timeouts().expired("keep-alive");
      connection.output().sendKeepAlive();
      arm(settings.interval());
    }
  }
}
