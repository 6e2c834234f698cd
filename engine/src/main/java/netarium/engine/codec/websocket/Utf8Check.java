package netarium.engine.codec.websocket;

import netarium.engine.wire.Octets;

/// Whether octets that come piece by piece are UTF-8 (RFC 3629 §4): the shortest form only, no
/// surrogates, nothing above U+10FFFF. A character may be cut by the end of a piece.
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
    if (octet < 0xc2 || octet > 0xf4) {
      return false;
    }
    missing = octet < 0xe0 ? 1 : octet < 0xf0 ? 2 : 3;
    least = octet == 0xe0 ? 0xa0 : octet == 0xf0 ? 0x90 : 0x80;
    most = octet == 0xed ? 0x9f : octet == 0xf4 ? 0x8f : 0xbf;
    return true;
  }

  /// Whether a whole text is UTF-8.
  public static boolean isText(Octets octets) {
    Utf8Check check = new Utf8Check();
    return check.accepts(octets) && check.isWhole();
  }
}
