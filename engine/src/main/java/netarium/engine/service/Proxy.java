package netarium.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import netarium.engine.wire.Octets;

/// A machine that connects to others on one's behalf.
public record Proxy(Kind kind, String host, int port, Optional<Login> login) {
  private static final int SOCKS_PORT = 1080;
  private static final int HTTP_PORT = 80;
  private static final int MAX_PORT = 65_535;
  private static final int MAX_LOGIN_OCTETS = 255;

  /// What it is spoken to in.
  public enum Kind {
    HTTP,
    SOCKS5
  }

  /// Who one is to it.
  public record Login(Octets user, Octets password) {}

  /// What reading a proxy's URL gives.
  public sealed interface Read {
    record Found(Proxy proxy) implements Read {}

    record Bad(String why) implements Read {}
  }

  /// Reads `socks5://user:password@host:port`, `http://host:port` or `host:port`, which stands for
  /// `withoutScheme`. Octets of the login that have a meaning in URLs stand as `%40`.
  public static Read parse(String url, Kind withoutScheme) {
    String text = url.strip();
    Kind kind = withoutScheme;
    int scheme = text.indexOf("://");
    if (scheme >= 0) {
      Optional<Kind> known = kind(text.substring(0, scheme).toLowerCase(Locale.ROOT));
      if (known.isEmpty()) {
        return new Read.Bad("cannot use this kind of proxy: " + url);
      }
      kind = known.get();
      text = text.substring(scheme + 3);
    }
    int slash = text.indexOf('/');
    String authority = slash < 0 ? text : text.substring(0, slash);
    int at = authority.lastIndexOf('@');
    Optional<Login> login = at < 0 ? Optional.empty() : login(authority.substring(0, at));
    boolean isTooLong =
        login.isPresent()
            && Math.max(login.get().user().length(), login.get().password().length())
                > MAX_LOGIN_OCTETS;
    return isTooLong
        ? new Read.Bad("the login of a proxy has at most 255 octets each")
        : place(kind, authority.substring(at + 1), login, url);
  }

  private static Read place(Kind kind, String hostAndPort, Optional<Login> login, String url) {
    int colon = hostAndPort.lastIndexOf(':');
    String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
    int usual = kind == Kind.SOCKS5 ? SOCKS_PORT : HTTP_PORT;
    int port = colon < 0 ? usual : port(hostAndPort.substring(colon + 1));
    if (host.isEmpty() || port <= 0) {
      return new Read.Bad("not the address of a proxy: " + url);
    }
    return new Read.Found(new Proxy(kind, host, port, login));
  }

  private static Optional<Kind> kind(String scheme) {
    return switch (scheme) {
      case "socks5", "socks5h", "socks" -> Optional.of(Kind.SOCKS5);
      case "http" -> Optional.of(Kind.HTTP);
      default -> Optional.empty();
    };
  }

  /// A port number, or 0 for what is none.
  private static int port(String text) {
    boolean isNumber = text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = isNumber && !text.isEmpty() ? Integer.parseInt(text) : 0;
    return port <= MAX_PORT ? port : 0;
  }

  private static Optional<Login> login(String text) {
    int colon = text.indexOf(':');
    String user = colon < 0 ? text : text.substring(0, colon);
    String password = colon < 0 ? "" : text.substring(colon + 1);
    return user.isEmpty()
        ? Optional.empty()
        : Optional.of(new Login(decoded(user), decoded(password)));
  }

  private static Octets decoded(String text) {
    byte[] octets = text.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length);
    for (int i = 0; i < octets.length; i++) {
      int high = i + 2 < octets.length ? Character.digit(octets[i + 1], 16) : -1;
      int low = i + 2 < octets.length ? Character.digit(octets[i + 2], 16) : -1;
      if (octets[i] == '%' && high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(octets[i]);
      }
    }
    return Octets.wrap(out.toByteArray());
  }
}
