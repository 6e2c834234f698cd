package netarium.engine.vm.gohttp.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.gohttp.CookieValue;
import netarium.engine.vm.gohttp.GoStatus;
import netarium.engine.vm.gourl.GoUrl;
import netarium.engine.vm.gourl.UrlFaultException;
import netarium.engine.vm.gourl.UrlPaths;
import netarium.engine.wire.Octets;

/// The answers that come with the package: `http.Error`, `http.NotFound`, `http.Redirect` and the
/// handlers that give them.
final class Replies {
  static final Native NOT_FOUND = Native.of("http.NotFound", Replies::notFound).asWorldCall();

  private static final int FOUND_NOTHING = 404;

  private Replies() {}

  private static int notFound(Coroutine co, int func, int n) {
    ResponseWriter writer = ResponseWriter.check(co, func, n, 1);
    ServerRequest.check(co, func, n, 2);
    return notFound(co, func, writer);
  }

  static int notFound(Coroutine co, int func, ResponseWriter writer) {
    return error(co, func, writer, "404 page not found", FOUND_NOTHING);
  }

  static int notFoundHandler(Coroutine co, int func, int n) {
    Handler handler =
        (_, in, at, count, _, _, _) -> notFound(in, at, ResponseWriter.check(in, at, count, 2));
    return co.returns(func, Handler.value(co.machine, handler, Nil.NIL));
  }

  /// `http.Error(w, message, code)`.
  static int error(Coroutine co, int func, int n) {
    ResponseWriter writer = ResponseWriter.check(co, func, n, 1);
    String message = Args.checkStr(co, func, n, 2).toLatin1();
    return error(co, func, writer, message, Args.checkInt(co, func, n, 3));
  }

  static int error(Coroutine co, int func, ResponseWriter writer, String message, int code) {
    writer.header().remove("Content-Length");
    writer.header().remove("Content-Encoding");
    writer.header().set("Content-Type", "text/plain; charset=utf-8");
    writer.header().set("X-Content-Type-Options", "nosniff");
    writer.writeHeader(co, code);
    return writer.sendAll(co, func, octets(message + "\n"));
  }

  /// `http.SetCookie(w, cookie)`: one that cannot be sent is not.
  static int setCookie(Coroutine co, int func, int n) {
    ResponseWriter writer = ResponseWriter.check(co, func, n, 1);
    String cookie = CookieValue.argument(co, func, n, 2).toSetCookie();
    if (!cookie.isEmpty()) {
      writer.header().add("Set-Cookie", cookie);
    }
    return co.returns();
  }

  /// `http.Redirect(w, r, url, code)`.
  static int redirect(Coroutine co, int func, int n) {
    ResponseWriter writer = ResponseWriter.check(co, func, n, 1);
    Table request = ServerRequest.check(co, func, n, 2);
    String target = Args.checkStr(co, func, n, 3).toLatin1();
    return redirect(co, func, writer, request, target, Args.checkInt(co, func, n, 4));
  }

  /// `http.RedirectHandler(url, code)`.
  static int redirectHandler(Coroutine co, int func, int n) {
    String target = Args.checkStr(co, func, n, 1).toLatin1();
    int code = Args.checkInt(co, func, n, 2);
    Handler handler =
        (_, in, at, count, _, _, request) ->
            redirect(in, at, ResponseWriter.check(in, at, count, 2), request, target, code);
    return co.returns(func, Handler.value(co.machine, handler, Nil.NIL));
  }

  private static int redirect(
      Coroutine co, int func, ResponseWriter writer, Table request, String target, int code) {
    String location = escaped(location(co, request, target));
    boolean hasType = writer.header().has("Content-Type");
    String method = ServerRequest.method(request);
    writer.header().set("Location", location);
    if (!hasType && (method.equals("GET") || method.equals("HEAD"))) {
      writer.header().set("Content-Type", "text/html; charset=utf-8");
    }
    writer.writeHeader(co, code);
    if (hasType || !method.equals("GET")) {
      return co.returns();
    }
    String link = "<a href=\"" + html(location) + "\">" + GoStatus.text(code) + "</a>.\n\n";
    return writer.sendAll(co, func, octets(link));
  }

  /// A target without a host, seen from the path of the request and tidied.
  private static String location(Coroutine co, Table request, String target) {
    try {
      GoUrl url = GoUrl.parse(target);
      if (!url.scheme().isEmpty() || !url.host().isEmpty()) {
        return target;
      }
    } catch (UrlFaultException _) {
      return target;
    }
    String old = ServerRequest.url(co, request).path();
    String path = old.isEmpty() ? "/" : old;
    String whole =
        target.startsWith("/") ? target : path.substring(0, path.lastIndexOf('/') + 1) + target;
    int query = whole.indexOf('?');
    String bare = query < 0 ? whole : whole.substring(0, query);
    String clean = UrlPaths.clean(bare);
    boolean endsInSlash = bare.endsWith("/") && !clean.endsWith("/");
    return clean + (endsInSlash ? "/" : "") + (query < 0 ? "" : whole.substring(query));
  }

  /// What is no ASCII as escapes.
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        out.append(c);
      } else {
        out.append('%');
        out.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }

  /// Text as it stands in a page.
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;");
  }

  static Octets octets(String latin1) {
    return Octets.wrap(latin1.getBytes(ISO_8859_1));
  }
}
