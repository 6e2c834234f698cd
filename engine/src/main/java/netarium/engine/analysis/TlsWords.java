package netarium.engine.analysis;

import java.util.List;
import netarium.engine.codec.tls.TlsMessage;
import netarium.engine.codec.tls.TlsNames;
import netarium.engine.codec.tls.TlsNumbers;

/// What a record of TLS says, in one sentence.
final class TlsWords {
  private TlsWords() {}

  static Phrase sentence(TlsRecord record, Object from, Object to) {
    boolean isKnown =
        record.state() == TlsRecord.State.PLAIN || record.state() == TlsRecord.State.OPENED;
    if (!isKnown) {
      return Phrase.of("frame.tls.sealed", from, to, record.length());
    }
    return switch (record.type()) {
      case TlsNumbers.HANDSHAKE -> handshake(record, from, to);
      case TlsNumbers.ALERT ->
          Phrase.of(
              "frame.tls.alert." + TlsLayer.alertKey(record.alert()),
              from,
              to,
              TlsNames.alert(Math.max(0, record.alert())));
      case TlsNumbers.CHANGE_CIPHER_SPEC -> Phrase.of("frame.tls.change", from, to);
      default -> data(record, from, to);
    };
  }

  /// Whether a part is there for old boxes on the way, and says nothing to people.
  static boolean isMereForm(StreamPart part) {
    return part instanceof TlsRecord record
        && record.outerType() == TlsNumbers.CHANGE_CIPHER_SPEC
        && record.conversation().isTls13();
  }

  private static Phrase handshake(TlsRecord record, Object from, Object to) {
    TlsConversation conversation = record.conversation();
    List<TlsMessage> messages = record.messages();
    int first = messages.isEmpty() ? 0 : messages.getFirst().type();
    return switch (first) {
      case TlsNumbers.CLIENT_HELLO ->
          Phrase.of("frame.tls.client-hello", from, to, conversation.serverName());
      case TlsNumbers.SERVER_HELLO ->
          Phrase.of(
              "frame.tls.server-hello", from, to, conversation.versionName(), conversation.suite());
      default -> Phrase.of("frame.tls.handshake", from, to, TlsLayer.line(record));
    };
  }

  private static Phrase data(TlsRecord record, Object from, Object to) {
    TlsRecord.Run run = record.said();
    List<StreamPart> told = run == null ? List.of() : run.told();
    return told.isEmpty()
        ? Phrase.of("frame.tls.data", from, to, record.length())
        : Phrase.of("frame.tls.carries", from, to, PartWords.line(told.getFirst()));
  }
}
