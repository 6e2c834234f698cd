package netarium.engine.tcp;

import netarium.engine.sim.Invariant;
import netarium.engine.sim.SimTime;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;

/// The send sequence space (RFC 9293 §3.3.1) and the text that lies in it.
///
/// Invariant: `una ≤ nxt ≤ max`, modulo 2^32. `nxt` falls behind `max` only while text is sent
/// again after a time-out.
final class Sender {
  private final SendBuffer buffer = new SendBuffer();
  private SeqNum iss = new SeqNum(0);
  private SeqNum una = iss;
  private SeqNum nxt = iss;
  private SeqNum max = iss;

  /// The sequence number of the first octet in the buffer.
  private SeqNum head = iss;

  private int wnd;
  private int maxWnd;
  private SeqNum wl1 = iss;
  private SeqNum wl2 = iss;
  private int scale;
  private int mss = TcpOptionsConfig.DEFAULT_PEER_MSS;
  private boolean finRequested;
  private boolean isTiming;
  private SeqNum timedEnd = iss;
  private long timedAtNanos;
  private long retransmissions;

  /// SND.UP, the number after the last urgent octet, while that is not acknowledged.
  private SeqNum up = iss;

  private boolean isUrgent;

  void start(SeqNum chosenIss) {
    iss = chosenIss;
    una = chosenIss;
    nxt = chosenIss;
    max = chosenIss;
    head = chosenIss.plus(1);
  }

  /// ISS.
  SeqNum iss() {
    return iss;
  }

  /// SND.UNA.
  SeqNum una() {
    return una;
  }

  /// SND.NXT.
  SeqNum nxt() {
    return nxt;
  }

  /// The number after the highest that was ever sent.
  SeqNum max() {
    return max;
  }

  /// SND.WND.
  int wnd() {
    return wnd;
  }

  /// Max(SND.WND) of RFC 9293 §3.8.6.2.1.
  int maxWnd() {
    return maxWnd;
  }

  /// The most text a segment may carry: the effective send MSS without options.
  int mss() {
    return mss;
  }

  void mss(int octets) {
    mss = Math.max(1, octets);
  }

  void scale(int shift) {
    scale = shift;
  }

  SendBuffer buffer() {
    return buffer;
  }

  void requestFin() {
    finRequested = true;
  }

  boolean isFinRequested() {
    return finRequested;
  }

  /// The number after the last octet the user has sent, where the FIN stands or will stand.
  SeqNum end() {
    return head.plus(buffer.lengthOctets());
  }

  /// Octets from SND.NXT to the end; -1 once the FIN is out.
  int unsent() {
    return end().distanceFrom(nxt);
  }

  int flight() {
    return nxt.distanceFrom(una);
  }

  /// What was ever sent and is not acknowledged: FlightSize of RFC 5681.
  int outstanding() {
    return max.distanceFrom(una);
  }

  boolean isFinAcknowledged() {
    return finRequested && una.isAfter(end());
  }

  /// What has been queued so far is urgent.
  void urge() {
    isUrgent = true;
    up = end();
  }

  /// The urgent pointer of a segment that begins at `seq` (RFC 9293 §3.8.5): how far the number
  /// after the last urgent octet lies ahead, as far as 16 bits tell; 0 for none.
  int urgentPointer(SeqNum seq) {
    if (!isUrgent) {
      return 0;
    }
    if (up.isAtOrBefore(una)) {
      isUrgent = false;
      return 0;
    }
    return Math.max(0, Math.min(65_535, up.distanceFrom(seq)));
  }

  /// The position of a sequence number in the buffer.
  int position(SeqNum seq) {
    return seq.distanceFrom(head);
  }

  Octets text(SeqNum seq, int length) {
    return buffer.slice(position(seq), length);
  }

  /// Notes that the numbers from `seq` to `seq + length` leave now; measures a round trip from text
  /// that leaves for the first time (RFC 6298 §3, Karn's algorithm).
  void sent(SeqNum seq, int length, SimTime now) {
    SeqNum after = seq.plus(length);
    if (seq.isBefore(max)) {
      retransmissions++;
      isTiming = false;
    } else if (!isTiming) {
      isTiming = true;
      timedEnd = after;
      timedAtNanos = now.nanos();
    }
    max = max.max(after);
  }

  void moveNxt(SeqNum seq) {
    nxt = seq;
    Invariant.check(
        una.isAtOrBefore(nxt) && nxt.isAtOrBefore(max), "SND.UNA <= SND.NXT <= what was sent");
  }

  /// All that is unacknowledged counts as lost: begin again at SND.UNA.
  void goBack() {
    nxt = una;
  }

  /// Takes an acknowledgement of something new; answers how many numbers it covers.
  int acknowledge(SeqNum ack) {
    int newly = ack.distanceFrom(una);
    int text = Math.min(buffer.lengthOctets(), Math.max(0, ack.distanceFrom(head)));
    buffer.release(text);
    head = head.plus(text);
    una = ack;
    nxt = nxt.max(ack);
    return newly;
  }

  /// The round trip that an acknowledgement up to SND.UNA completes, or -1.
  long completedRttNanos(SimTime now) {
    if (!isTiming || timedEnd.isAfter(una)) {
      return -1;
    }
    isTiming = false;
    return now.nanos() - timedAtNanos;
  }

  /// The first window the other side names (RFC 9293 §3.10.7.3, §3.10.7.4).
  void firstWindow(int octets, SeqNum seq, SeqNum ack) {
    wnd = octets;
    maxWnd = Math.max(maxWnd, octets);
    wl1 = seq;
    wl2 = ack;
  }

  /// Takes the window of a segment unless it is older than the one that set it last (RFC 9293
  /// §3.10.7.4): whether it opened.
  boolean updateWindow(int field, SeqNum seq, SeqNum ack) {
    boolean isNewer = wl1.isBefore(seq) || (wl1.equals(seq) && wl2.isAtOrBefore(ack));
    if (!isNewer) {
      return false;
    }
    int before = wnd;
    firstWindow(scaled(field), seq, ack);
    return wnd > before;
  }

  int scaled(int field) {
    return field << scale;
  }

  long retransmissions() {
    return retransmissions;
  }
}
