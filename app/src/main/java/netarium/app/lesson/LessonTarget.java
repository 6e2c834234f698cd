package netarium.app.lesson;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netarium.topologies.Topology;

/// Where a link of a lesson leads.
///
/// `netarium:select/ID` selects a node or a link of the network; `netarium:open/scripts/x.lua`,
/// with `:12` for a line, opens a script; the path alone does too.
public sealed interface LessonTarget {
  record Node(String id) implements LessonTarget {}

  record Link(String id) implements LessonTarget {}

  /// `line` from 1, or 0 for the script as such.
  record Script(String path, int line) implements LessonTarget {}

  /// A page outside; lessons stand by themselves, so it is not opened but copied.
  record Page(String address) implements LessonTarget {}

  /// What this project does not have.
  record Nothing(String address) implements LessonTarget {}

  String SELECT = "netarium:select/";
  String OPEN = "netarium:open/";
  Pattern WITH_LINE = Pattern.compile("(.+\\.lua)(?::([0-9]{1,6}))?");

  /// What `address` means in a project of this topology.
  static LessonTarget of(String address, Topology topology, Set<String> scripts) {
    if (address.startsWith(SELECT)) {
      String id = decoded(address.substring(SELECT.length()));
      if (topology.node(id) != null) {
        return new Node(id);
      }
      return topology.link(id) != null ? new Link(id) : new Nothing(address);
    }
    String path = address.startsWith(OPEN) ? address.substring(OPEN.length()) : address;
    Matcher script = WITH_LINE.matcher(decoded(path));
    if (script.matches() && scripts.contains(script.group(1))) {
      String line = script.group(2);
      return new Script(script.group(1), line == null ? 0 : Integer.parseInt(line));
    }
    boolean isPage = address.startsWith("https://") || address.startsWith("http://");
    return isPage ? new Page(address) : new Nothing(address);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
