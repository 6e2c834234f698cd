package netarium.engine.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import netarium.engine.codec.HttpReader;
import netarium.engine.socket.ByteStream;
import netarium.engine.wire.Octets;

/// The head of an HTTP message as it comes; what stands behind it is somebody else's.
final class HeadReader {
  private Octets come = Octets.EMPTY;

  /// Reads on; the head with its blank line once it is whole.
  Optional<Octets> read(ByteStream stream) {
    come = come.plus(stream.receive(HttpReader.MAX_HEAD_OCTETS + 1 - come.length()));
    int end = end();
    if (end < 0) {
      return Optional.empty();
    }
    Octets head = come.slice(0, end);
    come = come.slice(end);
    return Optional.of(head);
  }

  boolean isTooLong() {
    return come.length() > HttpReader.MAX_HEAD_OCTETS;
  }

  /// What has come behind the head.
  Octets rest() {
    return come;
  }

  private int end() {
    for (int at = 0; at < come.length(); at++) {
      if (come.at(at) != '\n') {
        continue;
      }
      boolean isBlank = at + 1 < come.length() && come.at(at + 1) == '\n';
      boolean isBlankWithReturn =
          at + 2 < come.length() && come.at(at + 1) == '\r' && come.at(at + 2) == '\n';
      if (isBlank || isBlankWithReturn) {
        return at + (isBlank ? 2 : 3);
      }
    }
    return -1;
  }

  /// The first line of a head.
  static String firstLine(Octets head) {
    String text = new String(head.toByteArray(), ISO_8859_1);
    return text.substring(0, text.indexOf('\n')).strip();
  }
}
