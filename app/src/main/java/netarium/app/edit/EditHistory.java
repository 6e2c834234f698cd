package netarium.app.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.topologies.Topology;
import org.jspecify.annotations.Nullable;

/// The drawing with its past and its undone future. Drawings are immutable and share what they have
/// in common, so the past is kept as it was and nothing needs an inverse.
///
/// Invariant: `position` edits are applied; the drawing is `states[position]`.
public final class EditHistory {
  private static final int MOST_KEPT = 1_000;

  private final List<Topology> states = new ArrayList<>();
  private final List<TopologyEdit> edits = new ArrayList<>();
  private final List<Beside> besides = new ArrayList<>();
  private final List<Consumer<Topology>> listeners = new ArrayList<>();
  private int position;
  private @Nullable Topology saved;
  private boolean mayCoalesce;

  /// What else belongs to a step than the drawing, such as a script that came with a program.
  public interface Beside {
    /// Nothing else.
    Beside NOTHING =
        new Beside() {
          @Override
          public void redo() {}

          @Override
          public void undo() {}
        };

    void redo();

    void undo();
  }

  public EditHistory(Topology start) {
    states.add(start);
    saved = start;
  }

  public Topology topology() {
    return states.get(position);
  }

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Consumer<Topology> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Applies an edit and forgets what had been undone; an edit that changes nothing leaves no
  /// trace.
  public Topology apply(TopologyEdit edit) {
    return apply(edit, Beside.NOTHING);
  }

  /// The same with something beside the drawing, which is done now and counts as a change even if
  /// the drawing stays as it is.
  public Topology apply(TopologyEdit edit, Beside beside) {
    boolean isAlone = beside.equals(Beside.NOTHING);
    Topology before = topology();
    Topology after = edit.apply(before);
    if (isAlone && after.equals(before)) {
      return before;
    }
    while (edits.size() > position) {
      edits.removeLast();
      besides.removeLast();
      states.removeLast();
    }
    boolean goesOn =
        isAlone && mayCoalesce && position > 0 && edits.get(position - 1).absorbs(edit);
    beside.redo();
    if (goesOn) {
      edits.set(position - 1, edit);
      states.set(position, after);
    } else {
      edits.add(edit);
      besides.add(beside);
      states.add(after);
      position++;
      forgetOldest();
    }
    mayCoalesce = true;
    tell();
    return after;
  }

  private void forgetOldest() {
    if (edits.size() > MOST_KEPT) {
      edits.removeFirst();
      besides.removeFirst();
      states.removeFirst();
      position--;
    }
  }

  public boolean canUndo() {
    return position > 0;
  }

  public boolean canRedo() {
    return position < edits.size();
  }

  /// What undo would take back; [EditWords] says it in words.
  public Optional<TopologyEdit> undoEdit() {
    return canUndo() ? Optional.of(edits.get(position - 1)) : Optional.empty();
  }

  public Optional<TopologyEdit> redoEdit() {
    return canRedo() ? Optional.of(edits.get(position)) : Optional.empty();
  }

  public boolean undo() {
    if (!canUndo()) {
      return false;
    }
    besides.get(position - 1).undo();
    return go(position - 1);
  }

  public boolean redo() {
    if (!canRedo()) {
      return false;
    }
    besides.get(position).redo();
    return go(position + 1);
  }

  private boolean go(int target) {
    position = target;
    mayCoalesce = false;
    tell();
    return true;
  }

  /// The drawing as it is now is the one on disk.
  public void markSaved() {
    markSaved(topology());
  }

  /// This drawing, which may not be the newest, is the one on disk.
  public void markSaved(Topology stored) {
    saved = stored;
    mayCoalesce = false;
  }

  /// Whether there is anything to save. Undoing back to what was saved counts as saved.
  public boolean isModified() {
    return !topology().equals(saved);
  }

  private void tell() {
    Topology now = topology();
    List.copyOf(listeners).forEach(each -> each.accept(now));
  }
}
