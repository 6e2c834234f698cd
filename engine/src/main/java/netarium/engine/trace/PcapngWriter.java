package netarium.engine.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.trace.SimEvent.TlsKeyLogged;
import netarium.engine.wire.EthernetFrame;

/// A reader of the trace that writes a pcapng capture, as though every interface had been listened
/// to.
///
/// - An interface records what it sends, at the instant its machine hands the frame over, and what
///   it accepts, at the arrival. A loopback records each frame once. A frame that a link refuses is
///   recorded too: it was sent.
/// - A drop is a comment on the record of the machine that sent the frame, be it dropped links
///   later. Merely not being meant for a receiver is no drop in this sense.
/// - So a sender's record waits until its frame's fate is known: until time has passed the last
///   arrival of the frame and of the copies that switches and hubs make of it. Records behind it
///   wait with it, which keeps the file in the order of time. At most [#MAX_WAITING] wait; beyond
///   them the oldest is written, and what happens to its frame afterwards is not told.
///
/// Interfaces are described at the beginning, a loopback when it is first used. A sink cannot stop
/// a run: when the stream fails, the rest is not written and [#close] says so.
public final class PcapngWriter implements EventSink, Closeable {
  static final int MAX_WAITING = 65_536;

  private final CaptureSetup setup;
  private final Set<PortId> nics;
  private final PcapngFile file;
  private final Map<PortId, Integer> interfaces = new LinkedHashMap<>();
  private final ArrayDeque<Recorded> waiting = new ArrayDeque<>();

  private final RecentLines keys = new RecentLines();

  /// Records by the ordinals of the events that sent their frame or passed it on.
  private final Flights<Recorded> flights = new Flights<>(record -> record.untilNanos);

  public PcapngWriter(CaptureSetup setup, OutputStream out) {
    this.setup = setup;
    this.nics = new LinkedHashSet<>(setup.ports());
    this.file = new PcapngFile(out);
    file.sectionHeader("Netarium");
    for (PortId port : nics) {
      if (isWanted(port)) {
        describe(port);
      }
    }
    if (!setup.names().isEmpty()) {
      file.names(setup.names());
    }
  }

  @Override
  public void accept(SimEvent event) {
    writeUpTo(event.at());
    switch (event) {
      case FrameSent sent -> sent(sent);
      case FrameDelivered delivered -> delivered(delivered);
      case FrameDropped dropped -> dropped(dropped);
      case TlsKeyLogged key -> keyLogged(key.line());
      default -> {}
    }
  }

  /// Adds lines of a TLS key log; they come before every packet that is not yet written.
  public void tlsSecrets(String keyLogLines) {
    file.tlsSecrets(keyLogLines);
  }

  /// Both ends of a connection know the same secret.
  private void keyLogged(String line) {
    if (keys.isNew(line)) {
      file.tlsSecrets(line + "\n");
    }
  }

  private void sent(FrameSent sent) {
    boolean isLoop = sent.from().equals(sent.to());
    if (isLoop || nics.contains(sent.from())) {
      if (isWanted(sent.from())) {
        Recorded record = record(sent.from(), sent.at(), true, sent.frame());
        record.untilNanos = sent.arrives().nanos();
        flights.put(sent.ordinal(), record, sent.at());
      }
      return;
    }
    Recorded origin = flights.find(sent.cause(), sent.at());
    if (origin != null && origin.frame.equals(sent.frame())) {
      origin.untilNanos = Math.max(origin.untilNanos, sent.arrives().nanos());
      flights.put(sent.ordinal(), origin, sent.at());
    }
  }

  private void delivered(FrameDelivered delivered) {
    if (nics.contains(delivered.port())) {
      if (isWanted(delivered.port())) {
        record(delivered.port(), delivered.at(), false, delivered.frame());
      }
      return;
    }
    Recorded origin = flights.find(delivered.cause(), delivered.at());
    if (origin != null) {
      flights.put(delivered.ordinal(), origin, delivered.at());
    }
  }

  private void dropped(FrameDropped dropped) {
    Recorded origin = flights.find(dropped.cause(), dropped.at());
    if (origin != null && dropped.reason() != DropReason.NOT_ADDRESSED_HERE) {
      origin.comments.add(comment(dropped));
      return;
    }
    boolean isRefused = origin == null && dropped.reason().isOfLink();
    if (isRefused && interfaces.containsKey(dropped.port())) {
      record(dropped.port(), dropped.at(), true, dropped.frame()).comments.add(comment(dropped));
    }
  }

  private String comment(FrameDropped dropped) {
    String detail = dropped.detail().isEmpty() ? "" : " (" + dropped.detail() + ")";
    return "dropped by "
        + setup.nameOf(dropped.port())
        + (dropped.link().isEmpty() ? "" : " on " + dropped.link())
        + ": "
        + dropped.reason().label()
        + ", "
        + dropped.reason().sentence()
        + detail;
  }

  private Recorded record(PortId port, SimTime at, boolean isOutbound, EthernetFrame frame) {
    Integer known = interfaces.get(port);
    int interfaceId = known == null ? describe(port) : known;
    Recorded record = new Recorded(interfaceId, at.nanos(), isOutbound, frame);
    waiting.add(record);
    if (waiting.size() > MAX_WAITING) {
      write(waiting.remove());
    }
    return record;
  }

  private int describe(PortId port) {
    int interfaceId = interfaces.size();
    interfaces.put(port, interfaceId);
    file.interfaceDescription(setup.nameOf(port));
    return interfaceId;
  }

  private boolean isWanted(PortId port) {
    return setup.only().isEmpty() || setup.only().get().equals(port);
  }

  private void writeUpTo(SimTime now) {
    Recorded oldest = waiting.peek();
    while (oldest != null && oldest.untilNanos < now.nanos()) {
      write(waiting.remove());
      oldest = waiting.peek();
    }
  }

  private void write(Recorded record) {
    file.packet(
        record.interfaceId,
        Math.addExact(setup.epochNanos(), record.atNanos),
        record.isOutbound,
        record.frame.octets(),
        record.comments);
  }

  /// Writes what still waits, flushes and closes the stream; throws what went wrong first, now or
  /// earlier.
  @Override
  public void close() throws IOException {
    waiting.forEach(this::write);
    waiting.clear();
    file.close();
  }

  /// A packet of the capture. `untilNanos`: when its frame's fate will be known.
  private static final class Recorded {
    private final int interfaceId;
    private final long atNanos;
    private final boolean isOutbound;
    private final EthernetFrame frame;
    private final List<String> comments = new ArrayList<>(0);
    private long untilNanos;

    Recorded(int interfaceId, long atNanos, boolean isOutbound, EthernetFrame frame) {
      this.interfaceId = interfaceId;
      this.atNanos = atNanos;
      this.isOutbound = isOutbound;
      this.frame = frame;
      this.untilNanos = atNanos;
    }
  }
}
