package netarium.engine.tcp;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.ip.SendOptions;
import netarium.engine.sim.SimTime;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;

/// Decides what a connection sends now, builds it and lets it go.
final class Output {
  private static final TcpFlags FIN_PSH_ACK =
      new TcpFlags(TcpFlags.FIN_BIT | TcpFlags.PSH_BIT | TcpFlags.ACK_BIT);

  private final TcpConnection connection;
  private final Sender snd;
  private final ExplicitCongestion ecn;
  private SendOptions plain = SendOptions.DONT_FRAGMENT;
  private SendOptions markable = markable(plain);
  private long lastTextAtNanos = -1;
  private long segmentsSent;

  /// The window we last told of was none.
  private boolean isClosed;

  Output(TcpConnection connection) {
    this.connection = connection;
    this.snd = connection.snd();
    this.ecn = connection.ecn();
  }

  void headerFields(int ttl, int typeOfService) {
    plain = new SendOptions(ttl, true, typeOfService & ~SendOptions.ECN_MASK);
    markable = markable(plain);
  }

  private static SendOptions markable(SendOptions options) {
    return options.withTypeOfService(options.typeOfService() | SendOptions.ECN_CAPABLE);
  }

  long segmentsSent() {
    return segmentsSent;
  }

  /// Sends all that the windows, Nagle and silly window avoidance let go.
  void sendPending() {
    if (!connection.maySendQueued()) {
      return;
    }
    if (snd.flight() == 0 && snd.unsent() > 0) {
      restartIfIdle();
    }
    LossRecovery recovery = connection.recovery();
    boolean goesOn = true;
    while (goesOn) {
      goesOn = recovery.repeatLost() || sendNext(recovery) || recovery.repeatDoubtful();
    }
    connection.timeouts().persistIf(snd.flight() == 0 && snd.unsent() > 0);
    recovery.settle();
  }

  /// RFC 5681 §4.1: after a silence longer than the time-out the path may have changed.
  private void restartIfIdle() {
    long silent = connection.now().nanos() - lastTextAtNanos;
    boolean mayShrink = !connection.config().dialect().keepsIdleWindow();
    if (mayShrink && lastTextAtNanos >= 0 && silent > connection.rtt().rto().nanos()) {
      connection.congestion().restartAfterIdle();
    }
  }

  private boolean sendNext(LossRecovery recovery) {
    recovery.skipHeld();
    int unsent = snd.unsent();
    if (unsent < 0) {
      return false;
    }
    if (unsent == 0) {
      // A FIN takes no room in the other side's buffer; it goes whatever the window.
      return snd.isFinRequested() && transmitFrom(snd.nxt(), 0);
    }
    int full = textRoom();
    int most = recovery.untilHeld(Math.min(unsent, full));
    int length = snd.buffer().runLength(snd.position(snd.nxt()), most);
    int window = snd.wnd() - snd.flight();
    int congestion = recovery.room();
    if (length > window) {
      if (window > congestion || !mayCut(window)) {
        return false;
      }
      length = window;
    } else if (length > congestion || isHeldByNagle(length, unsent, full)) {
      return false;
    }
    return transmitFrom(snd.nxt(), length);
  }

  /// RFC 9293 §3.8.6.2.1 (3): a segment cut to the window must fill half of the largest window
  /// seen.
  private boolean mayCut(int window) {
    return window > 0
        && window >= (snd.maxWnd() + 1) / 2
        && (!connection.usesNagle() || snd.flight() == 0);
  }

  /// RFC 9293 §3.7.4: a small last segment waits until nothing is outstanding.
  private boolean isHeldByNagle(int length, int unsent, int full) {
    return length < full
        && length == unsent
        && connection.usesNagle()
        && snd.flight() > 0
        && !snd.isFinRequested()
        && !snd.nxt().isBefore(snd.max()); // what is sent again has waited its turn
  }

  /// Sends text from SND.NXT and advances it.
  private boolean transmitFrom(SeqNum seq, int length) {
    int numbers = transmitText(seq, length, "sent-again"); // if a time-out has called all lost
    snd.moveNxt(seq.plus(numbers));
    connection.timeouts().textSent();
    return true;
  }

  /// New text beyond the congestion window, as a probe (RFC 8985 §7.3); false when there is none or
  /// the other side has no room.
  boolean sendOneMore() {
    int unsent = snd.unsent();
    int window = snd.wnd() - snd.flight();
    int most = Math.min(Math.min(unsent, textRoom()), window);
    if (most <= 0) {
      return false;
    }
    int length = snd.buffer().runLength(snd.position(snd.nxt()), most);
    return transmitFrom(snd.nxt(), length);
  }

  /// The oldest unacknowledged segment once more (RFC 6298 §5.4, RFC 6582 §3.2), whatever the
  /// window.
  void retransmitFirst(String reason) {
    SeqNum una = snd.una();
    int text = Math.min(snd.buffer().lengthOctets(), snd.outstanding());
    int length = text == 0 ? 0 : snd.buffer().runLength(0, Math.min(text, snd.mss()));
    int numbers = transmitText(una, length, reason);
    if (snd.nxt().isBefore(una.plus(numbers))) {
      snd.moveNxt(una.plus(numbers));
    }
  }

  /// What stands at `seq` once more, up to `most` octets of text; answers how many numbers it took.
  int retransmit(SeqNum seq, int most, String reason) {
    int text = Math.min(snd.end().distanceFrom(seq), most);
    int length = text <= 0 ? 0 : snd.buffer().runLength(snd.position(seq), text);
    int numbers = transmitText(seq, length, reason);
    if (snd.nxt().isBefore(seq.plus(numbers))) {
      snd.moveNxt(seq.plus(numbers));
    }
    return numbers;
  }

  /// The most text a segment may carry now: the blocks of SACK take their room from it (RFC 9293
  /// §3.7.1).
  private int textRoom() {
    if (!connection.usesSack()) {
      return snd.mss();
    }
    int blocks = Math.min(connection.rcv().sackBlockCount(), mostBlocks());
    return blocks == 0 ? snd.mss() : Math.max(1, snd.mss() - sackOctets(blocks));
  }

  /// With the two no-operations that align it.
  private static int sackOctets(int blocks) {
    return 4 + 8 * blocks;
  }

  /// RFC 2018 §3: as many as fit in 40 octets of options.
  private int mostBlocks() {
    return connection.timestamps().isOn() ? 3 : 4;
  }

  /// The options every segment carries now, with SACK when there is something to tell and room.
  private List<TcpOption> options(int textOctets) {
    List<TcpOption> options = connection.timestamps().options(connection.now());
    Receiver rcv = connection.rcv();
    if (!connection.usesSack() || rcv.sackBlockCount() == 0) {
      return options;
    }
    List<TcpOption.SelectiveAck.Block> blocks = rcv.sackBlocks(mostBlocks());
    if (textOctets > 0 && textOctets + sackOctets(blocks.size()) > snd.mss()) {
      return options;
    }
    rcv.sackBlocksSent();
    List<TcpOption> withSack = new ArrayList<>(options.size() + 3);
    withSack.addAll(options);
    withSack.add(TcpOption.NoOperation.INSTANCE);
    withSack.add(TcpOption.NoOperation.INSTANCE);
    withSack.add(new TcpOption.SelectiveAck(blocks));
    return withSack;
  }

  /// Asks a closed window whether it has opened (RFC 9293 §3.8.6.1), with an octet of the text that
  /// comes next or, if the window is merely small, with what fits.
  void probe() {
    int length = snd.buffer().runLength(0, Math.min(snd.unsent(), snd.mss()));
    int octets = Math.max(1, Math.min(length, snd.wnd()));
    if (snd.una().equals(snd.max())) {
      connection.resends("window-probe", snd.una(), octets);
    }
    transmitText(snd.una(), octets, "window-probe");
  }

  /// Asks for a sign of life with a number that the other side has acknowledged long ago, and no
  /// text (RFC 9293 §3.8.4).
  void sendKeepAlive() {
    connection.resends("keep-alive", snd.una().minus(1), 0);
    transmit(snd.una().minus(1), TcpFlags.ACK, Octets.EMPTY);
  }

  /// Builds a segment with `length` octets from `seq` on, with FIN when it stands right behind
  /// them; answers how many numbers it takes. `reason` is why, if they have been sent before.
  private int transmitText(SeqNum seq, int length, String reason) {
    SeqNum after = seq.plus(length);
    boolean isLast = after.equals(snd.end());
    boolean hasFin = isLast && snd.isFinRequested();
    boolean isPushed = length > 0 && (isLast || snd.buffer().isMessageEnd(snd.position(after)));
    TcpFlags flags =
        hasFin
            ? (isPushed ? FIN_PSH_ACK : TcpFlags.FIN_ACK)
            : isPushed ? TcpFlags.PSH_ACK : TcpFlags.ACK;
    Octets text = length == 0 ? Octets.EMPTY : snd.text(seq, length);
    SimTime now = connection.now();
    int numbers = length + (hasFin ? 1 : 0);
    boolean isMarkable = ecn.isOn() && length > 0 && !seq.isBefore(snd.max()) && snd.wnd() > 0;
    boolean isAgain = numbers > 0 && seq.isBefore(snd.max());
    snd.sent(seq, numbers, now);
    connection.recovery().sent(seq, numbers);
    if (isAgain) {
      connection.resends(reason, seq, length);
    }
    lastTextAtNanos = now.nanos();
    transmit(seq, flags, text, isMarkable);
    return numbers;
  }

  /// A segment that only acknowledges: `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>`.
  void sendAck() {
    transmit(seqForControl(), TcpFlags.ACK, Octets.EMPTY);
  }

  /// SND.NXT as the other side counts it. An octet that probes a closed window counts for nothing:
  /// a number beyond that window would not be accepted.
  private SeqNum seqForControl() {
    return connection.timeouts().isPersistArmed() ? snd.nxt() : snd.max();
  }

  private void transmit(SeqNum seq, TcpFlags flags, Octets text) {
    transmit(seq, flags, text, false);
  }

  private void transmit(SeqNum seq, TcpFlags flags, Octets text, boolean isMarkable) {
    Receiver rcv = connection.rcv();
    int window = rcv.advertise();
    if (window == 0 && !isClosed && connection.maySendQueued()) {
      connection.because("window-closed");
    }
    isClosed = window == 0;
    connection.acks().sent();
    int pointer = snd.urgentPointer(seq);
    int more = ecn.bits(isMarkable) | (pointer > 0 ? TcpFlags.URG_BIT : 0);
    TcpSegment segment =
        segment(
            seq,
            rcv.nxt(),
            more == 0 ? flags : flags.with(more),
            window,
            pointer,
            options(text.length()),
            text);
    send(segment, isMarkable ? markable : plain);
  }

  /// Our SYN, or SYN,ACK once the other side's has come; also when it has to be sent again.
  void sendSyn() {
    sendSyn("syn-again");
  }

  void sendSyn(String reason) {
    Receiver rcv = connection.rcv();
    boolean hasHeard = connection.state() instanceof TcpState.SynReceived;
    SimTime now = connection.now();
    if (snd.iss().isBefore(snd.max())) {
      connection.resends(reason, snd.iss(), 0);
    }
    snd.sent(snd.iss(), 1, now);
    snd.moveNxt(snd.max());
    boolean isPassive =
        connection.state() instanceof TcpState.SynReceived received && received.isPassive();
    int window = rcv.advertiseUnscaled(isPassive);
    connection.acks().sent();
    TcpFlags flags = hasHeard ? TcpFlags.SYN_ACK : TcpFlags.SYN;
    send(
        segment(
            snd.iss(),
            hasHeard ? rcv.nxt() : new SeqNum(0),
            flags.with(ecn.synBits(hasHeard, connection.isSynLost())),
            window,
            0,
            connection.negotiation().synOptions(),
            Octets.EMPTY),
        plain);
    connection.timeouts().textSent();
  }

  /// Tells the other side that the connection is gone (RFC 9293 §3.10.5).
  void sendReset() {
    reset(seqForControl(), connection.rcv().nxt(), TcpFlags.RST_ACK);
  }

  /// Answers an acknowledgement of what was never sent: `<SEQ=SEG.ACK><CTL=RST>`.
  void sendResetAt(SeqNum seq) {
    reset(seq, new SeqNum(0), TcpFlags.RST);
  }

  /// With timestamps, if they are in use (RFC 7323 §3.2).
  private void reset(SeqNum seq, SeqNum ack, TcpFlags flags) {
    List<TcpOption> options = connection.timestamps().options(connection.now());
    send(segment(seq, ack, flags, 0, 0, options, Octets.EMPTY), plain);
  }

  private TcpSegment segment(
      SeqNum seq,
      SeqNum ack,
      TcpFlags flags,
      int window,
      int urgentPointer,
      List<TcpOption> options,
      Octets text) {
    FourTuple tuple = connection.tuple();
    return new TcpSegment(
        tuple.localPort(),
        tuple.remotePort(),
        seq,
        ack,
        flags,
        window,
        urgentPointer,
        options,
        text);
  }

  private void send(TcpSegment segment, SendOptions header) {
    segmentsSent++;
    connection.environment().transmit(connection.tuple(), segment, header);
  }
}
