package netarium.app.project;

import java.nio.file.Path;

/// A process that edits and keeps its work as fast as it can, and prints the number of each edit
/// that is safe, until somebody ends it.
final class RestlessWriter {
  private RestlessWriter() {}

  /// The arguments are a project and the folder for unsaved work.
  static void main(String[] args) {
    Path root = Path.of(args[1]);
    Desk desk = new Desk(root.resolveSibling("settings"));
    desk.documents.open(Path.of(args[0]));
    Autosave autosave = new Autosave(desk.documents, Background.DIRECT, desk.clock, root);
    for (long edit = 1; ; edit++) {
      String filler = "-- line\n".repeat((int) (edit * 997 % 5_000));
      desk.document().text("scripts/server.lua", "-- " + edit + "\n" + filler + "-- end\n");
      desk.now = desk.now.plus(Autosave.INTERVAL);
      autosave.tick();
      System.out.println(edit);
      System.out.flush();
    }
  }
}
