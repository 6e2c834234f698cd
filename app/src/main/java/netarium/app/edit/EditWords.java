package netarium.app.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import netarium.app.text.Texts;

/// Says in words what an edit does: "move web", and for the menu "Undo: move web".
public final class EditWords {
  private final Texts texts;

  public EditWords(Locale locale) {
    texts = new Texts(EditWords.class, locale);
  }

  /// What undo would take back, or just that there is nothing.
  public String undo(EditHistory history) {
    return history
        .undoEdit()
        .map(edit -> texts.text("undo.of", of(edit)))
        .orElseGet(() -> texts.text("undo"));
  }

  public String redo(EditHistory history) {
    return history
        .redoEdit()
        .map(edit -> texts.text("redo.of", of(edit)))
        .orElseGet(() -> texts.text("redo"));
  }

  /// The edit itself. One whose label is no key of ours is called by its label.
  public String of(TopologyEdit edit) {
    try {
      return texts.text(edit.label(), subject(new ArrayList<>(subjects(edit))));
    } catch (MissingResourceException _) {
      return edit.label();
    }
  }

  private String subject(List<String> names) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> names.getFirst();
      case 2 -> texts.text("subject.two", names.getFirst(), names.getLast());
      default -> texts.text("subject.many", Integer.toString(names.size()));
    };
  }

  private static Set<String> subjects(TopologyEdit edit) {
    Set<String> names = new LinkedHashSet<>();
    switch (edit) {
      case TopologyEdit.AddNode add -> names.add(add.node().displayName());
      case TopologyEdit.Remove remove -> {
        names.addAll(remove.nodes());
        names.addAll(remove.links());
      }
      case TopologyEdit.Move move -> {
        names.addAll(move.nodes().keySet());
        move.notes().keySet().forEach(index -> names.add("#" + (index + 1)));
      }
      case TopologyEdit.AddLink add -> {
        names.add(add.link().a().node());
        names.add(add.link().b().node());
      }
      case TopologyEdit.ChangeNode change -> names.add(change.changed().displayName());
      case TopologyEdit.Rename rename -> names.add(rename.id());
      case TopologyEdit.RenameNode rename -> names.add(rename.id());
      case TopologyEdit.ChangeLink change -> names.add(change.changed().id());
      case TopologyEdit.SwitchLink change -> names.add(change.id());
      case TopologyEdit.RemoveNotes remove ->
          remove.indexes().forEach(index -> names.add("#" + (index + 1)));
      case TopologyEdit.Several several ->
          several.edits().forEach(each -> add(each, several, names));
      case TopologyEdit.AddNote _, TopologyEdit.ChangeNote _, TopologyEdit.Replace _ -> {}
    }
    return names;
  }

  /// Of several edits those speak that are not there only because of another: the cables of what is
  /// pasted, the address that comes with a cable.
  private static void add(TopologyEdit part, TopologyEdit.Several whole, Set<String> names) {
    boolean isCable = part instanceof TopologyEdit.AddLink;
    boolean isAddress = part instanceof TopologyEdit.ChangeNode;
    boolean speaks = whole.label().equals("edit.link") ? isCable : !isCable && !isAddress;
    if (speaks) {
      names.addAll(subjects(part));
    }
  }
}
