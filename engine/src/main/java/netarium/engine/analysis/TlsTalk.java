package netarium.engine.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import netarium.engine.codec.tls.KeyLogLine;
import netarium.engine.codec.tls.RecordOpener;
import netarium.engine.codec.tls.TlsCertificate;
import netarium.engine.codec.tls.TlsHello;
import netarium.engine.codec.tls.TlsMessage;
import netarium.engine.codec.tls.TlsNumbers;
import netarium.engine.codec.tls.TlsSuite;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Reads the records of TLS on both sides, opens them with what the run's key log says, and hands
/// what the applications say to a channel inside.
final class TlsTalk implements StreamTalk.Talk {
  private static final int OLDEST = 0x0300;
  private static final int NEWEST = TlsNumbers.TLS_1_3;
  private static final int MOST_MESSAGE_OCTETS = 1 << 18;

  private final Channel channel;
  private final Channel inner;
  private final Conversations all;
  private final TlsConversation conversation;
  private final Reading[] readings;

  /// How far one side has been read.
  private static final class Reading {
    private final StreamSide side;
    private long at;
    private @Nullable TlsRecord open;
    private boolean isLost;

    /// Whether records of this side are protected, in versions that do not mark them.
    private boolean isProtected;

    /// In TLS 1.3, whether it has finished the handshake.
    private boolean isFinished;

    private @Nullable RecordOpener opener;

    /// Handshake messages up to here have been read; what follows is the beginning of one.
    private Octets begun = Octets.EMPTY;

    /// Records of application data whose end has not arrived.
    private final Deque<TlsRecord> sent = new ArrayDeque<>();

    Reading(StreamSide side, long from) {
      this.side = side;
      at = from;
    }
  }

  TlsTalk(Channel channel, Conversations all, int client, long[] from) {
    this.channel = channel;
    this.all = all;
    conversation = new TlsConversation(channel, client);
    inner = channel.protectedBy(conversation, all);
    readings =
        new Reading[] {
          new Reading(channel.side(0), from[0]), new Reading(channel.side(1), from[1])
        };
  }

  /// A client's greeting is what TLS begins with: a handshake record with a hello.
  static HttpTalk.Guess begins(Octets octets) {
    int[] first = {TlsNumbers.HANDSHAKE, 3, -1, -1, -1, TlsNumbers.CLIENT_HELLO};
    for (int i = 0; i < Math.min(first.length, octets.length()); i++) {
      if (first[i] >= 0 && octets.at(i) != first[i]) {
        return HttpTalk.Guess.NO;
      }
    }
    return octets.length() < first.length ? HttpTalk.Guess.PERHAPS : HttpTalk.Guess.YES;
  }

  @Override
  public void more(int side) {
    Reading reading = readings[side];
    StreamOctets octets = reading.side.octets();
    while (!reading.isLost) {
      TlsRecord record = reading.open;
      if (record == null) {
        if (octets.length() - reading.at < TlsNumbers.HEADER_OCTETS) {
          return;
        }
        record = begin(reading, octets);
        if (record == null) {
          return;
        }
      }
      if (octets.length() < record.to()) {
        return;
      }
      reading.open = null;
      reading.at = record.to();
      read(reading, record, octets.slice(record.from() + TlsNumbers.HEADER_OCTETS, record.to()));
    }
  }

  private @Nullable TlsRecord begin(Reading reading, StreamOctets octets) {
    Octets header = octets.slice(reading.at, reading.at + TlsNumbers.HEADER_OCTETS);
    int type = header.at(0);
    int version = header.uint16(1);
    int length = header.uint16(3);
    boolean isRecord =
        type >= TlsNumbers.CHANGE_CIPHER_SPEC
            && type <= TlsNumbers.APPLICATION_DATA
            && version >= OLDEST
            && version <= NEWEST
            && length <= TlsNumbers.MOST_OCTETS;
    if (!isRecord) {
      reading.isLost = true;
      return null;
    }
    TlsRecord record = new TlsRecord(reading.side, reading.at, type, version, length, conversation);
    reading.side.add(record);
    reading.open = record;
    return record;
  }

  private void read(Reading reading, TlsRecord record, Octets body) {
    boolean isTls13 = conversation.isTls13();
    boolean isSealed =
        isTls13 ? record.outerType() == TlsNumbers.APPLICATION_DATA : reading.isProtected;
    if (!isSealed) {
      int at = TlsNumbers.HEADER_OCTETS;
      record.holds(TlsRecord.State.PLAIN, record.outerType(), body, at);
      reading.isProtected |= record.outerType() == TlsNumbers.CHANGE_CIPHER_SPEC;
      take(reading, record, body);
      return;
    }
    RecordOpener opener = opener(reading);
    Octets plain =
        opener == null
            ? null
            : opener.open(record.outerType(), record.version(), body).orElse(null);
    if (opener == null || plain == null) {
      record.seal();
      return;
    }
    int type = record.outerType();
    Octets content = plain;
    if (isTls13) {
      int last = plain.length() - 1;
      while (last > 0 && plain.at(last) == 0) {
        last--;
      }
      type = last < 0 ? 0 : plain.at(last);
      content = plain.slice(0, Math.max(0, last));
    }
    int at = TlsNumbers.HEADER_OCTETS + opener.octetsInFront();
    record.holds(TlsRecord.State.OPENED, type, content, at);
    take(reading, record, content);
  }

  private void take(Reading reading, TlsRecord record, Octets content) {
    switch (record.type()) {
      case TlsNumbers.HANDSHAKE -> messages(reading, record, content);
      case TlsNumbers.ALERT -> alert(reading, record, content);
      case TlsNumbers.APPLICATION_DATA -> says(reading, record, content);
      default -> {}
    }
  }

  private void messages(Reading reading, TlsRecord record, Octets content) {
    Octets octets = reading.begun.plus(content);
    int offset = reading.begun.length();
    int at = 0;
    while (octets.length() - at >= TlsNumbers.MESSAGE_HEADER_OCTETS) {
      int length = octets.at(at + 1) << 16 | octets.uint16(at + 2);
      int end = at + TlsNumbers.MESSAGE_HEADER_OCTETS + length;
      if (length > MOST_MESSAGE_OCTETS) {
        reading.isLost = true;
        return;
      }
      if (end > octets.length()) {
        break;
      }
      TlsMessage message = new TlsMessage(at - offset, octets.slice(at, end));
      record.add(message);
      learn(reading, record, message);
      at = end;
    }
    reading.begun = octets.slice(at);
  }

  private void learn(Reading reading, TlsRecord record, TlsMessage message) {
    switch (message.type()) {
      case TlsNumbers.CERTIFICATE -> {
        if (reading.side.index() != conversation.clientSide()) {
          conversation.shows(TlsCertificate.parse(message.octets(), conversation.isTls13()));
        }
      }
      case TlsNumbers.FINISHED -> {
        conversation.finished(record);
        reading.isFinished = true;
        reading.opener = conversation.isTls13() ? null : reading.opener;
      }
      case TlsNumbers.KEY_UPDATE -> {
        RecordOpener opener = reading.opener;
        reading.opener = opener == null ? null : opener.updated();
      }
      default -> TlsHello.parse(message.octets()).ifPresent(hello -> learn(hello, record));
    }
  }

  private void learn(TlsHello hello, TlsRecord record) {
    if (hello.isOfClient()) {
      conversation.greets(hello, record);
    } else if (hello.randomAt() < 0) {
      conversation.chosen(hello);
    } else if (!hello.isRetry()) {
      conversation.answers(hello);
    }
  }

  /// What opens the next record of a side; null where nobody has told.
  private @Nullable RecordOpener opener(Reading reading) {
    TlsHello greeting = conversation.clientHello();
    TlsHello answer = conversation.serverHello();
    if (reading.opener != null || greeting == null || answer == null) {
      return reading.opener;
    }
    Optional<TlsSuite> suite = TlsSuite.of(answer.suites().getFirst());
    boolean isOfClient = reading.side.index() == conversation.clientSide();
    boolean isTls13 = conversation.isTls13();
    String label =
        !isTls13
            ? KeyLogLine.MASTER_SECRET
            : reading.isFinished
                ? isOfClient ? KeyLogLine.CLIENT_TRAFFIC : KeyLogLine.SERVER_TRAFFIC
                : isOfClient ? KeyLogLine.CLIENT_HANDSHAKE : KeyLogLine.SERVER_HANDSHAKE;
    Octets secret = all.secret(label, greeting.random());
    if (suite.isEmpty() || secret == null) {
      return null;
    }
    reading.opener =
        isTls13
            ? RecordOpener.ofTls13(suite.get(), secret)
            : RecordOpener.ofTls12(
                suite.get(), secret, greeting.random(), answer.random(), isOfClient);
    return reading.opener;
  }

  private void alert(Reading reading, TlsRecord record, Octets content) {
    if (content.length() < 2) {
      return;
    }
    int side = reading.side.index();
    if (content.at(1) == TlsNumbers.CLOSE_NOTIFY) {
      StreamOctets octets = reading.side.octets();
      inner.ended(side, inner.side(side).octets().length(), octets.sentAt(record.from()));
    } else if (content.at(0) == TlsNumbers.FATAL) {
      conversation.fails(record);
    }
  }

  /// An octet inside was sent with the segment that has it, encrypted.
  private void says(Reading reading, TlsRecord record, Octets content) {
    StreamOctets around = reading.side.octets();
    StreamSide within = inner.side(reading.side.index());
    long begin = within.octets().length();
    record.says(within, begin, begin + content.length());
    long at = record.contentFrom();
    long end = at + content.length();
    while (at < end) {
      long next = Math.min(end, around.segmentEnd(at));
      int from = (int) (at - record.contentFrom());
      Octets piece = content.slice(from, from + (int) (next - at));
      within.octets().sent(begin + from, piece, around.sentAt(at), around.sentBy(at));
      at = next;
    }
    reading.sent.add(record);
    arrived(reading.side.index());
    if (!content.isEmpty()) {
      inner.more(reading.side.index());
    }
  }

  @Override
  public void arrived(int side) {
    Reading reading = readings[side];
    StreamOctets around = reading.side.octets();
    boolean isNew = false;
    while (!reading.sent.isEmpty() && reading.sent.getFirst().to() <= around.arrived()) {
      TlsRecord record = reading.sent.removeFirst();
      TlsRecord.Run run = record.said();
      if (run != null) {
        run.side().octets().arrived(run.first(), run.end(), around.arrivedAt(record.to() - 1));
        isNew = true;
      }
    }
    if (isNew) {
      inner.arrived(side);
    }
  }

  @Override
  public void finished(int side) {
    inner.ended(side, inner.side(side).octets().length(), channel.endSaid(side));
  }

  @Override
  public void reset(long nanos) {
    inner.reset(nanos);
  }
}
