package netarium.engine.link;

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
/// Invariant: frames arrive in the order in which they were handed over, but for those that
/// `reorder` holds back.
final class LinkDirection {
  private static final String LOST = "lost";

  private final String link;
  private final String streamId;
  private final Port from;
  private final Port to;
  private final Simulator simulator;
  private final EventRecorder recorder;
  private final RandomStreams streams;
  private final StartTimes waiting = new StartTimes();

  private LinkModel model;

  /// Only once there has been any.
  private @Nullable LinkTrouble trouble;

  /// Only where there are any.
  private @Nullable LinkRules rules;

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
    expectTrouble();
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
    expectTrouble();
  }

  void rules(LinkRules shared) {
    rules = shared.isEmpty() ? null : shared;
  }

  private void expectTrouble() {
    if (trouble == null && model.hasTrouble()) {
      trouble = new LinkTrouble(streams, streamId);
    }
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
    if (start == now) {
      depart(frame, relays, start);
      return;
    }
    int ahead = waiting.laterThan(now);
    if (ahead >= model.queueFrames()) {
      drop(frame, DropReason.QUEUE_FULL, "");
      return;
    }
    EthernetFrame queued = CongestionMark.on(frame, ahead, model);
    waiting.add(start);
    recorder.record(
        new FrameQueued(recorder.stamp(from.id().node()), link, from.id(), queued, ahead));
    depart(queued, relays, start);
  }

  private void depart(EthernetFrame frame, int relays, long start) {
    long departs = start + model.serialisationNanos(frame.lengthOctets());
    freeAtNanos = departs;
    LinkTrouble luck = trouble;
    long late = luck == null ? 0 : luck.jitterNanos(model);
    long arrives = Math.max(departs + model.delay().nanos() + late, lastArrivalNanos);
    LinkRules judges = rules;
    LinkRules.Verdict verdict = judges == null ? null : judges.judge(frame);
    if (verdict != null) {
      sendJudged(verdict, frame, relays, departs, arrives);
    } else if (luck == null) {
      lastArrivalNanos = arrives;
      long before = recordSent(frame, departs, arrives);
      simulator.at(arrives, new Arrival(frame, relays, ""));
      simulator.becauseOf(before);
    } else {
      sendWith(luck, frame, relays, departs, arrives);
    }
  }

  /// A frame that a rule has chosen: the chances of the model do not touch it as well.
  private void sendJudged(
      LinkRules.Verdict verdict, EthernetFrame frame, int relays, long departs, long inOrder) {
    long arrives = inOrder + verdict.holdNanos();
    if (verdict.holdNanos() == 0) {
      lastArrivalNanos = inOrder;
    }
    EthernetFrame arriving = verdict.corrupts() ? anyTrouble().withBitFlipped(frame) : frame;
    long before = recordSent(frame, departs, arrives);
    if (verdict.isDropped()) {
      simulator.at(arrives, new Arrival(frame, relays, verdict.why()));
    } else {
      simulator.at(arrives, new Arrival(arriving, relays, ""));
      if (verdict.copyNanos() >= 0) {
        simulator.at(arrives + verdict.copyNanos(), new Arrival(arriving, relays, ""));
      }
    }
    simulator.becauseOf(before);
  }

  private LinkTrouble anyTrouble() {
    LinkTrouble there = trouble == null ? new LinkTrouble(streams, streamId) : trouble;
    trouble = there;
    return there;
  }

  /// A frame that is held back lets others overtake it, and so is none that they may not overtake.
  private void sendWith(
      LinkTrouble luck, EthernetFrame frame, int relays, long departs, long inOrder) {
    long hold = luck.holdNanos(model);
    long arrives = inOrder + hold;
    if (hold == 0) {
      lastArrivalNanos = inOrder;
    }
    boolean isLost = luck.isLost(model);
    boolean isDoubled = luck.isDoubled(model);
    EthernetFrame arriving = luck.damaged(frame, model);
    long before = recordSent(frame, departs, arrives);
    simulator.at(arrives, new Arrival(isLost ? frame : arriving, relays, isLost ? LOST : ""));
    if (isDoubled && !isLost) {
      simulator.at(arrives, new Arrival(arriving, relays, ""));
    }
    simulator.becauseOf(before);
  }

  /// What is scheduled next is caused by the sending; answers the cause from before.
  private long recordSent(EthernetFrame frame, long departs, long arrives) {
    long before = simulator.cause();
    SimTime departure = departs == simulator.nowNanos() ? simulator.now() : new SimTime(departs);
    recorder.recordAsCause(
        new FrameSent(
            recorder.stamp(from.id().node()),
            link,
            from.id(),
            to.id(),
            frame,
            departure,
            new SimTime(arrives)));
    return before;
  }

  private String tooBig(EthernetFrame frame) {
    return frame.payload().lengthOctets() + " octets, the link takes " + model.mtuOctets();
  }

  private void drop(EthernetFrame frame, DropReason reason, String detail) {
    recorder.record(
        new FrameDropped(recorder.stamp(from.id().node()), link, from.id(), frame, reason, detail));
  }

  private final class Arrival implements Event {
    private final EthernetFrame frame;
    private final int relays;
    private final int cutsAtSending = cuts;

    /// Empty, [#LOST], or the rule that drops the frame.
    private final String fate;

    Arrival(EthernetFrame frame, int relays, String fate) {
      this.frame = frame;
      this.relays = relays;
      this.fate = fate;
    }

    @Override
    public void fire() {
      if (cutsAtSending != cuts) {
        drop(frame, DropReason.LINK_DOWN, "cut while the frame was on its way");
      } else if (fate.isEmpty()) {
        to.arrive(frame, relays);
      } else if (fate.equals(LOST)) {
        drop(frame, DropReason.LOSS, "");
      } else {
        drop(frame, DropReason.RULE, fate);
      }
    }
  }
}
