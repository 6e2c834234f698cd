package netarium.engine.codec.tls;

import java.util.HexFormat;
import java.util.Optional;
import netarium.engine.wire.Octets;

/// A line of a key log file, as browsers write them: which secret, of the connection whose client
/// greeted with which random number.
public record KeyLogLine(String label, Octets clientRandom, Octets secret) {
  public static final String MASTER_SECRET = "CLIENT_RANDOM";
  public static final String CLIENT_HANDSHAKE = "CLIENT_HANDSHAKE_TRAFFIC_SECRET";
  public static final String SERVER_HANDSHAKE = "SERVER_HANDSHAKE_TRAFFIC_SECRET";
  public static final String CLIENT_TRAFFIC = "CLIENT_TRAFFIC_SECRET_0";
  public static final String SERVER_TRAFFIC = "SERVER_TRAFFIC_SECRET_0";

  /// Empty for a line that is none.
  public static Optional<KeyLogLine> parse(String line) {
    String[] words = line.strip().split(" ", -1);
    if (words.length != 3 || !isHex(words[1]) || !isHex(words[2])) {
      return Optional.empty();
    }
    return Optional.of(new KeyLogLine(words[0], octets(words[1]), octets(words[2])));
  }

  private static boolean isHex(String text) {
    return !text.isEmpty() && text.matches("([0-9a-fA-F]{2})*");
  }

  private static Octets octets(String hex) {
    return Octets.wrap(HexFormat.of().parseHex(hex));
  }
}
