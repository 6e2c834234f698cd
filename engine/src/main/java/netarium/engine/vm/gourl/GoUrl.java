package netarium.engine.vm.gourl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An address as Go's `url.URL` has it (RFC 3986 §3): `scheme:opaque?query#fragment` or
/// `scheme://user@host/path?query#fragment`.
///
/// `path` and `fragment` are unescaped; `rawPath` and `rawFragment` are how they were escaped,
/// where that is not the usual way, and count as long as they mean the same.
public record GoUrl(
    String scheme,
    String opaque,
    Optional<UrlLogin> user,
    String host,
    String path,
    String rawPath,
    boolean omitHost,
    boolean forceQuery,
    String rawQuery,
    String fragment,
    String rawFragment) {
  /// The empty address, which means "this document".
  public static final GoUrl EMPTY =
      new GoUrl("", "", Optional.empty(), "", "", "", false, false, "", "", "");

  private static final Optional<String> HIDDEN = Optional.of("xxxxx");

  /// Reads an address, absolute or relative; the fault is Go's `url.Error`.
  public static GoUrl parse(String text) throws UrlFaultException {
    return UrlParser.parse(text);
  }

  /// Reads what stands in a request: an absolute address or a path, and no fragment.
  public static GoUrl parseRequest(String text) throws UrlFaultException {
    return UrlParser.parseRequest(text);
  }

  public boolean isAbsolute() {
    return !scheme.isEmpty();
  }

  /// The host without its port and without brackets.
  public String hostName() {
    int colon = portColon();
    String name = colon < 0 ? host : host.substring(0, colon);
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  /// The port, empty when the address has none.
  public String port() {
    int colon = portColon();
    return colon < 0 ? "" : host.substring(colon + 1);
  }

  private int portColon() {
    int colon = host.lastIndexOf(':');
    return colon >= 0 && UrlParser.isPort(host.substring(colon)) ? colon : -1;
  }

  /// The path as it stands in an address.
  public String escapedPath() {
    if (isStillMeant(rawPath, path, UrlEscape.PATH)) {
      return rawPath;
    }
    return path.equals("*") ? "*" : UrlEscape.PATH.escape(path);
  }

  public String escapedFragment() {
    return isStillMeant(rawFragment, fragment, UrlEscape.FRAGMENT)
        ? rawFragment
        : UrlEscape.FRAGMENT.escape(fragment);
  }

  private static boolean isStillMeant(String raw, String plain, UrlEscape place) {
    try {
      return !raw.isEmpty() && place.mayBeEscaped(raw) && place.unescape(raw).equals(plain);
    } catch (UrlFaultException _) {
      return false;
    }
  }

  /// What a request line has: path and query.
  public String requestTarget() {
    String target = opaque;
    if (target.isEmpty()) {
      String escaped = escapedPath();
      target = escaped.isEmpty() ? "/" : escaped;
    } else if (target.startsWith("//")) {
      target = scheme + ":" + target;
    }
    return target + queryText();
  }

  private String queryText() {
    return forceQuery || !rawQuery.isEmpty() ? "?" + rawQuery : "";
  }

  /// The address as text.
  public String text() {
    StringBuilder out = new StringBuilder();
    if (!scheme.isEmpty()) {
      out.append(scheme).append(':');
    }
    if (opaque.isEmpty()) {
      appendHierarchy(out);
    } else {
      out.append(opaque);
    }
    out.append(queryText());
    if (!fragment.isEmpty()) {
      out.append('#').append(escapedFragment());
    }
    return out.toString();
  }

  private void appendHierarchy(StringBuilder out) {
    boolean hasHost = !host.isEmpty() || user.isPresent();
    boolean mayHaveHost = hasHost || (!scheme.isEmpty() && !omitHost);
    if (mayHaveHost && (hasHost || !path.isEmpty())) {
      out.append("//");
      user.ifPresent(login -> out.append(login.text()).append('@'));
      out.append(UrlEscape.HOST.escape(host));
    }
    String escaped = escapedPath();
    if (!escaped.isEmpty() && escaped.charAt(0) != '/' && !host.isEmpty()) {
      out.append('/');
    }
    // Without a scheme, what stands before a colon would be taken for one (RFC 3986 §4.2).
    int slash = escaped.indexOf('/');
    boolean hasColon = escaped.substring(0, slash < 0 ? escaped.length() : slash).contains(":");
    out.append(out.isEmpty() && hasColon ? "./" : "").append(escaped);
  }

  /// The address as text, without the password.
  public String redacted() {
    return user.filter(login -> login.password().isPresent())
        .map(login -> withUser(Optional.of(new UrlLogin(login.user(), HIDDEN))).text())
        .orElseGet(this::text);
  }

  /// What a reference means that stands in the document at this address (RFC 3986 §5.2).
  public GoUrl resolve(GoUrl ref) throws UrlFaultException {
    GoUrl url = ref.scheme.isEmpty() ? ref.withScheme(scheme) : ref;
    if (!ref.scheme.isEmpty() || !ref.host.isEmpty() || ref.user.isPresent()) {
      return url.withEscapedPath(UrlPaths.resolve(ref.escapedPath(), ""));
    }
    if (!ref.opaque.isEmpty()) {
      return url.withPlace(Optional.empty(), "").withPath("", "");
    }
    if (ref.path.isEmpty() && !ref.forceQuery && ref.rawQuery.isEmpty()) {
      boolean hasFragment = !ref.fragment.isEmpty();
      url =
          url.withQuery(
              rawQuery,
              hasFragment ? ref.fragment : fragment,
              hasFragment ? ref.rawFragment : rawFragment);
    }
    if (ref.path.isEmpty() && !opaque.isEmpty()) {
      return url.withOpaque(opaque).withPlace(Optional.empty(), "").withPath("", "");
    }
    return url.withPlace(user, host)
        .withEscapedPath(UrlPaths.resolve(escapedPath(), ref.escapedPath()));
  }

  /// With elements added to the path, which is tidied.
  public GoUrl join(List<String> elements) throws UrlFaultException {
    List<String> all = new ArrayList<>();
    String own = escapedPath();
    boolean isRooted = own.startsWith("/");
    all.add(isRooted ? own : "/" + own);
    all.addAll(elements);
    String joined = UrlPaths.join(all);
    String path = isRooted ? joined : joined.substring(1);
    boolean endsInSlash = all.getLast().endsWith("/") && !path.endsWith("/");
    return withEscapedPath(endsInSlash ? path + "/" : path);
  }

  /// With another path, given escaped.
  GoUrl withEscapedPath(String escaped) throws UrlFaultException {
    String plain = UrlEscape.PATH.unescape(escaped);
    return withPath(plain, UrlEscape.PATH.escape(plain).equals(escaped) ? "" : escaped);
  }

  GoUrl withEscapedFragment(String escaped) throws UrlFaultException {
    String plain = UrlEscape.FRAGMENT.unescape(escaped);
    String raw = UrlEscape.FRAGMENT.escape(plain).equals(escaped) ? "" : escaped;
    return withQuery(rawQuery, plain, raw);
  }

  GoUrl withPath(String plain, String raw) {
    return new GoUrl(
        scheme,
        opaque,
        user,
        host,
        plain,
        raw,
        omitHost,
        forceQuery,
        rawQuery,
        fragment,
        rawFragment);
  }

  private GoUrl withQuery(String query, String plainFragment, String escapedFragment) {
    return new GoUrl(
        scheme,
        opaque,
        user,
        host,
        path,
        rawPath,
        omitHost,
        forceQuery,
        query,
        plainFragment,
        escapedFragment);
  }

  private GoUrl withPlace(Optional<UrlLogin> login, String place) {
    return new GoUrl(
        scheme,
        opaque,
        login,
        place,
        path,
        rawPath,
        omitHost,
        forceQuery,
        rawQuery,
        fragment,
        rawFragment);
  }

  private GoUrl withUser(Optional<UrlLogin> login) {
    return withPlace(login, host);
  }

  private GoUrl withScheme(String other) {
    return new GoUrl(
        other,
        opaque,
        user,
        host,
        path,
        rawPath,
        omitHost,
        forceQuery,
        rawQuery,
        fragment,
        rawFragment);
  }

  private GoUrl withOpaque(String other) {
    return new GoUrl(
        scheme,
        other,
        user,
        host,
        path,
        rawPath,
        omitHost,
        forceQuery,
        rawQuery,
        fragment,
        rawFragment);
  }
}
