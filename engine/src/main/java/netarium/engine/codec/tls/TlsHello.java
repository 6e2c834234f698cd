package netarium.engine.codec.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.wire.Octets;

/// The hello of a client or a server (RFC 8446 §4.1), or the extensions that a server sends
/// protected (§4.3.1): where its parts stand in the message, and what they say. Offsets count from
/// the message's first octet, which is its type.
///
/// @param isOfClient whether a client says it
/// @param version what it gives out as its version, which is 1.2 where 1.3 is meant
/// @param randomAt where its 32 random octets stand; -1 where it has none
/// @param sessionOctets how long its session identifier is, whose length stands behind the random
/// @param suitesAt where the list of cipher suites begins, or the one that was chosen
/// @param suites the suites, in order
/// @param extensionsAt where the extensions' length stands; -1 where there are none
public record TlsHello(
    Octets octets,
    boolean isOfClient,
    int version,
    int randomAt,
    int sessionOctets,
    int suitesAt,
    List<Integer> suites,
    int extensionsAt,
    List<Extension> extensions) {
  private static final int RANDOM_AT = TlsNumbers.MESSAGE_HEADER_OCTETS + 2;
  private static final int RANDOM_OCTETS = 32;
  private static final int ENCRYPTED_EXTENSIONS = 8;

  /// The random by which a server asks for another hello (RFC 8446 §4.1.3) begins so.
  private static final int RETRY = 0xcf21ad74;

  /// An extension whose data stands in `length` octets from `at` on; its type and length stand in
  /// the four before.
  public record Extension(int type, int at, int length) {}

  public TlsHello {
    suites = List.copyOf(suites);
    extensions = List.copyOf(extensions);
  }

  /// Of a whole handshake message; empty where it is none of these, or not well formed.
  public static Optional<TlsHello> parse(Octets message) {
    int type = message.isEmpty() ? -1 : message.at(0);
    try {
      return switch (type) {
        case TlsNumbers.CLIENT_HELLO, TlsNumbers.SERVER_HELLO ->
            Optional.of(hello(message, type == TlsNumbers.CLIENT_HELLO));
        case ENCRYPTED_EXTENSIONS -> Optional.of(extensionsOnly(message));
        default -> Optional.empty();
      };
    } catch (IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  private static TlsHello hello(Octets message, boolean isOfClient) {
    int version = message.uint16(TlsNumbers.MESSAGE_HEADER_OCTETS);
    int at = RANDOM_AT + RANDOM_OCTETS;
    int session = message.at(at);
    at += 1 + session;
    List<Integer> suites = new ArrayList<>();
    int suitesAt = at;
    if (isOfClient) {
      int count = message.uint16(at) / 2;
      suitesAt = at + 2;
      for (int i = 0; i < count; i++) {
        suites.add(message.uint16(suitesAt + 2 * i));
      }
      at = suitesAt + 2 * count;
      at += 1 + message.at(at);
    } else {
      suites.add(message.uint16(at));
      at += 3;
    }
    int extensionsAt = at < message.length() ? at : -1;
    return new TlsHello(
        message,
        isOfClient,
        version,
        RANDOM_AT,
        session,
        suitesAt,
        suites,
        extensionsAt,
        extensionsAt < 0 ? List.of() : extensions(message, extensionsAt));
  }

  private static TlsHello extensionsOnly(Octets message) {
    int at = TlsNumbers.MESSAGE_HEADER_OCTETS;
    return new TlsHello(message, false, 0, -1, 0, -1, List.of(), at, extensions(message, at));
  }

  private static List<Extension> extensions(Octets message, int at) {
    int end = at + 2 + message.uint16(at);
    List<Extension> found = new ArrayList<>();
    int next = at + 2;
    while (next < end) {
      int length = message.uint16(next + 2);
      if (next + 4 + length > message.length()) {
        throw new IndexOutOfBoundsException("an extension ends behind its message");
      }
      found.add(new Extension(message.uint16(next), next + 4, length));
      next += 4 + length;
    }
    return found;
  }

  public Octets random() {
    return octets.slice(randomAt, randomAt + RANDOM_OCTETS);
  }

  /// Whether a server asks for another hello.
  public boolean isRetry() {
    return !isOfClient && randomAt >= 0 && octets.int32(randomAt) == RETRY;
  }

  public Optional<Extension> extension(int type) {
    return extensions.stream().filter(each -> each.type() == type).findFirst();
  }

  /// The name that the client wants to speak to (RFC 6066 §3); empty text where it says none.
  public String serverName() {
    return extension(TlsNumbers.SERVER_NAME)
        .filter(each -> each.length() > 5)
        .map(each -> TlsNames.text(within(each, 5, octets.uint16(each.at() + 3))))
        .orElse("");
  }

  /// The application protocols that are offered, or the one that was chosen (RFC 7301).
  public List<String> protocols() {
    List<String> names = new ArrayList<>();
    extension(TlsNumbers.ALPN)
        .ifPresent(each -> {
          int at = 2;
          while (at < each.length()) {
            int length = octets.at(each.at() + at);
            names.add(TlsNames.text(within(each, at + 1, length)));
            at += 1 + length;
          }
        });
    return names;
  }

  /// The versions that are offered, or the one that was chosen, as the extension has them; that of
  /// the hello where there is none.
  public List<Integer> versions() {
    return extension(TlsNumbers.SUPPORTED_VERSIONS)
        .map(each -> numbers(each, isOfClient ? 1 : 0))
        .orElse(List.of(version));
  }

  /// The numbers of two octets each that an extension consists of, from `from` on.
  public List<Integer> numbers(Extension extension, int from) {
    List<Integer> numbers = new ArrayList<>();
    for (int at = from; at + 1 < extension.length(); at += 2) {
      numbers.add(octets.uint16(extension.at() + at));
    }
    return numbers;
  }

  private Octets within(Extension extension, int from, int length) {
    int end = Math.min(from + length, extension.length());
    return octets.slice(extension.at() + Math.min(from, end), extension.at() + end);
  }
}
