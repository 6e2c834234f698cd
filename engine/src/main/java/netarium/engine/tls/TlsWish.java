package netarium.engine.tls;

import java.util.List;

/// How a program wants a connection: which versions it takes, best first, and which protocols
/// within it offers (RFC 7301), none for not using ALPN.
public record TlsWish(List<TlsVersion> versions, List<String> protocols) {
  /// All versions, HTTP/1.1 within.
  public static final TlsWish HTTP = new TlsWish(TlsVersion.ALL, TlsSettings.HTTP);

  /// All versions, and no word of what is within.
  public static final TlsWish ANYTHING = new TlsWish(TlsVersion.ALL, List.of());

  public TlsWish {
    versions = List.copyOf(versions);
    protocols = List.copyOf(protocols);
  }
}
