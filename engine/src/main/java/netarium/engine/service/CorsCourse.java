package netarium.engine.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpUrl;

/// One request of a page on its way, redirections included: what is to be added to it, whether the
/// server has to be asked first, and whether the page may have the answer.
public final class CorsCourse {
  /// How long an answer to a preflight counts that does not say, and at most.
  private static final long USUAL_SECONDS = 5;

  private static final long MOST_SECONDS = 7_200;

  /// What has to be done next.
  public sealed interface Step {
    /// The request may go, with these fields besides its own.
    record Go(HttpHeaders more) implements Step {}

    /// First a request `OPTIONS` with these fields, to the same address; then [#preflightFault]
    /// looks at its answer.
    record Preflight(HttpHeaders headers) implements Step {}
  }

  private final CrossOrigin page;
  private final boolean hasCredentials;
  private boolean isCross;

  /// As the request says it: `null` once other servers have sent it around.
  private String origin;

  /// `hasCredentials`: whether the page's cookies go along to other origins.
  public CorsCourse(CrossOrigin page, boolean hasCredentials) {
    this.page = page;
    this.hasCredentials = hasCredentials;
    this.origin = page.origin();
  }

  /// Why a page may not ask like that at all, if it may not.
  public static Optional<String> forbidden(String method, HttpHeaders headers) {
    return CrossOrigin.forbidden(method, headers);
  }

  /// Whether a request there takes the page's cookies along.
  public boolean takesCookies(HttpUrl to) {
    return hasCredentials || (page.isOwn(to) && !isCross);
  }

  /// Before a request is sent; `now` in seconds.
  public Step before(HttpUrl to, String method, HttpHeaders headers, long now) {
    isCross |= !page.isOwn(to);
    if (!isCross) {
      boolean isRead = method.equals("GET") || method.equals("HEAD");
      return new Step.Go(isRead ? HttpHeaders.NONE : HttpHeaders.NONE.plus("Origin", origin));
    }
    List<String> fields = CrossOrigin.fieldsToAllow(headers);
    boolean isAllowed =
        (CrossOrigin.isSimple(method) && fields.isEmpty())
            || page.kept(to, hasCredentials, now)
                .filter(said -> refusal(said, method, fields).isEmpty())
                .isPresent();
    HttpHeaders more = HttpHeaders.NONE.plus("Origin", origin);
    if (isAllowed) {
      return new Step.Go(more);
    }
    HttpHeaders asked =
        new HttpHeaders(
            List.of(
                new HttpHeaders.Field("Accept", "*/*"),
                new HttpHeaders.Field("Access-Control-Request-Method", method)));
    if (!fields.isEmpty()) {
      asked = asked.plus("Access-Control-Request-Headers", String.join(",", fields));
    }
    return new Step.Preflight(asked.plus("Origin", origin));
  }

  /// What is wrong with the answer to a preflight; if nothing is, the request may go with
  /// [#origin].
  public Optional<String> preflightFault(
      HttpUrl to, String method, HttpHeaders headers, HttpResponse answer, long now) {
    Optional<String> access = access(answer.headers());
    if (access.isPresent()) {
      return blocked(
          to, "Response to preflight request doesn't pass access control check: " + access.get());
    }
    if (answer.status() >= 300 && answer.status() < 400) {
      return blocked(to, "Redirect is not allowed for a preflight request.");
    }
    if (answer.status() < 200 || answer.status() > 299) {
      return blocked(
          to,
          "Response to preflight request doesn't pass access control check: It does not have HTTP"
              + " ok status.");
    }
    CrossOrigin.Said said =
        new CrossOrigin.Said(
            methods(answer.headers()),
            CrossOrigin.list(answer.headers(), "Access-Control-Allow-Headers"),
            now + seconds(answer.headers()));
    Optional<String> refused = refusal(said, method, CrossOrigin.fieldsToAllow(headers));
    if (refused.isPresent()) {
      return blocked(to, refused.get());
    }
    page.keep(to, hasCredentials, said);
    return Optional.empty();
  }

  /// What the request says where it comes from.
  public HttpHeaders origin() {
    return HttpHeaders.NONE.plus("Origin", origin);
  }

  private static List<String> methods(HttpHeaders headers) {
    List<String> methods = new ArrayList<>();
    for (String value : headers.all("Access-Control-Allow-Methods")) {
      for (String each : value.split(",", -1)) {
        methods.add(each.strip());
      }
    }
    return methods;
  }

  private static long seconds(HttpHeaders headers) {
    String said = headers.first("Access-Control-Max-Age").orElse("").strip();
    boolean isNumber = said.matches("-?[0-9]{1,9}");
    return isNumber ? Math.min(Math.max(0, Long.parseLong(said)), MOST_SECONDS) : USUAL_SECONDS;
  }

  private Optional<String> refusal(CrossOrigin.Said said, String method, List<String> fields) {
    boolean isAnyMethod = !hasCredentials && said.methods().contains("*");
    if (!CrossOrigin.isSimple(method) && !isAnyMethod && !said.methods().contains(method)) {
      return Optional.of(
          "Method "
              + method
              + " is not allowed by Access-Control-Allow-Methods in preflight"
              + " response.");
    }
    boolean isAnyField = !hasCredentials && said.fields().contains("*");
    for (String field : fields) {
      boolean isAllowed =
          said.fields().contains(field) || (isAnyField && !field.equals("authorization"));
      if (!isAllowed) {
        return Optional.of(
            "Request header field "
                + field
                + " is not allowed by Access-Control-Allow-Headers in"
                + " preflight response.");
      }
    }
    return Optional.empty();
  }

  /// Why the page may not have an answer from there, if it may not.
  public Optional<String> fault(HttpUrl from, HttpHeaders headers) {
    return isCross ? access(headers).flatMap(why -> blocked(from, why)) : Optional.empty();
  }

  /// What access control says to an answer's fields.
  private Optional<String> access(HttpHeaders headers) {
    List<String> allowed = headers.all("Access-Control-Allow-Origin");
    String said = allowed.isEmpty() ? "" : allowed.getFirst();
    if (allowed.isEmpty()) {
      return Optional.of(
          "No 'Access-Control-Allow-Origin' header is present on the requested resource.");
    }
    if (allowed.size() > 1 || said.contains(",")) {
      return Optional.of(
          "The 'Access-Control-Allow-Origin' header contains multiple values '"
              + String.join(", ", allowed)
              + "', but only one is allowed.");
    }
    if (said.equals("*") && hasCredentials) {
      return Optional.of(
          "The value of the 'Access-Control-Allow-Origin' header in the response must not be the"
              + " wildcard '*' when the request's credentials mode is 'include'.");
    }
    if (!said.equals("*") && !said.equals(origin)) {
      return Optional.of(
          "The 'Access-Control-Allow-Origin' header has a value '"
              + said
              + "' that is not equal to the supplied origin.");
    }
    String credentials = headers.first("Access-Control-Allow-Credentials").orElse("");
    if (hasCredentials && !credentials.equals("true")) {
      return Optional.of(
          "The value of the 'Access-Control-Allow-Credentials' header in the response is '"
              + credentials
              + "' which must be 'true' when the request's credentials mode is 'include'.");
    }
    return Optional.empty();
  }

  private Optional<String> blocked(HttpUrl at, String why) {
    return Optional.of(
        "Access to fetch at '"
            + at.absolute()
            + "' from origin '"
            + page.origin()
            + "' has been blocked by CORS policy: "
            + why);
  }

  /// The request goes on to another address.
  public void redirected(HttpUrl from, HttpUrl to) {
    boolean isElsewhere = !CrossOrigin.originOf(from).equals(CrossOrigin.originOf(to));
    if (isElsewhere && !page.isOwn(from)) {
      origin = "null";
    }
  }

  /// What the page may see of the answer's fields.
  public HttpHeaders visible(HttpHeaders headers) {
    return CrossOrigin.visible(headers, isCross, hasCredentials);
  }
}
