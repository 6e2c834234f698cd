package netarium.app.problems;

/// Where something can be mended.
public sealed interface Place {
  /// A place in a file of the project; line and column from 1, a column of 0 is the whole line.
  record InText(String file, int line, int column) implements Place {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /// A property of a node: the interface, `gateway`, `programs` …; empty for the node as such.
  record OfNode(String id, String property) implements Place {
    @Override
    public String toString() {
      return id;
    }
  }

  /// A property of a link: `up`, `queue`, `mtu` …
  record OfLink(String id, String property) implements Place {
    @Override
    public String toString() {
      return id;
    }
  }
}
