package netarium.engine.codec;

import netarium.engine.wire.Octets;

/// Whether octets are UTF-8 (RFC 3629 §4): the shortest form only, no surrogates, nothing above
/// U+10FFFF. An instance judges octets that come piece by piece, where the end of a piece may cut a
/// character.
public final class Utf8Check {
  /// How many octets of a character are still to come.
  private int missing;

  /// The bounds of the next of them; the first one behind a lead octet may be narrower.
  private int least;

  private int most;

  /// Goes on with a piece; false when the text is not UTF-8 whatever follows.
  public boolean accepts(Octets piece) {
    for (int i = 0; i < piece.length(); i++) {
      int octet = piece.at(i);
      if (missing > 0) {
        if (octet < least || octet > most) {
          return false;
        }
        missing--;
        least = 0x80;
        most = 0xbf;
      } else if (octet >= 0x80 && !leads(octet)) {
        return false;
      }
    }
    return true;
  }

  /// No character is cut.
  public boolean isWhole() {
    return missing == 0;
  }

  private boolean leads(int octet) {
    missing = following(octet);
    least = leastBehind(octet);
    most = mostBehind(octet);
    return missing > 0;
  }

  /// How many octets follow one that leads a character; 0 if it leads none.
  private static int following(int lead) {
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  }

  private static int leastBehind(int lead) {
    return lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  }

  private static int mostBehind(int lead) {
    return lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  }

  /// How many octets the character at `at` has, of those before `to`; 0 if there is none.
  public static int length(byte[] octets, int at, int to) {
    int lead = octets[at] & 0xff;
    if (lead < 0x80) {
      return 1;
    }
    int following = following(lead);
    if (following == 0 || at + following >= to) {
      return 0;
    }
    int second = octets[at + 1] & 0xff;
    if (second < leastBehind(lead) || second > mostBehind(lead)) {
      return 0;
    }
    for (int i = 2; i <= following; i++) {
      if ((octets[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return following + 1;
  }

  /// The index of the first octet from `from` up to `to` that is no UTF-8, or -1.
  public static int firstWrong(byte[] octets, int from, int to) {
    int at = from;
    while (at < to) {
      int length = length(octets, at, to);
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return -1;
  }

  /// Whether a whole text is UTF-8.
  public static boolean isText(Octets octets) {
    Utf8Check check = new Utf8Check();
    return check.accepts(octets) && check.isWhole();
  }
}
