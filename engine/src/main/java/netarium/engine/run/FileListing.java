package netarium.engine.run;

import java.util.SortedMap;
import java.util.TreeMap;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.FileStat;
import netarium.engine.vm.files.FileTree;

/// The files of a machine as somebody outside sees them.
final class FileListing {
  private FileListing() {}

  /// The sizes of all files in octets, by path.
  static SortedMap<String, Long> of(FileTree tree) {
    SortedMap<String, Long> files = new TreeMap<>();
    add(tree, "/", files);
    return files;
  }

  private static void add(FileTree tree, String folder, SortedMap<String, Long> files) {
    if (!(tree.list(folder, FileCaller.root(0)) instanceof FileResult.Done(var entries))) {
      return;
    }
    for (FileStat each : entries) {
      String path = folder + each.name();
      if (each.isDirectory()) {
        add(tree, path + "/", files);
      } else {
        files.put(path, each.octets());
      }
    }
  }
}
