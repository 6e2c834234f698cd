package netarium.engine.analysis;

import java.util.Locale;
import netarium.engine.codec.socks.SocksMessage;
import netarium.engine.codec.socks.SocksParse;
import netarium.engine.codec.socks.SocksReader;
import netarium.engine.wire.Octets;

/// A step of the greeting of a SOCKS5 proxy (RFC 1928, RFC 1929).
public record SocksPart(StreamSide side, long from, long to, Step step, SocksMessage message)
    implements StreamPart {
  /// What is said, in this order.
  public enum Step {
    /// The client: these ways to say who I am.
    METHODS,
    /// The proxy: this one.
    METHOD,
    /// The client: name and password.
    PASSWORD,
    /// The proxy: good, or not.
    PASSWORD_STATUS,
    /// The client: connect me with this address.
    REQUEST,
    /// The proxy: done, or why not.
    REPLY;

    SocksParse<? extends SocksMessage> read(Octets octets) {
      return switch (this) {
        case METHODS -> SocksReader.greeting(octets);
        case METHOD -> SocksReader.methodChoice(octets);
        case PASSWORD -> SocksReader.credentials(octets);
        case PASSWORD_STATUS -> SocksReader.credentialsAnswer(octets);
        case REQUEST -> SocksReader.request(octets);
        case REPLY -> SocksReader.reply(octets);
      };
    }

    /// How texts call it.
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isOfClient() {
      return this == METHODS || this == PASSWORD || this == REQUEST;
    }
  }
}
