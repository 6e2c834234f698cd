package netarium.app.project;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import netarium.app.edit.Building;
import netarium.topologies.node.NodeKind;

/// A window without a window: documents, answers decided beforehand, a clock that stands still.
final class Desk {
  final FakePeople people = new FakePeople();
  final RecentProjects recent;
  final Documents documents;
  Instant now = Instant.parse("2026-05-01T10:00:00Z");
  final InstantSource clock = () -> now;

  Desk(Path folder) {
    recent = new RecentProjects(folder.resolve("recent.json"), clock);
    documents = new Documents(Background.DIRECT, people, people, recent);
  }

  Document document() {
    return documents.current().orElseThrow();
  }

  /// Adds a machine to the drawing.
  void draw() {
    Document document = document();
    document.history().apply(Building.node(document.topology(), NodeKind.VM, 0, 0));
  }
}
