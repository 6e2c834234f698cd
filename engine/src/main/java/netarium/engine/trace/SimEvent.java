package netarium.engine.trace;

import java.util.List;
import java.util.Optional;
import netarium.engine.screen.ScreenFrame;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.wire.Digest;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Prefix;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;

/// Everything that can happen in a run. Immutable, with plain values only, so that any reader on
/// any thread may keep it.
public sealed interface SimEvent {
  Stamp stamp();

  EventKind kind();

  /// What of the event enters the trace hash beside time, node and kind.
  long digest();

  default long ordinal() {
    return stamp().ordinal();
  }

  default SimTime at() {
    return stamp().at();
  }

  default int node() {
    return stamp().node();
  }

  default long cause() {
    return stamp().cause();
  }

  /// A port has put a frame on its link (or into its VM's loopback): it leaves at `departs` and
  /// arrives at `arrives`.
  record FrameSent(
      Stamp stamp,
      String link,
      PortId from,
      PortId to,
      EthernetFrame frame,
      SimTime departs,
      SimTime arrives)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.FRAME_SENT;
    }

    @Override
    public long digest() {
      return Digest.mix(frame.digest(), arrives.nanos());
    }
  }

  /// A frame found the link busy and waits behind `waiting` others.
  record FrameQueued(Stamp stamp, String link, PortId from, EthernetFrame frame, int waiting)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.FRAME_QUEUED;
    }

    @Override
    public long digest() {
      return Digest.mix(frame.digest(), waiting);
    }
  }

  /// A node has accepted a frame at a port. The cause is the frame's [FrameSent].
  record FrameDelivered(Stamp stamp, String link, PortId port, EthernetFrame frame)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.FRAME_DELIVERED;
    }

    @Override
    public long digest() {
      return frame.digest();
    }
  }

  /// A frame, or what it carried, went no further than `port`.
  record FrameDropped(
      Stamp stamp, String link, PortId port, EthernetFrame frame, DropReason reason, String detail)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.FRAME_DROPPED;
    }

    @Override
    public long digest() {
      return Digest.mix(frame.digest(), Digest.of(reason.label()));
    }
  }

  /// An entry of a node's ARP cache changed: `resolved`, `asking`, `failed` or `expired`.
  record ArpChanged(
      Stamp stamp,
      String interfaceName,
      Ipv4Address address,
      Optional<MacAddress> mac,
      String state)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.ARP;
    }

    @Override
    public long digest() {
      return Digest.mix(Digest.of(state), address.bits());
    }
  }

  /// A route was added to or removed from a node's table.
  record RouteChanged(
      Stamp stamp, Ipv4Prefix to, Optional<Ipv4Address> via, String interfaceName, String change)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.ROUTE;
    }

    @Override
    public long digest() {
      return Digest.mix(Digest.of(change), to.address().bits() * 33L + to.length());
    }
  }

  /// A connection moved from one state to another, named as in RFC 9293.
  record TcpStateChanged(
      Stamp stamp, long connection, Endpoint local, Endpoint remote, String from, String to)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.TCP_STATE;
    }

    @Override
    public long digest() {
      return Digest.mix(Digest.of(to), connection);
    }
  }

  /// A segment leaves once more, or a probe: `octets` of text from `seq` on. The frames that carry
  /// it name this event as their cause, and its own cause is what made it necessary. `why` is one
  /// of `time-out`, `fast-retransmit`, `partial-ack`, `sack-hole`, `rescue`, `sent-again`,
  /// `path-mtu`, `tail-loss-probe`, `rack`, `window-probe`, `keep-alive`, `syn-time-out`,
  /// `syn-again`.
  record TcpRetransmission(
      Stamp stamp, long connection, String why, SeqNum seq, int octets, long count)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.TCP_RETRANSMISSION;
    }

    @Override
    public long digest() {
      return Digest.mix(Digest.mix(connection, seq.bits()), Digest.of(why));
    }
  }

  /// The variables of a connection after they changed; windows and `flight` in octets, `why` names
  /// the occasion (`ack`, `fast-retransmit`, `time-out` …).
  record TcpVariables(
      Stamp stamp,
      long connection,
      String why,
      SeqNum sndUna,
      SeqNum sndNxt,
      int sndWnd,
      SeqNum rcvNxt,
      int cwnd,
      int ssthresh,
      SimDuration srtt,
      SimDuration rto)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.TCP_VARIABLES;
    }

    @Override
    public long digest() {
      long state = Digest.mix(connection, (long) sndUna.bits() << 32 | cwnd);
      return Digest.mix(Digest.mix(state, ssthresh), rto.nanos());
    }
  }

  /// A program did something with a socket: `connect`, `listen`, `accept`, `send`, `receive`,
  /// `close`, `refused`, `reset` …, at `place` (`scripts/x.lua:12`, empty when no script did it).
  record SocketUsed(
      Stamp stamp,
      int process,
      String operation,
      Endpoint local,
      Optional<Endpoint> remote,
      int octets,
      String place)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.SOCKET;
    }

    @Override
    public long digest() {
      return Digest.mix(Digest.of(operation), (long) process << 32 | octets);
    }
  }

  /// A program did something with a socket that stays within its machine: `listen`, `connect`,
  /// `accept`, `send`, `shutdown`, `close`. `path` is the name by which it is called, `connection`
  /// counts per node, the same for both ends, 0 for a listener.
  record UnixSocketUsed(
      Stamp stamp,
      int process,
      String operation,
      String path,
      long connection,
      int octets,
      String place)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.UNIX_SOCKET;
    }

    @Override
    public long digest() {
      long state = Digest.mix(Digest.of(operation), Digest.of(path));
      return Digest.mix(Digest.mix(state, connection), (long) process << 32 | octets);
    }
  }

  record ProcessStarted(Stamp stamp, int process, String program, List<String> arguments)
      implements SimEvent {
    public ProcessStarted {
      arguments = List.copyOf(arguments);
    }

    @Override
    public EventKind kind() {
      return EventKind.PROCESS_START;
    }

    @Override
    public long digest() {
      return Digest.mix(Digest.of(program), process);
    }
  }

  /// A process is over: `how` is `returned`, `failed`, `exited`, `killed` or `limit`.
  record ProcessEnded(Stamp stamp, int process, String how, int exitCode) implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.PROCESS_END;
    }

    @Override
    public long digest() {
      return Digest.mix(Digest.of(how), (long) process << 32 | exitCode);
    }
  }

  /// Something happened in a pool of HTTP workers, which process `process` runs at `port`.
  ///
  /// `worker` counts from 0, and is -1 where no worker is meant. `change` is one of `open`,
  /// `loading`, `ready`, `broken`, `queued`, `begun`, `waits`, `goes-on`, `answered`, `refused`,
  /// `lost`, `ended`, `closed`. A request has a number, counted from 1 in its pool, else 0; the
  /// client's end of its connection; its method and target; and once it is answered a status.
  /// `queued` and `underWay` are how many requests of the worker have not begun and have,
  /// afterwards.
  record PoolChanged(
      Stamp stamp,
      int process,
      int port,
      int worker,
      String change,
      long request,
      Optional<Endpoint> remote,
      String line,
      int status,
      int queued,
      int underWay)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.POOL;
    }

    @Override
    public long digest() {
      long where = (long) worker << 32 | status;
      return Digest.mix(Digest.mix(Digest.of(change), where), Digest.mix(request, queued));
    }
  }

  /// A process wrote to its console, as many octets as it wrote at once; `isError`: through its
  /// standard error.
  record ConsoleWritten(Stamp stamp, int process, Octets text, boolean isError)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.CONSOLE;
    }

    @Override
    public long digest() {
      return Digest.mix(text.digest(), process);
    }
  }

  /// An error nobody caught ended a task; `text` is the message with its traceback, which is also
  /// what the console shows.
  record ErrorRaised(Stamp stamp, int process, Octets text) implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.ERROR;
    }

    @Override
    public long digest() {
      return Digest.mix(text.digest(), process);
    }
  }

  /// The machine says something on a console by itself: a refused connection, an unknown name, a
  /// script that is busy without ever waiting.
  record Notice(Stamp stamp, int process, String text) implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.NOTICE;
    }

    @Override
    public long digest() {
      return Digest.of(text);
    }
  }

  /// A process has drawn a frame on its machine's screen that differs from the one before.
  record ScreenDrawn(Stamp stamp, int process, ScreenFrame frame) implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.SCREEN;
    }

    @Override
    public long digest() {
      return Digest.mix(frame.digest(), process);
    }
  }

  /// A timer that matters to a reader expired: `retransmission`, `delayed-ack`, `persist`,
  /// `time-wait`, `arp` …
  record TimerExpired(Stamp stamp, String timer, String about) implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.TIMER;
    }

    @Override
    public long digest() {
      return Digest.of(timer);
    }
  }

  /// Somebody outside the simulation did something to it: `cut l1`, `crash web` …
  record StimulusApplied(Stamp stamp, String action) implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.STIMULUS;
    }

    @Override
    public long digest() {
      return Digest.of(action);
    }
  }

  /// A hand from outside holds back, changes or lets go what one end of a WebSocket conversation
  /// sends. `change` is `hold` (from now on), `held`, `edited`, `released`, `dropped`, `resent` or
  /// `flow` (no longer); `frame` counts what that end sends, from 1, and is 0 where it is about no
  /// frame; `payload` is that of the frame as it is then.
  record WebSocketHeld(
      Stamp stamp,
      Endpoint local,
      Endpoint remote,
      String change,
      int frame,
      String opcode,
      Octets payload)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.WEBSOCKET_HELD;
    }

    @Override
    public long digest() {
      return Digest.mix(Digest.of(change), payload.digest() ^ frame);
    }
  }

  /// One end of a TLS connection knows a new secret: `line` is that of a key log file, with which a
  /// capture can be decrypted. It comes before the frames that it opens, and from both ends.
  record TlsKeyLogged(Stamp stamp, Endpoint local, Endpoint remote, String line)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.TLS_KEY;
    }

    @Override
    public long digest() {
      return Digest.of(line);
    }
  }

  /// Octets of an application that one end of a TLS connection is about to encrypt, if `isSent`, or
  /// has decrypted.
  record TlsPlaintext(Stamp stamp, Endpoint local, Endpoint remote, boolean isSent, Octets octets)
      implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.TLS_PLAINTEXT;
    }

    @Override
    public long digest() {
      return Digest.mix(octets.digest(), isSent ? 1 : 0);
    }
  }

  /// One end of a TLS connection gives it up; `text` says why, as its program is told.
  record TlsFailed(Stamp stamp, Endpoint local, Endpoint remote, String text) implements SimEvent {
    @Override
    public EventKind kind() {
      return EventKind.TLS_FAILED;
    }

    @Override
    public long digest() {
      return Digest.of(text);
    }
  }
}
