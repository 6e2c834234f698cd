package netarium.engine.vm.gohttp.server;

import java.util.Locale;

/// The types of files by what follows the last dot of their names: those that Go knows by itself.
final class MediaTypes {
  private MediaTypes() {}

  /// Empty for what is better told by the content.
  static String ofName(String name) {
    int dot = name.lastIndexOf('.');
    return switch (dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
      case "avif" -> "image/avif";
      case "css" -> "text/css; charset=utf-8";
      case "csv" -> "text/csv; charset=utf-8";
      case "gif" -> "image/gif";
      case "htm", "html" -> "text/html; charset=utf-8";
      case "ico" -> "image/vnd.microsoft.icon";
      case "jpeg", "jpg" -> "image/jpeg";
      case "js", "mjs" -> "text/javascript; charset=utf-8";
      case "json" -> "application/json";
      case "md" -> "text/markdown; charset=utf-8";
      case "pdf" -> "application/pdf";
      case "png" -> "image/png";
      case "svg" -> "image/svg+xml";
      case "txt" -> "text/plain; charset=utf-8";
      case "wasm" -> "application/wasm";
      case "webp" -> "image/webp";
      case "xml" -> "text/xml; charset=utf-8";
      default -> "";
    };
  }
}
