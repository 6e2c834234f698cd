package netarium.engine.vm.gourl;

/// Where in an address a text stands, which says what of it is escaped there (RFC 3986 §2).
enum UrlEscape {
  PATH,
  PATH_SEGMENT,
  HOST,
  ZONE,
  USER_PASSWORD,
  QUERY_COMPONENT,
  FRAGMENT;

  private static final String HEX = "0123456789ABCDEF";
  private static final String IN_HOSTS = "!$&'()*+,;=:[]<>\"";
  private static final String UNRESERVED = "-_.~";
  private static final String RESERVED = "$&+,/:;=?@";

  /// May stand in what is escaped already: sub-delimiters, and what RFC 3986 lets servers have.
  private static final String VALID = "!$&'()*+,;=:@[]%";

  boolean escapes(char c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      return false;
    }
    boolean isOfHost = this == HOST || this == ZONE;
    if ((isOfHost && IN_HOSTS.indexOf(c) >= 0) || UNRESERVED.indexOf(c) >= 0) {
      return false;
    }
    if (RESERVED.indexOf(c) >= 0) {
      return switch (this) {
        case PATH -> c == '?';
        case PATH_SEGMENT -> "/;,?".indexOf(c) >= 0;
        case USER_PASSWORD -> "@/?:".indexOf(c) >= 0;
        case FRAGMENT -> false;
        case QUERY_COMPONENT, HOST, ZONE -> true;
      };
    }
    return this != FRAGMENT || "!()*".indexOf(c) < 0;
  }

  String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' && this == QUERY_COMPONENT) {
        out.append('+');
      } else if (escapes(c)) {
        out.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  String unescape(String text) throws UrlFaultException {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        out.append(octet(text, i));
        i += 2;
      } else if (c == '+' && this == QUERY_COMPONENT) {
        out.append(' ');
      } else if ((this == HOST || this == ZONE) && c < 0x80 && escapes(c)) {
        String invalid = GoQuote.of(text.substring(i, i + 1));
        throw new UrlFaultException("invalid character " + invalid + " in host name");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private char octet(String text, int at) throws UrlFaultException {
    int high = at + 2 < text.length() ? digit(text.charAt(at + 1)) : -1;
    int low = high < 0 ? -1 : digit(text.charAt(at + 2));
    String sequence = text.substring(at, Math.min(text.length(), at + 3));
    if (low < 0) {
      throw new UrlFaultException("invalid URL escape " + GoQuote.of(sequence));
    }
    // Hosts may escape what is no ASCII, and the % before a zone; a zone may also escape blanks
    // and what hosts may have (RFC 6874 §2).
    char octet = (char) (high << 4 | low);
    boolean isPercent = sequence.equals("%25");
    boolean isRefused =
        switch (this) {
          case HOST -> high < 8 && !isPercent;
          case ZONE -> !isPercent && octet != ' ' && HOST.escapes(octet);
          default -> false;
        };
    if (isRefused) {
      throw new UrlFaultException("invalid URL escape " + GoQuote.of(sequence));
    }
    return octet;
  }

  private static int digit(char c) {
    return c <= 'f' ? Character.digit(c, 16) : -1;
  }

  /// Whether a text may be what was escaped for this place, in whatever way.
  boolean mayBeEscaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (VALID.indexOf(c) < 0 && escapes(c)) {
        return false;
      }
    }
    return true;
  }
}
