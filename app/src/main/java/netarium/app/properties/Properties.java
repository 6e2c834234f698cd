package netarium.app.properties;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import netarium.app.canvas.scene.Item;
import netarium.app.edit.TopologyEdit;
import netarium.app.project.Document;
import netarium.app.session.Listeners;
import netarium.app.session.Selection;
import netarium.topologies.Note;
import netarium.topologies.Topology;
import netarium.topologies.json.JsonValue;
import netarium.topologies.link.Link;
import netarium.topologies.node.Node;
import org.jspecify.annotations.Nullable;

/// The properties of what is selected: those of the project where nothing is, or more than one
/// thing.
public final class Properties {
  private final Listeners listeners = new Listeners();
  private final Document document;
  private final Selection selection;
  private final LiveChanges live;
  private final Runnable[] unlisten;
  private @Nullable TopologyForm form;

  public Properties(Document document, Selection selection, LiveChanges live) {
    this.document = document;
    this.selection = selection;
    this.live = live;
    unlisten = new Runnable[] {document.listen(listeners::tell), selection.listen(listeners::tell)};
  }

  /// Made anew only when somebody asks after the drawing has changed.
  private TopologyForm form() {
    TopologyForm known = form;
    if (known == null || !known.topology().equals(document.topology())) {
      known = new TopologyForm(document.topology());
      form = known;
    }
    return known;
  }

  /// Calls `listener` when there is something else to show; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  public void dispose() {
    for (Runnable each : unlisten) {
      each.run();
    }
  }

  Document document() {
    return document;
  }

  /// Whether a live property is changed in the run as well.
  boolean isRunning() {
    return live.isRunning();
  }

  public Subject subject() {
    Set<Item> items = selection.items();
    if (items.size() == 1) {
      Topology topology = document.topology();
      return switch (items.iterator().next()) {
        case Item.OfNode(String id) when topology.node(id) != null -> new Subject.OfNode(id);
        case Item.OfLink(String id) when topology.link(id) != null -> new Subject.OfLink(id);
        case Item.OfNote(int index) when index < topology.notes().size() ->
            new Subject.OfNote(index);
        default -> new Subject.OfProject();
      };
    }
    return new Subject.OfProject();
  }

  /// What the subject is called; empty for notes.
  String title() {
    return switch (subject()) {
      case Subject.OfProject _ -> document.name();
      case Subject.OfNode(String id) -> name(document.topology().node(id), id);
      case Subject.OfLink(String id) -> id;
      case Subject.OfNote _ -> "";
    };
  }

  private static String name(@Nullable Node node, String otherwise) {
    return node == null ? otherwise : node.displayName();
  }

  /// The ends of the link that is shown: `client:eth0`, `sw:p1`.
  Optional<List<String>> ends() {
    Link link =
        subject() instanceof Subject.OfLink(String id) ? document.topology().link(id) : null;
    return link == null
        ? Optional.empty()
        : Optional.of(List.of(link.a().toString(), link.b().toString()));
  }

  public List<Section> sections() {
    return new Sections(document.topology(), document.scripts()).of(subject());
  }

  public Field.Value value(Field field) {
    return form().value(field);
  }

  /// What would be wrong with that, or doubtful about it; empty if nothing is.
  String objection(Field field, Field.Value typed) {
    return switch (form().with(field, typed)) {
      case TopologyForm.Outcome.Changed(Topology _, String doubt) -> doubt;
      case TopologyForm.Outcome.Wrong(String message) -> message;
    };
  }

  /// Changes a property, in the drawing and in the run if it can be changed there. What is wrong
  /// with it, if it stays as it is.
  public Optional<String> change(Field field, Field.Value typed) {
    Subject subject = subject();
    return switch (form().with(field, typed)) {
      case TopologyForm.Outcome.Wrong(String message) -> Optional.of(message);
      case TopologyForm.Outcome.Changed(Topology after, String _) -> {
        if (!after.equals(document.topology())) {
          JsonValue value = TopologyForm.json(field, typed);
          document.history().apply(edit(subject, field, typed, after));
          if (live.isRunning()) {
            Stimuli.of(subject, field, value, after).ifPresent(live::apply);
          }
        }
        yield Optional.empty();
      }
    };
  }

  private TopologyEdit edit(Subject subject, Field field, Field.Value typed, Topology after) {
    return switch (subject) {
      case Subject.OfNode(String id) -> {
        String newId = field.kind() == Field.Kind.ID ? typed.ab().strip() : id;
        Node node = after.node(newId);
        if (!newId.equals(id)) {
          selection.select(Set.of(new Item.OfNode(newId)));
        }
        yield node == null ? whole(after) : new TopologyEdit.ChangeNode(id, node);
      }
      case Subject.OfLink(String id) -> {
        Link link = after.link(id);
        yield link == null ? whole(after) : new TopologyEdit.ChangeLink(link);
      }
      case Subject.OfNote(int index) -> {
        Note note = after.notes().get(index);
        yield new TopologyEdit.ChangeNote(index, note);
      }
      case Subject.OfProject _ -> whole(after);
    };
  }

  private static TopologyEdit whole(Topology after) {
    return new TopologyEdit.Replace("edit.change-project", after);
  }

  /// Takes an entry such as a program away.
  void remove(Section section) {
    if (form().without(section.entry())
            instanceof TopologyForm.Outcome.Changed(Topology after, String _)
        && subject() instanceof Subject.OfNode(String id)) {
      Node node = after.node(id);
      if (node != null) {
        document.history().apply(new TopologyEdit.ChangeNode(id, node));
      }
    }
  }
}
