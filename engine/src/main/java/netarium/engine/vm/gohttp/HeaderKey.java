package netarium.engine.vm.gohttp;

import netarium.engine.codec.HttpHeaders;

/// The one form in which the names of header fields are kept: `X-Api-Id`.
public final class HeaderKey {
  private HeaderKey() {}

  /// Each word between hyphens in capital and small letters. What is no name of a field stays as it
  /// is (Go's `CanonicalHeaderKey`).
  public static String canonical(String name) {
    if (!HttpHeaders.isToken(name)) {
      return name;
    }
    StringBuilder key = new StringBuilder(name.length());
    boolean isFirst = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      key.append(isFirst ? upper(c) : lower(c));
      isFirst = c == '-';
    }
    return key.toString();
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
  }
}
