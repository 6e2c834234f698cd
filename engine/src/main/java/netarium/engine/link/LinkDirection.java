package netarium.engine.link;

import java.util.random.RandomGenerator;
import netarium.engine.sim.Event;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameQueued;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EthernetFrame;
import org.jspecify.annotations.Nullable;

/// One direction of a link. Departure and arrival are computed when the frame is handed over.
///
/// Whether a frame gets lost is decided then, too, but it is dropped when it should have arrived:
/// nobody can know earlier. What the link drops is recorded at the sending port.
///
/// Invariant: frames arrive in the order in which they were handed over.
final class LinkDirection {
  private final String link;
  private final String streamId;
  private final Port from;
  private final Port to;
  private final Simulator simulator;
  private final EventRecorder recorder;
  private final RandomStreams streams;
  private final StartTimes waiting = new StartTimes();

  private LinkModel model;
  private @Nullable RandomGenerator lossStream;
  private @Nullable RandomGenerator duplicateStream;
  private @Nullable RandomGenerator jitterStream;

  /// When the frame before has left.
  private long freeAtNanos;

  private long lastArrivalNanos;

  /// Counts the cuts: what was on its way during one belongs to an earlier number.
  private int cuts;

  LinkDirection(
      String link,
      String suffix,
      Port from,
      Port to,
      LinkModel model,
      Simulator simulator,
      EventRecorder recorder,
      RandomStreams streams) {
    this.link = link;
    this.streamId = link + suffix;
    this.from = from;
    this.to = to;
    this.model = model;
    this.simulator = simulator;
    this.recorder = recorder;
    this.streams = streams;
  }

  String link() {
    return link;
  }

  LinkModel model() {
    return model;
  }

  boolean isUp() {
    return model.isUp();
  }

  /// From now on; frames that have been handed over keep the instants they were given, unless the
  /// direction goes down.
  void change(LinkModel newModel) {
    if (model.isUp() && !newModel.isUp()) {
      cuts++;
      freeAtNanos = 0;
      lastArrivalNanos = 0;
      waiting.clear();
    }
    model = newModel;
  }

  void transmit(EthernetFrame frame, int relays) {
    if (!model.isUp()) {
      drop(frame, DropReason.LINK_DOWN, "");
      return;
    }
    if (frame.payload().lengthOctets() > model.mtuOctets()) {
      drop(frame, DropReason.TOO_BIG, tooBig(frame));
      return;
    }
    long now = simulator.nowNanos();
    long start = Math.max(now, freeAtNanos);
    if (start > now && !enqueue(frame, now, start)) {
      return;
    }
    long departs = start + model.serialisationNanos(frame.lengthOctets());
    long arrives = Math.max(departs + model.delay().nanos() + jitterNanos(), lastArrivalNanos);
    freeAtNanos = departs;
    lastArrivalNanos = arrives;
    boolean isLost = happens(model.loss(), Purpose.LOSS);
    boolean isDoubled = happens(model.duplicate(), Purpose.DUPLICATE);

    long cause = simulator.cause();
    SimTime departure = departs == now ? simulator.now() : new SimTime(departs);
    recorder.recordAsCause(
        new FrameSent(
            recorder.stamp(from.id().node()),
            link,
            from.id(),
            to.id(),
            frame,
            departure,
            new SimTime(arrives)));
    simulator.at(arrives, new Arrival(frame, relays, isLost));
    if (isDoubled && !isLost) {
      simulator.at(arrives, new Arrival(frame, relays, false));
    }
    simulator.becauseOf(cause);
  }

  private boolean enqueue(EthernetFrame frame, long now, long start) {
    int ahead = waiting.laterThan(now);
    if (ahead >= model.queueFrames()) {
      drop(frame, DropReason.QUEUE_FULL, "");
      return false;
    }
    waiting.add(start);
    recorder.record(
        new FrameQueued(recorder.stamp(from.id().node()), link, from.id(), frame, ahead));
    return true;
  }

  private String tooBig(EthernetFrame frame) {
    return frame.payload().lengthOctets() + " octets, the link takes " + model.mtuOctets();
  }

  private void drop(EthernetFrame frame, DropReason reason, String detail) {
    recorder.record(
        new FrameDropped(
            recorder.stamp(from.id().node()), link, from.id(), frame, reason, detail));
  }

  private long jitterNanos() {
    long most = model.jitter().nanos();
    return most == 0 ? 0 : stream(Purpose.JITTER).nextLong(most + 1);
  }

  /// Draws only when the impairment is on, and then once for each frame.
  private boolean happens(double probability, Purpose purpose) {
    return probability > 0 && stream(purpose).nextDouble() < probability;
  }

  private RandomGenerator stream(Purpose purpose) {
    RandomGenerator known =
        switch (purpose) {
          case LOSS -> lossStream;
          case DUPLICATE -> duplicateStream;
          case JITTER -> jitterStream;
        };
    if (known != null) {
      return known;
    }
    RandomGenerator made = streams.stream("link", streamId, purpose.label);
    switch (purpose) {
      case LOSS -> lossStream = made;
      case DUPLICATE -> duplicateStream = made;
      case JITTER -> jitterStream = made;
    }
    return made;
  }

  private enum Purpose {
    LOSS("loss"),
    DUPLICATE("duplicate"),
    JITTER("jitter");

    private final String label;

    Purpose(String label) {
      this.label = label;
    }
  }

  private final class Arrival implements Event {
    private final EthernetFrame frame;
    private final int relays;
    private final int cutsAtSending = cuts;
    private final boolean isLost;

    Arrival(EthernetFrame frame, int relays, boolean isLost) {
      this.frame = frame;
      this.relays = relays;
      this.isLost = isLost;
    }

    @Override
    public void fire() {
      if (cutsAtSending != cuts) {
        drop(frame, DropReason.LINK_DOWN, "cut while the frame was on its way");
      } else if (isLost) {
        drop(frame, DropReason.LOSS, "");
      } else {
        to.arrive(frame, relays);
      }
    }
  }
}
