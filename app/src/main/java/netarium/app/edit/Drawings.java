package netarium.app.edit;

import java.util.List;
import netarium.topologies.Note;
import netarium.topologies.Topology;

/// Copies of a drawing with one part changed.
final class Drawings {
  private Drawings() {}

  static Topology withNotes(Topology old, List<Note> notes) {
    return notes.equals(old.notes())
        ? old
        : new Topology(
            old.name(),
            old.description(),
            old.seed(),
            old.epoch(),
            old.until(),
            old.hosts(),
            old.nodes(),
            old.links(),
            notes,
            old.stimuli(),
            old.extras());
  }
}
