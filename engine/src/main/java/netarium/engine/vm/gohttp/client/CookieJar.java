package netarium.engine.vm.gohttp.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import netarium.engine.vm.api.IpText;
import netarium.engine.vm.gohttp.Cookie;
import netarium.engine.vm.gourl.GoUrl;

/// The cookies that servers have given out, and which of them a request takes along (RFC 6265 §5.3
/// and §5.4). Time is seconds since 1970 on the machine's calendar.
///
/// No list of public suffixes is known here: a `Domain` of one label is refused unless it is the
/// host itself.
public final class CookieJar {
  private static final int MOST_COOKIES = 1_000;
  private static final int MOST_PER_HOST = 50;
  private static final int MOST_OCTETS = 4_096;

  private record Kept(
      Cookie cookie,
      String domain,
      boolean isOfHostOnly,
      String path,
      boolean lasts,
      long expires,
      long ordinal) {
    boolean isSame(Kept other) {
      return cookie.name().equals(other.cookie.name())
          && domain.equals(other.domain)
          && path.equals(other.path);
    }
  }

  private final List<Kept> kept = new ArrayList<>();
  private long ordinals;

  /// What a server at that address has sent.
  public void take(GoUrl url, List<Cookie> cookies, long now) {
    if (!isWeb(url)) {
      return;
    }
    String host = host(url);
    for (Cookie cookie : cookies) {
      boolean isTooBig = cookie.name().length() + cookie.value().length() > MOST_OCTETS;
      String domain = domain(cookie, host);
      if (!isTooBig && !domain.isEmpty()) {
        boolean isOfHostOnly = cookie.domain().isEmpty() || isAddress(host);
        put(cookie, domain, isOfHostOnly, path(cookie, url), now);
      }
    }
  }

  private void put(Cookie cookie, String domain, boolean isOfHostOnly, String path, long now) {
    boolean lasts = cookie.maxAge() > 0 || cookie.expires().isPresent();
    long expires =
        cookie.maxAge() > 0 ? now + cookie.maxAge() : cookie.expires().orElse(Long.MAX_VALUE);
    boolean isGone = cookie.maxAge() < 0 || expires <= now;
    Kept made = new Kept(cookie, domain, isOfHostOnly, path, lasts, expires, ordinals++);
    for (int i = 0; i < kept.size(); i++) {
      Kept old = kept.get(i);
      if (old.isSame(made)) {
        // It keeps its place in the order (RFC 6265 §5.3, step 11).
        kept.remove(i);
        made = new Kept(cookie, domain, isOfHostOnly, path, lasts, expires, old.ordinal());
        break;
      }
    }
    if (!isGone) {
      kept.add(made);
      makeRoom(domain, now);
    }
  }

  private void makeRoom(String domain, long now) {
    kept.removeIf(each -> each.lasts() && each.expires() <= now);
    List<Kept> ofDomain = kept.stream().filter(each -> each.domain().equals(domain)).toList();
    if (ofDomain.size() > MOST_PER_HOST) {
      kept.remove(ofDomain.getFirst());
    }
    if (kept.size() > MOST_COOKIES) {
      kept.removeFirst();
    }
  }

  /// What a request there takes along, in the order in which it says them: longer paths first, then
  /// as they came.
  public List<Cookie> cookies(GoUrl url, long now) {
    if (!isWeb(url)) {
      return List.of();
    }
    String host = host(url);
    String path = url.path().isEmpty() ? "/" : url.path();
    boolean isSecure = url.scheme().equals("https");
    List<Kept> found = new ArrayList<>();
    for (Kept each : kept) {
      boolean isThere =
          each.isOfHostOnly() ? host.equals(each.domain()) : isWithin(host, each.domain());
      boolean isMeant =
          isThere && isBelow(path, each.path()) && (isSecure || !each.cookie().isSecure());
      if (isMeant && (!each.lasts() || each.expires() > now)) {
        found.add(each);
      }
    }
    found.sort(
        Comparator.comparingInt((Kept each) -> -each.path().length())
            .thenComparingLong(Kept::ordinal));
    return found.stream().map(Kept::cookie).toList();
  }

  private static boolean isWeb(GoUrl url) {
    return url.scheme().equals("http") || url.scheme().equals("https");
  }

  private static String host(GoUrl url) {
    String name = url.hostName().toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean isAddress(String host) {
    return IpText.parse(host) != null;
  }

  /// The domain that a cookie of that host is for; empty when the host may not say so.
  private static String domain(Cookie cookie, String host) {
    String said = cookie.domain().toLowerCase(Locale.ROOT);
    String domain = said.startsWith(".") ? said.substring(1) : said;
    if (said.isEmpty() || domain.equals(host)) {
      return host;
    }
    boolean isName = !domain.isEmpty() && domain.contains(".") && !domain.endsWith(".");
    return isName && !isAddress(host) && isWithin(host, domain) ? domain : "";
  }

  private static boolean isWithin(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  /// The path that a cookie is for: what it says, else where it comes from (RFC 6265 §5.1.4).
  private static String path(Cookie cookie, GoUrl url) {
    if (cookie.path().startsWith("/")) {
      return cookie.path();
    }
    int last = url.path().lastIndexOf('/');
    return last <= 0 || !url.path().startsWith("/") ? "/" : url.path().substring(0, last);
  }

  private static boolean isBelow(String path, String of) {
    return path.startsWith(of)
        && (path.length() == of.length() || of.endsWith("/") || path.charAt(of.length()) == '/');
  }
}
