package netarium.engine.vm.gohttp.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import netarium.engine.vm.files.FileStat;
import netarium.engine.vm.gourl.GoUrl;

/// The page that shows what is in a directory.
final class DirectoryListing {
  private DirectoryListing() {}

  /// By name; directories with a slash behind it.
  static String of(List<FileStat> entries) {
    return entries.stream()
        .sorted(Comparator.comparing(FileStat::name))
        .map(entry -> octets(entry.name() + (entry.isDirectory() ? "/" : "")))
        .map(name -> "<a href=\"" + reference(name) + "\">" + Replies.html(name) + "</a>\n")
        .collect(
            Collectors.joining(
                "",
                "<!doctype html>\n"
                    + "<meta name=\"viewport\" content=\"width=device-width\">\n"
                    + "<pre>\n",
                "</pre>\n"));
  }

  /// A name as an address that is seen from beside it.
  static String reference(String name) {
    return ServerRequest.withPath(GoUrl.EMPTY, name, "").text();
  }

  private static String octets(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
