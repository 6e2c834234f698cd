package netarium.engine.tcp;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpOption.SelectiveAck.Block;
import org.jspecify.annotations.Nullable;

/// The receive sequence space (RFC 9293 §3.3.1): what has come, what may come, what is promised.
///
/// Invariant: the right edge of the window never moves back (RFC 9293 §3.8.6), so the window that
/// was promised stays open whatever the user fails to read.
final class Receiver {
  /// What became of a segment's text.
  enum Arrival {
    IN_ORDER,
    FILLED_GAP,
    BEYOND_GAP,
    NOTHING_NEW
  }

  /// A message that does not fit must not jam its connection: the buffer grows for it, to this.
  private static final int MAX_GROWN_OCTETS = 1 << 29;

  private final ReceiveBuffer buffer = new ReceiveBuffer();
  private final OutOfOrderQueue beyondGap = new OutOfOrderQueue();
  private final SackRanges held = new SackRanges();
  private final boolean followsBuffer;
  private int capacityOctets;
  private int scale;
  private int mss = TcpOptionsConfig.DEFAULT_PEER_MSS;
  private SeqNum irs = new SeqNum(0);
  private SeqNum nxt = irs;
  private SeqNum edge = irs;
  private SeqNum lastAckSent = irs;

  /// Octets that were free but could not be told of in our SYN, until a later segment does.
  private int heldBackOctets;

  /// The last text that came although it was here already, until an acknowledgement says so.
  private @Nullable Block repeated;

  /// RCV.UP, the number after the last octet that the other side calls urgent.
  private SeqNum up = irs;

  private boolean isUrgent;
  private boolean finSeen;
  private SeqNum fin = irs;
  private boolean finReached;

  Receiver(int capacityOctets, int mss, boolean followsBuffer) {
    this.capacityOctets = capacityOctets;
    this.mss = mss;
    this.followsBuffer = followsBuffer;
  }

  /// The other side's SYN has arrived with this sequence number.
  void start(SeqNum remoteIss) {
    int promised = edge.distanceFrom(nxt); // by our own SYN, if that went first
    irs = remoteIss;
    nxt = remoteIss.plus(1);
    edge = nxt.plus(promised);
    lastAckSent = nxt;
    up = nxt;
  }

  void scale(int shift) {
    scale = shift;
  }

  /// The shift that lets a field of 16 bits name the whole buffer (RFC 7323 §2.3).
  static int scaleFor(int bufferOctets) {
    int shift = 0;
    while (shift < 14 && 65_535L << shift < bufferOctets) {
      shift++;
    }
    return shift;
  }

  /// IRS.
  SeqNum irs() {
    return irs;
  }

  /// RCV.NXT.
  SeqNum nxt() {
    return nxt;
  }

  /// Last.ACK.sent of RFC 7323 §4.3.
  SeqNum lastAckSent() {
    return lastAckSent;
  }

  /// RCV.WND, as it has been promised.
  int windowOctets() {
    return edge.distanceFrom(nxt);
  }

  ReceiveBuffer buffer() {
    return buffer;
  }

  boolean hasGap() {
    return !beyondGap.isEmpty();
  }

  boolean isFinReached() {
    return finReached;
  }

  boolean accepts(SeqNum seq, int length) {
    return new ReceiveWindow(nxt, windowOctets()).accepts(seq, length);
  }

  /// Takes the text of an acceptable segment, as much of it as is new and within the window.
  Arrival text(SeqNum seq, Octets payload, boolean isPushed) {
    int known = nxt.distanceFrom(seq);
    if (known >= payload.length()) {
      noteRepeated(seq, payload.length());
      return Arrival.NOTHING_NEW;
    }
    SeqNum from = known > 0 ? nxt : seq;
    Octets fresh = known > 0 ? payload.slice(known) : payload;
    int room = edge.distanceFrom(from);
    boolean isWhole = fresh.length() <= room;
    if (!isWhole) {
      fresh = fresh.slice(0, Math.max(0, room));
    }
    if (fresh.isEmpty()) {
      return Arrival.NOTHING_NEW;
    }
    long position = buffer.end() + from.distanceFrom(nxt);
    if (isPushed && isWhole) {
      buffer.mark(position + fresh.length());
    }
    noteOverlap(seq, known, position, position + fresh.length());
    if (position > buffer.end()) {
      beyondGap.insert(position, fresh);
      held.add(position, position + fresh.length());
      return Arrival.BEYOND_GAP;
    }
    return append(fresh);
  }

  /// Part of a segment came once more: the first run of it is worth a D-SACK (RFC 2883 §4.2).
  private void noteOverlap(SeqNum seq, int known, long start, long end) {
    if (known > 0) {
      noteRepeated(seq, known);
    } else if (!held.isEmpty()) {
      Block overlap = held.firstOverlap(start, end, nxt, buffer.end());
      repeated = overlap == null ? repeated : overlap;
    }
  }

  /// Whether an acknowledgement has a repetition to tell of.
  boolean hasRepeated() {
    return repeated != null;
  }

  private Arrival append(Octets fresh) {
    long before = buffer.end();
    buffer.append(fresh);
    boolean hadGap = !beyondGap.isEmpty();
    if (hadGap) {
      beyondGap.drainInto(buffer);
      held.forgetBefore(buffer.end());
    }
    nxt = nxt.plus((int) (buffer.end() - before));
    return hadGap ? Arrival.FILLED_GAP : Arrival.IN_ORDER;
  }

  /// The urgent pointer of a segment at `seq` (RFC 9293 §3.10.7.4, sixth check): true when it says
  /// something new.
  boolean urgent(SeqNum seq, int pointer) {
    SeqNum said = seq.plus(pointer);
    if (!said.isAfter(up)) {
      return false;
    }
    up = said;
    isUrgent = true;
    return true;
  }

  /// Octets from the first unread one up to the last urgent one.
  int urgentOctets() {
    if (!isUrgent) {
      return 0;
    }
    int ahead = up.distanceFrom(nxt) + buffer.availableOctets();
    isUrgent = ahead > 0;
    return Math.max(0, ahead);
  }

  /// Text came once more: worth a D-SACK (RFC 2883).
  void noteRepeated(SeqNum seq, int octets) {
    if (octets > 0 && seq.isAtOrAfter(irs)) {
      repeated = new Block(seq, seq.plus(octets));
    }
  }

  /// What to tell of text beyond a gap, and first of text that came twice: at most `most` blocks,
  /// the newest first (RFC 2018 §4, RFC 2883 §4).
  List<Block> sackBlocks(int most) {
    Block twice = repeated;
    if (twice == null) {
      return held.isEmpty() ? List.of() : held.newest(most, nxt, buffer.end());
    }
    List<Block> blocks = new ArrayList<>(most);
    blocks.add(twice);
    blocks.addAll(held.newest(most - 1, nxt, buffer.end()));
    return blocks;
  }

  /// The blocks have been sent; a repetition is told of once.
  void sackBlocksSent() {
    repeated = null;
  }

  /// How many blocks [#sackBlocks] would give room for many.
  int sackBlockCount() {
    return held.size() + (repeated == null ? 0 : 1);
  }

  /// A FIN stands at `seq`; it counts once all before it has come.
  void fin(SeqNum seq) {
    if (!finReached && seq.isAtOrAfter(nxt) && seq.isAtOrBefore(edge)) {
      finSeen = true;
      fin = seq;
    }
  }

  /// Advances over the FIN when it is next; true once.
  boolean reachFin() {
    if (finReached || !finSeen || !fin.equals(nxt)) {
      return false;
    }
    finReached = true;
    nxt = nxt.plus(1);
    edge = edge.isAfter(nxt) ? edge : nxt;
    return true;
  }

  /// The window field of a segment that acknowledges up to RCV.NXT, which promises that window.
  int advertise() {
    lastAckSent = nxt;
    heldBackOctets = 0;
    int offered = offered();
    int field = fieldFor(offered);
    edge = edge.max(nxt.plus(followsBuffer ? offered : field << scale));
    return field;
  }

  /// The window field of a SYN, which is never scaled (RFC 7323 §2.2).
  int advertiseUnscaled(boolean isPassive) {
    lastAckSent = nxt;
    int field = Math.min(65_535, free());
    heldBackOctets = free() - field;
    edge = edge.max(nxt.plus(followsBuffer && !isPassive ? free() : field));
    return field;
  }

  /// Whether reading has opened the window so far that the other side should hear of it at once. A
  /// window that is small only because a SYN cannot say more is no reason.
  boolean isUpdateDue() {
    int current = windowOctets() + heldBackOctets;
    int possible = Math.min(free(), mostOctets());
    if (followsBuffer) {
      boolean isMuch = possible - current >= Math.max(2 * mss, capacityOctets / 4);
      return !finReached && isMuch;
    }
    return !finReached
        && current <= capacityOctets / 2
        && possible / 2 >= current
        && possible - current >= leastAdvance();
  }

  /// Makes room for a message that has filled the buffer without being whole.
  void growForMessage() {
    if (free() < mss && !buffer.hasMessage() && capacityOctets < MAX_GROWN_OCTETS) {
      capacityOctets = Math.max(capacityOctets, Math.min(MAX_GROWN_OCTETS, capacityOctets * 2));
    }
  }

  /// The user will not read any more.
  void drop() {
    buffer.clear();
    beyondGap.clear();
    held.clear();
    repeated = null;
  }

  /// Silly window avoidance (RFC 9293 §3.8.6.2.2): the edge moves by a worthwhile step or stays.
  private int offered() {
    int current = windowOctets();
    int possible = free();
    if (followsBuffer) {
      boolean isSilly = possible < mss && possible < capacityOctets / 4;
      return isSilly ? current : Math.max(current, possible);
    }
    // A window that only its field makes small is not silly: it stays as large as can be told.
    boolean isWorthwhile = possible - current >= leastAdvance() || possible >= mostOctets();
    return isWorthwhile ? possible : current;
  }

  /// The largest window that the field can tell of.
  private int mostOctets() {
    return 65_535 << scale;
  }

  private int leastAdvance() {
    return Math.max(1, Math.min(capacityOctets / 2, mss));
  }

  private int free() {
    return Math.max(0, capacityOctets - buffer.availableOctets());
  }

  /// Rounds a promise up, because it must be kept, and anything above it down.
  private int fieldFor(int octets) {
    int unit = (1 << scale) - 1;
    int rounded = octets <= windowOctets() ? (octets + unit) >> scale : octets >> scale;
    return Math.min(65_535, rounded);
  }
}
