package netarium.app.tree;

import netarium.topologies.node.NodeKind;
import netarium.topologies.path.ProjectPath;

/// A line of the tree.
public sealed interface Entry {
  /// What stays the same while the line shows something else.
  String key();

  /// The lines that hold others, in their order.
  enum Group implements Entry {
    NETWORK,
    SCRIPTS,
    FILES;

    @Override
    public String key() {
      return name();
    }
  }

  /// A node of the network.
  ///
  /// @param fact its address, or how many cables it has
  record OfNode(String id, String name, NodeKind kind, String fact) implements Entry {
    @Override
    public String key() {
      return "node " + id;
    }
  }

  /// A file of the project.
  ///
  /// @param isModified whether it is unsaved
  record OfFile(String path, boolean isModified, int octets) implements Entry {
    @Override
    public String key() {
      return path;
    }

    boolean isScript() {
      return path.startsWith(ProjectPath.SCRIPTS);
    }

    boolean isLesson() {
      return path.equals(ProjectPath.LESSON);
    }

    /// The path within its folder.
    String name() {
      return path.substring(folder().length());
    }

    String folder() {
      int slash = path.indexOf('/');
      return path.substring(0, slash + 1);
    }
  }
}
