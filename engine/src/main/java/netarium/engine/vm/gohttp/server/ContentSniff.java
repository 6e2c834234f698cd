package netarium.engine.vm.gohttp.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.wire.Octets;

/// What a content is by its first octets, as Go's `http.DetectContentType` finds it by the table of
/// the WHATWG (MIME Sniffing §7). There is always an answer.
final class ContentSniff {
  /// More are not looked at.
  static final int MOST_OCTETS = 512;

  private static final String UNKNOWN = "application/octet-stream";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";

  /// In any case, and what follows is a blank or `>`.
  private static final List<String> TAGS =
      List.of(
          "<!DOCTYPE HTML",
          "<HTML",
          "<HEAD",
          "<SCRIPT",
          "<IFRAME",
          "<H1",
          "<DIV",
          "<FONT",
          "<TABLE",
          "<A",
          "<STYLE",
          "<TITLE",
          "<B",
          "<BODY",
          "<BR",
          "<P",
          "<!--");

  /// Octets that a content begins with; a `?` where any may stand if `isLoose`.
  private record Signature(String octets, String type, boolean isLoose) {
    boolean fits(String data) {
      if (data.length() < octets.length()) {
        return false;
      }
      for (int i = 0; i < octets.length(); i++) {
        boolean isAny = isLoose && octets.charAt(i) == '?';
        if (!isAny && octets.charAt(i) != data.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Signature> SIGNATURES = new ArrayList<>();

  static {
    exact("%PDF-", "application/pdf");
    exact("%!PS-Adobe-", "application/postscript");
    loose("\u00fe\u00ff??", "text/plain; charset=utf-16be");
    loose("\u00ff\u00fe??", "text/plain; charset=utf-16le");
    loose("\u00ef\u00bb\u00bf?", TEXT);
    exact("\0\0\1\0", "image/x-icon");
    exact("\0\0\2\0", "image/x-icon");
    exact("BM", "image/bmp");
    exact("GIF87a", "image/gif");
    exact("GIF89a", "image/gif");
    loose("RIFF????WEBPVP", "image/webp");
    exact("\u0089PNG\r\n\u001a\n", "image/png");
    exact("\u00ff\u00d8\u00ff", "image/jpeg");
    loose("FORM????AIFF", "audio/aiff");
    exact("ID3", "audio/mpeg");
    exact("OggS\0", "application/ogg");
    exact("MThd\0\0\0\6", "audio/midi");
    loose("RIFF????AVI ", "video/avi");
    loose("RIFF????WAVE", "audio/wave");
  }

  private static final List<Signature> LATER_SIGNATURES = new ArrayList<>();

  static {
    later("\u001aE\u00df\u00a3", "video/webm", false);
    later("?".repeat(34) + "LP", "application/vnd.ms-fontobject", true);
    later("\0\1\0\0", "font/ttf", false);
    later("OTTO", "font/otf", false);
    later("ttcf", "font/collection", false);
    later("wOFF", "font/woff", false);
    later("wOF2", "font/woff2", false);
    later("\u001f\u008b\u0008", "application/x-gzip", false);
    later("PK\3\4", "application/zip", false);
    later("Rar!\u001a\7\0", "application/x-rar-compressed", false);
    later("Rar!\u001a\7\1\0", "application/x-rar-compressed", false);
    later("\0asm", "application/wasm", false);
  }

  private ContentSniff() {}

  private static void exact(String octets, String type) {
    SIGNATURES.add(new Signature(octets, type, false));
  }

  private static void loose(String octets, String type) {
    SIGNATURES.add(new Signature(octets, type, true));
  }

  private static void later(String octets, String type, boolean isLoose) {
    LATER_SIGNATURES.add(new Signature(octets, type, isLoose));
  }

  static String typeOf(Octets content) {
    int count = Math.min(content.length(), MOST_OCTETS);
    String data = new String(content.slice(0, count).toByteArray(), ISO_8859_1);
    int start = 0;
    while (start < data.length() && "\t\n\f\r ".indexOf(data.charAt(start)) >= 0) {
      start++;
    }
    String stripped = data.substring(start);
    if (TAGS.stream().anyMatch(tag -> isTag(stripped, tag))) {
      return HTML;
    }
    if (stripped.startsWith("<?xml")) {
      return "text/xml; charset=utf-8";
    }
    Optional<String> found =
        find(SIGNATURES, data)
            .or(() -> isMp4(data) ? Optional.of("video/mp4") : Optional.empty())
            .or(() -> find(LATER_SIGNATURES, data));
    return found.orElse(stripped.chars().noneMatch(ContentSniff::isBinary) ? TEXT : UNKNOWN);
  }

  private static Optional<String> find(List<Signature> signatures, String data) {
    return signatures.stream().filter(each -> each.fits(data)).map(Signature::type).findFirst();
  }

  private static boolean isTag(String data, String tag) {
    boolean isLonger = data.length() > tag.length();
    return isLonger
        && data.regionMatches(true, 0, tag, 0, tag.length())
        && (data.charAt(tag.length()) == ' ' || data.charAt(tag.length()) == '>');
  }

  /// A box `ftyp` that names a brand of MP4.
  private static boolean isMp4(String data) {
    if (data.length() < 12 || !data.startsWith("ftyp", 4)) {
      return false;
    }
    long size = 0;
    for (int i = 0; i < 4; i++) {
      size = size << 8 | data.charAt(i);
    }
    if (size > data.length() || size % 4 != 0) {
      return false;
    }
    for (int at = 8; at < size; at += 4) {
      // At 12 stands a version.
      if (at != 12 && data.startsWith("mp4", at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBinary(int c) {
    return c <= 0x08 || c == 0x0b || (c >= 0x0e && c <= 0x1a) || (c >= 0x1c && c <= 0x1f);
  }
}
