package netarium.engine.service;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which way a request takes: what the caller says, else what the environment says. `NO_PROXY`
/// names the hosts that the environment's proxies are not for; then `HTTPS_PROXY` or `HTTP_PROXY`
/// counts, then `ALL_PROXY`. Each name in capitals comes before the same in small letters.
public sealed interface ProxyChoice {
  record Direct() implements ProxyChoice {}

  record Through(Proxy proxy) implements ProxyChoice {}

  record Bad(String why) implements ProxyChoice {}

  /// The way to `host`. `option` is the caller's own word, which may leave the scheme out and means
  /// a proxy of kind `optionWithoutScheme` then.
  static ProxyChoice of(
      Optional<String> option,
      Proxy.Kind optionWithoutScheme,
      Map<String, String> environment,
      boolean isSecure,
      String host) {
    if (option.isPresent() && !option.get().isBlank()) {
      return read(option.get(), optionWithoutScheme);
    }
    if (isExcepted(host, variable(environment, "NO_PROXY").orElse(""))) {
      return new Direct();
    }
    return variable(environment, isSecure ? "HTTPS_PROXY" : "HTTP_PROXY")
        .or(() -> variable(environment, "ALL_PROXY"))
        .map(url -> read(url, Proxy.Kind.HTTP))
        .orElseGet(Direct::new);
  }

  private static ProxyChoice read(String url, Proxy.Kind withoutScheme) {
    return switch (Proxy.parse(url, withoutScheme)) {
      case Proxy.Read.Found(Proxy proxy) -> new Through(proxy);
      case Proxy.Read.Bad(String why) -> new Bad(why);
    };
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    String upper = environment.getOrDefault(name, "");
    String value =
        upper.isBlank() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
    return value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  /// Whether a list as in `NO_PROXY` has the host: `*`, its name, or a domain it is in.
  static boolean isExcepted(String host, String list) {
    String name = host.toLowerCase(Locale.ROOT);
    for (String each : list.toLowerCase(Locale.ROOT).split(",", -1)) {
      String pattern = each.strip();
      String domain = pattern.startsWith(".") ? pattern.substring(1) : pattern;
      boolean isMeant = name.equals(domain) || name.endsWith("." + domain);
      if (pattern.equals("*") || (!domain.isEmpty() && isMeant)) {
        return true;
      }
    }
    return false;
  }
}
