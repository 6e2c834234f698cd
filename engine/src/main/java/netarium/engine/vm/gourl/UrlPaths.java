package netarium.engine.vm.gourl;

import java.util.ArrayList;
import java.util.List;

/// Paths, joined and tidied.
public final class UrlPaths {
  private UrlPaths() {}

  /// What a path means in a document of another (RFC 3986 §5.2.4), escaped as both are.
  static String resolve(String base, String reference) {
    String full = reference;
    if (reference.isEmpty()) {
      full = base;
    } else if (!reference.startsWith("/")) {
      full = base.substring(0, base.lastIndexOf('/') + 1) + reference;
    }
    if (full.isEmpty()) {
      return "";
    }
    StringBuilder kept = new StringBuilder(full.length());
    String[] parts = full.split("/", -1);
    boolean isFirst = true;
    for (String part : parts) {
      if (part.equals("..")) {
        int slash = kept.lastIndexOf("/");
        kept.setLength(Math.max(0, slash));
        isFirst = slash < 0;
      } else {
        if (!part.equals(".")) {
          kept.append(isFirst ? "" : "/").append(part);
        }
        isFirst = false;
      }
    }
    String last = parts[parts.length - 1];
    if (last.equals(".") || last.equals("..")) {
      kept.append('/');
    }
    return kept.indexOf("/") == 0 ? kept.toString() : "/" + kept;
  }

  /// Elements joined by slashes and tidied; empty ones count for nothing.
  static String join(List<String> elements) {
    List<String> there = elements.stream().filter(each -> !each.isEmpty()).toList();
    return there.isEmpty() ? "" : clean(String.join("/", there));
  }

  /// The shortest path that means the same.
  public static String clean(String path) {
    boolean isRooted = path.startsWith("/");
    List<String> kept = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      boolean goesUp = part.equals("..");
      if (goesUp && !kept.isEmpty() && !kept.getLast().equals("..")) {
        kept.removeLast();
      } else if (!part.isEmpty() && !part.equals(".") && !(goesUp && isRooted)) {
        kept.add(part);
      }
    }
    String joined = (isRooted ? "/" : "") + String.join("/", kept);
    return joined.isEmpty() ? "." : joined;
  }
}
