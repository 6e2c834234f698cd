package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import netarium.engine.codec.tls.TlsMessage;
import netarium.engine.codec.tls.TlsNumbers;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A record of TLS in a stream (RFC 8446 §5). Its header is here; the rest may still be on its way,
/// and what it holds is known once it is whole and, where it is protected, the key is known.
public final class TlsRecord implements StreamPart {
  private final StreamSide side;
  private final long from;
  private final int outerType;
  private final int version;
  private final int length;
  private final TlsConversation conversation;
  private final List<TlsMessage> messages = new ArrayList<>(1);
  private State state = State.ON_ITS_WAY;
  private int type;
  private int contentAt;
  private Octets content = Octets.EMPTY;
  private @Nullable StreamSide within;
  private long withinFrom;
  private long withinTo;

  /// What is known of it.
  public enum State {
    ON_ITS_WAY,
    /// It was never protected.
    PLAIN,
    /// It was protected, and the keys are known.
    OPENED,
    /// It is protected, and the keys are not known.
    SEALED
  }

  TlsRecord(
      StreamSide side, long from, int type, int version, int length, TlsConversation conversation) {
    this.side = side;
    this.from = from;
    this.outerType = type;
    this.type = type;
    this.version = version;
    this.length = length;
    this.conversation = conversation;
  }

  /// It is whole: `found` is what it holds from its octet `at` on, of this type.
  void holds(State how, int found, Octets octets, int at) {
    state = how;
    type = found;
    content = octets;
    contentAt = at;
  }

  void seal() {
    state = State.SEALED;
  }

  void add(TlsMessage message) {
    messages.add(message);
  }

  /// Its content is what this side says inside, from `begin` up to `end`.
  void says(StreamSide inside, long begin, long end) {
    within = inside;
    withinFrom = begin;
    withinTo = end;
    content = Octets.EMPTY;
  }

  @Override
  public long from() {
    return from;
  }

  @Override
  public long to() {
    return from + TlsNumbers.HEADER_OCTETS + length;
  }

  public StreamSide side() {
    return side;
  }

  /// What its header calls its content; in TLS 1.3 everything protected is called data.
  public int outerType() {
    return outerType;
  }

  /// What it holds, as far as is known.
  public int type() {
    return type;
  }

  public int version() {
    return version;
  }

  /// How many octets follow its header.
  public int length() {
    return length;
  }

  public TlsConversation conversation() {
    return conversation;
  }

  public State state() {
    return state;
  }

  /// What it holds, if that is no application data.
  Octets content() {
    return content;
  }

  /// The octet of the stream in which its content begins, encrypted or not.
  long contentFrom() {
    return from + contentAt;
  }

  /// The handshake messages that end in it.
  public List<TlsMessage> messages() {
    return Collections.unmodifiableList(messages);
  }

  /// What an alert says, or -1.
  public int alert() {
    boolean isAlert = type == TlsNumbers.ALERT && content.length() >= 2;
    return isAlert ? content.at(1) : -1;
  }

  /// A run of octets that a side says in one segment, or inside one record of it.
  record Run(StreamSide side, long first, long end) {
    List<StreamPart> parts() {
      return side.parts(first, end);
    }

    List<StreamPart> told() {
      return parts().stream().filter(part -> PartWords.isTold(part, first, end)).toList();
    }
  }

  /// What a run of octets around carries of what is said inside.
  @Nullable Run carried(long first, long end) {
    StreamSide inside = within;
    if (inside == null) {
      return null;
    }
    long start = Math.clamp(withinFrom + first - contentFrom(), withinFrom, withinTo);
    long stop = Math.clamp(withinFrom + end - contentFrom(), withinFrom, withinTo);
    return start < stop ? new Run(inside, start, stop) : null;
  }

  /// All that it says inside: nothing of it can be read before all of it is there.
  @Nullable Run said() {
    StreamSide inside = within;
    return inside == null ? null : new Run(inside, withinFrom, withinTo);
  }

  /// Where an octet of what is said inside stands around.
  long place(long octet) {
    return contentFrom() + octet - withinFrom;
  }
}
