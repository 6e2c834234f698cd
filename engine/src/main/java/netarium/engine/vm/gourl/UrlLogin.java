package netarium.engine.vm.gourl;

import java.util.Optional;

/// What stands before the `@` of an address: Go's `Userinfo`.
public record UrlLogin(String user, Optional<String> password) {
  /// As it stands in an address.
  public String text() {
    String name = UrlEscape.USER_PASSWORD.escape(user);
    return password.map(each -> name + ":" + UrlEscape.USER_PASSWORD.escape(each)).orElse(name);
  }
}
