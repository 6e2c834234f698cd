package netarium.engine.tcp;

import java.util.Optional;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent.TcpStateChanged;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// One end of a connection: the transmission control block that all states share, and the parts
/// that work on it.
///
/// Calls never wait. Whoever uses a connection is told through [#onChange] that something may be
/// possible now that was not before, and asks again.
public final class TcpConnection {
  /// Who keeps the connection in a table and wants to know when it stands and when it is gone.
  interface Owner {
    void established(TcpConnection connection);

    void closed(TcpConnection connection);
  }

  /// IP and TCP headers without options, which an MSS leaves room for (RFC 9293 §3.7.1).
  static final int FIXED_HEADERS_OCTETS = 40;

  private final TcpEnvironment environment;
  private final TcpOptionsConfig config;
  private final long id;
  private final FourTuple tuple;
  private final Owner owner;
  private final Sender snd = new Sender();
  private final Receiver rcv;
  private final RttEstimator rtt;
  private final CongestionControl congestion;
  private final Negotiation negotiation;
  private final ExplicitCongestion ecn;
  private final IdleProbes idleProbes;
  private final SegmentTimestamps timestamps = new SegmentTimestamps();
  private final ChallengeAcks challengeAcks = new ChallengeAcks();
  private final Timeouts timeouts;
  private final AckPolicy acks;
  private final Output output;
  private LossRecovery recovery;
  private final SegmentArrives segmentArrives;
  private final UserCalls userCalls;
  private final PathErrors pathErrors;
  private final VariablesTrace variablesTrace;

  private TcpState state = new TcpState.Closed();
  private boolean synWasLost;
  private boolean sendsMessages;
  private boolean isOrphan;
  private @Nullable TcpError error;
  private Runnable onChange = () -> {};
  private boolean hasChanged;
  private boolean hasBecomeReady;
  private boolean awaitsSpace;

  TcpConnection(
      TcpEnvironment environment,
      TcpOptionsConfig config,
      long id,
      FourTuple tuple,
      int pathMtu,
      Owner owner) {
    this.environment = environment;
    this.config = config;
    this.id = id;
    this.tuple = tuple;
    this.owner = owner;
    this.negotiation = new Negotiation(this, pathMtu);
    this.ecn = new ExplicitCongestion(this);
    this.idleProbes = new IdleProbes(this);
    RttEstimator estimator = new RttEstimator(config);
    this.rtt = estimator;
    this.congestion =
        switch (config.congestion()) {
          case NEW_RENO -> new NewReno();
          case CUBIC -> new Cubic(() -> environment.now().nanos(), () -> estimator.srtt().nanos());
        };
    this.rcv =
        new Receiver(
            config.receiveBuffer(),
            negotiation.offeredMss(),
            config.dialect().windowFollowsBuffer());
    this.timeouts = new Timeouts(this);
    this.acks = new AckPolicy(config, timeouts.delayedAck());
    this.output = new Output(this);
    this.recovery = new NewRenoRecovery(this);
    this.segmentArrives = new SegmentArrives(this);
    this.userCalls = new UserCalls(this);
    this.pathErrors = new PathErrors(this);
    this.variablesTrace = new VariablesTrace(this);
  }

  // What the user may ask and do.

  /// Counts per node, from 1.
  public long id() {
    return id;
  }

  public FourTuple tuple() {
    return tuple;
  }

  public TcpState state() {
    return state;
  }

  public Optional<TcpError> error() {
    return Optional.ofNullable(error);
  }

  /// Called after anything changed that the user may have waited for; replaces an earlier callback.
  public void onChange(Runnable callback) {
    onChange = callback;
  }

  /// Answers how many octets were taken; see [UserCalls#send].
  public int send(Octets data, boolean isMessage) {
    return userCalls.send(data, isMessage);
  }

  /// As [#send], and the last of these octets ends what is urgent (RFC 9293 §3.8.5).
  public int sendUrgent(Octets data) {
    return userCalls.sendUrgent(data);
  }

  /// How many octets from the next one on the other side calls urgent; zero when none, or when they
  /// have been read. A change of it is told through [#onChange].
  public int urgentOctets() {
    return rcv.urgentOctets();
  }

  /// Probes on this connection while it is idle; see [TcpOptionsConfig.KeepAlive].
  public void keepAlive(TcpOptionsConfig.KeepAlive settings) {
    idleProbes.change(settings);
  }

  public TcpOptionsConfig.KeepAlive keepAlive() {
    return idleProbes.settings();
  }

  /// R2 of this connection (RFC 9293 §3.8.3): how long text may stay unacknowledged.
  public void userTimeout(SimDuration limit) {
    timeouts.userTimeout(limit);
  }

  /// Time to live and differentiated services of all further segments (RFC 9293 §3.9.2).
  public void headerFields(int ttl, int typeOfService) {
    output.headerFields(ttl, typeOfService);
  }

  /// No larger segments than this on this connection, either way; zero changes nothing.
  public void maxSegment(int octets) {
    negotiation.atMost(octets);
  }

  public int sendSpaceOctets() {
    return Math.max(0, config.sendBuffer() - snd.buffer().lengthOctets());
  }

  /// Switches Nagle off for good: messages must not wait for each other.
  public void sendMessages() {
    sendsMessages = true;
  }

  public Octets receive(int max) {
    return userCalls.receive(max);
  }

  public int availableOctets() {
    return rcv.buffer().availableOctets();
  }

  /// Whether the octets up to the end of a segment with PSH have come, or those before the FIN.
  public boolean hasMessage() {
    return rcv.buffer().hasMessage() || (rcv.isFinReached() && availableOctets() > 0);
  }

  /// The next message, or nothing yet. Asking makes room for one that is larger than the buffer.
  public Optional<Octets> receiveMessage() {
    if (rcv.buffer().hasMessage()) {
      return Optional.of(userCalls.receiveMessage());
    }
    if (rcv.isFinReached()) {
      return availableOctets() > 0 ? Optional.of(receive(Integer.MAX_VALUE)) : Optional.empty();
    }
    rcv.growForMessage();
    userCalls.announceWindow();
    return Optional.empty();
  }

  /// Whether the other side has closed its direction and all before that has been read.
  public boolean isAtEnd() {
    return rcv.isFinReached() && availableOctets() == 0;
  }

  public void closeWrite() {
    userCalls.closeWrite();
  }

  public void close() {
    userCalls.close();
  }

  public void abort() {
    userCalls.abort();
  }

  public TcpSnapshot snapshot() {
    return TcpSnapshot.of(this);
  }

  // What the layer does.

  void openActively() {
    userCalls.open();
    finishEvent("open");
  }

  /// Begins in LISTEN, where the listener's SYN finds it.
  void openPassively() {
    state = new TcpState.Listen();
  }

  /// `mark` is the ECN field of the segment's IP header (RFC 3168 §5).
  void segmentArrives(TcpSegment segment, int mark) {
    segmentArrives.arrive(segment, mark);
  }

  /// The node has lost its memory: nothing is sent, nobody is told.
  void vanish() {
    orphan();
    if (!(state instanceof TcpState.Closed)) {
      fail(TcpError.ABORTED);
    }
  }

  /// Whether a SYN of the same four-tuple may begin a new connection in place of this one, which is
  /// in TIME-WAIT: only when no old segment can be mistaken for a new one (RFC 9293 §3.6.1, RFC
  /// 6191).
  boolean yieldsTo(TcpSegment syn) {
    if (!(state instanceof TcpState.TimeWait) || !syn.flags().syn() || syn.flags().ack()) {
      return false;
    }
    TcpOption.Timestamps offered = SegmentTimestamps.in(syn);
    boolean isLaterByClock =
        timestamps.isOn() && offered != null && offered.value() - timestamps.recent() > 0;
    return isLaterByClock || syn.seq().isAfter(rcv.nxt());
  }

  /// Whether this node itself may open the same four-tuple again: a second into TIME-WAIT, when
  /// timestamps tell old from new (RFC 6191).
  boolean yieldsToOpen() {
    return state instanceof TcpState.TimeWait timeWait
        && timestamps.isOn()
        && now().since(timeWait.since()).compareTo(SimDuration.ofSeconds(1)) >= 0;
  }

  /// TIME-WAIT ends early: its four-tuple is wanted.
  void recycle() {
    become(new TcpState.Closed());
  }

  PathErrors pathErrors() {
    return pathErrors;
  }

  // What the parts share.

  TcpEnvironment environment() {
    return environment;
  }

  TcpOptionsConfig config() {
    return config;
  }

  SimTime now() {
    return environment.now();
  }

  Sender snd() {
    return snd;
  }

  Receiver rcv() {
    return rcv;
  }

  RttEstimator rtt() {
    return rtt;
  }

  CongestionControl congestion() {
    return congestion;
  }

  SegmentTimestamps timestamps() {
    return timestamps;
  }

  ChallengeAcks challengeAcks() {
    return challengeAcks;
  }

  Timeouts timeouts() {
    return timeouts;
  }

  AckPolicy acks() {
    return acks;
  }

  Output output() {
    return output;
  }

  LossRecovery recovery() {
    return recovery;
  }

  Negotiation negotiation() {
    return negotiation;
  }

  ExplicitCongestion ecn() {
    return ecn;
  }

  IdleProbes idleProbes() {
    return idleProbes;
  }

  boolean usesSack() {
    return negotiation.usesSack();
  }

  boolean usesNagle() {
    return config.nagle() && !sendsMessages;
  }

  boolean isOrphan() {
    return isOrphan;
  }

  /// The user has let go: nobody reads, nobody is told.
  void orphan() {
    isOrphan = true;
    onChange = () -> {};
  }

  boolean maySendQueued() {
    return state instanceof TcpState.Synchronized;
  }

  void chooseIss() {
    snd.start(environment.chooseIss(tuple));
    recovery.start();
  }

  /// Takes what the other side's SYN says.
  void hear(TcpSegment syn) {
    ecn.hearSyn(syn.flags());
    if (negotiation.hear(syn)) {
      recovery = config.rack() ? new RackRecovery(this) : new SackRecovery(this);
      recovery.start();
    }
  }

  void noteLostSyn() {
    synWasLost = true;
  }

  boolean isSynLost() {
    return synWasLost;
  }

  /// Both SYNs are acknowledged. A CLOSE that waited for this is carried out now.
  void establish(boolean closeRequested) {
    int mss = snd.mss();
    int segments = config.initialWindow();
    // RFC 6928 §2; RFC 5681 §3.1: one segment when a SYN was lost.
    int initial = Math.min(segments * mss, Math.max(2 * mss, segments * 1460));
    congestion.start(mss, synWasLost ? mss : initial);
    if (synWasLost) {
      rtt.afterLostSyn();
    }
    become(new TcpState.Established());
    idleProbes.established();
    explain("established");
    hasBecomeReady = true;
    if (closeRequested) {
      snd.requestFin();
      become(new TcpState.FinWait1());
    }
  }

  void enterTimeWait() {
    become(new TcpState.TimeWait(now()));
    timeouts.cancelAll();
    idleProbes.stop();
    timeouts.armTimeWait();
  }

  void fail(TcpError reason) {
    error = reason;
    become(new TcpState.Closed());
  }

  /// Changes what a state remembers, not the state.
  void replaceState(TcpState same) {
    state = same;
  }

  void become(TcpState next) {
    String from = state.label();
    state = next;
    environment.record(
        new TcpStateChanged(
            environment.stamp(), id, tuple.local(), tuple.remote(), from, next.label()));
    noteChange();
    if (next instanceof TcpState.Closed) {
      idleProbes.stop();
      timeouts.letGo();
      snd.buffer().clear();
      owner.closed(this);
    }
  }

  /// Names the occasion of a change of variables; the first one of an event counts.
  void explain(String occasion) {
    variablesTrace.explain(occasion);
  }

  /// As [#explain], and what follows in this event happens because of it.
  void because(String occasion) {
    variablesTrace.because(occasion);
  }

  /// Tells the trace that a segment is sent again, or is a probe, and why.
  void resends(String reason, SeqNum seq, int octets) {
    variablesTrace.resends(reason, seq, octets);
  }

  void noteChange() {
    hasChanged = true;
  }

  /// The user has been refused room in the send buffer.
  void awaitSpace() {
    awaitsSpace = true;
  }

  /// Acknowledged text has made room in the send buffer.
  void noteSpace() {
    if (awaitsSpace && sendSpaceOctets() > 0) {
      awaitsSpace = false;
      hasChanged = true;
    }
  }

  /// After each segment, timer and error: sends what may go, acknowledges what is due, traces the
  /// variables if they changed and tells the user. Only here, so that whatever the user does in
  /// turn finds the connection at rest.
  void finishEvent(String occasion) {
    output.sendPending();
    if (acks.isDue() && !(state instanceof TcpState.Closed)) {
      output.sendAck();
    }
    variablesTrace.write(occasion);
    if (hasBecomeReady) {
      hasBecomeReady = false;
      owner.established(this);
    }
    if (hasChanged) {
      hasChanged = false;
      onChange.run();
    }
  }
}
