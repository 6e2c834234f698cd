package netarium.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import netarium.app.edit.EditHistory;
import netarium.app.edit.TopologyEdit;
import netarium.app.session.Listeners;
import netarium.topologies.Topology;
import netarium.topologies.node.Node;
import netarium.topologies.path.PathSet;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.project.Project;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;
import org.jspecify.annotations.Nullable;

/// A project as it is on screen: the drawing with its past, and the text of every script, saved or
/// not. Whatever is run, saved or kept safe is what [#project] gives.
///
/// Adding, renaming and removing files are steps of the drawing's history, so that they are undone
/// in their turn; typing in a script is undone in its editor.
public final class Document {
  private final Listeners listeners = new Listeners();
  private final EditHistory history;
  private final ProjectFiles files;
  private Project saved;
  private @Nullable Path location;
  private @Nullable Project assembled;
  private long revision;

  /// `location` is the folder or the `.netarium` file that the project was read from, if any.
  public Document(Project project, @Nullable Path location) {
    this.saved = project;
    this.location = location;
    history = new EditHistory(project.topology());
    files = new ProjectFiles(project);
    history.listen(_ -> changed());
  }

  /// A document with unsaved changes: `shown` is on screen, `saved` in its place on the disk.
  static Document unsaved(Project saved, Project shown, @Nullable Path location) {
    Document document = new Document(shown, location);
    document.saved = saved;
    document.history.markSaved(saved.topology());
    return document;
  }

  /// Shows another project in this one's place, as one step that can be undone.
  private void replaceBy(Project shown) {
    List<Swap> swaps = new ArrayList<>();
    SortedSet<String> paths = new TreeSet<>(files.paths());
    paths.addAll(shown.paths());
    paths.remove(ProjectPath.TOPOLOGY);
    for (String path : paths) {
      if (!files.isAsIn(shown, path)) {
        swaps.add(new Swap(path, files.octets(path), shown.octets(path).orElse(null)));
      }
    }
    EditHistory.Beside beside = swaps.isEmpty() ? EditHistory.Beside.NOTHING : new Several(swaps);
    history.apply(new TopologyEdit.Replace("edit.reload", shown.topology()), beside);
  }

  /// Takes over what stands on the disk now; undo brings back what was on screen.
  void reload(Project onDisk) {
    replaceBy(onDisk);
    savedAs(onDisk, location);
  }

  /// Calls `listener` after every change, a save and a new location included; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  public EditHistory history() {
    return history;
  }

  public Topology topology() {
    return history.topology();
  }

  public String name() {
    return topology().name();
  }

  /// The folder or file it is saved in; empty before it was saved for the first time.
  public Optional<Path> location() {
    return Optional.ofNullable(location);
  }

  /// Counts the changes of what would be saved.
  public long revision() {
    return revision;
  }

  /// The paths of all scripts, such as `scripts/server.lua`.
  public SortedSet<String> scripts() {
    return files.within(ProjectPath.SCRIPTS);
  }

  /// The paths of the files that machines can be given.
  public SortedSet<String> files() {
    return files.within(ProjectPath.FILES);
  }

  public boolean has(String path) {
    return files.has(path);
  }

  public Optional<String> lesson() {
    return has(ProjectPath.LESSON) ? Optional.of(text(ProjectPath.LESSON)) : Optional.empty();
  }

  /// The text of a script or the lesson as it is on screen; empty where there is none.
  public String text(String path) {
    return files.text(path);
  }

  /// How many octets a file has.
  public int octets(String path) {
    byte[] octets = files.octets(path);
    return octets == null ? 0 : octets.length;
  }

  /// Somebody typed. Text for a file that is gone is dropped: its editor is about to close.
  public void text(String path, String text) {
    if (has(path) && files.text(path, text)) {
      changed();
    }
  }

  /// Whether anything is unsaved.
  public boolean isModified() {
    return history.isModified() || !files.areAllAsIn(saved);
  }

  /// Whether this file is unsaved.
  public boolean isModified(String path) {
    return path.equals(ProjectPath.TOPOLOGY) ? history.isModified() : !files.isAsIn(saved, path);
  }

  /// The project as it is on screen, unsaved text included.
  public Project project() {
    Project known = assembled;
    if (known == null) {
      known = files.into(saved).with(topology());
      assembled = known;
    }
    return known;
  }

  /// The project as it was opened or saved last.
  public Project saved() {
    return saved;
  }

  /// Whether a file can have this path beside those that are there.
  public Parsed<String> free(String path) {
    Parsed<String> parsed = ProjectPath.parse(path);
    if (parsed instanceof Parsed.Bad<String>) {
      return parsed;
    }
    if (!ProjectPath.isKept(path) || path.equals(ProjectPath.TOPOLOGY)) {
      return Parsed.bad(
          Quoted.text(path) + " is not a file of a project", "use a name such as scripts/main.lua");
    }
    PathSet taken = new PathSet();
    files.paths().forEach(taken::addFile);
    String clash = taken.addFile(path);
    return clash == null
        ? parsed
        : Parsed.bad("there is already " + Quoted.text(clash), "choose another name");
  }

  /// Adds a file; see [#free].
  public void add(String path, String text) {
    add(path, text, unchanged("edit.add-file"));
  }

  /// Adds a file together with a change of the drawing, as one step.
  public void add(String path, String text, TopologyEdit edit) {
    free(path).orThrow();
    history.apply(edit, new Swap(path, null, text.getBytes(UTF_8)));
  }

  /// Takes a file away, and every program that would run it.
  public void remove(String path) {
    byte[] old = files.octets(path);
    if (old != null) {
      Topology without = ScriptUses.without(topology(), path);
      history.apply(
          new TopologyEdit.Replace("edit.remove-file", without), new Swap(path, old, null));
    }
  }

  /// Gives a file another path, and the programs and machine's files that name it with it.
  public void rename(String from, String to) {
    byte[] old = files.octets(from);
    if (old == null || from.equals(to)) {
      return;
    }
    free(to).orThrow();
    Topology renamed = ScriptUses.renamed(topology(), from, to);
    history.apply(
        new TopologyEdit.Replace("edit.rename-file", renamed),
        new Several(List.of(new Swap(from, old, null), new Swap(to, null, old))));
  }

  /// The machines that run a script, in the order of the drawing.
  public List<Node> usersOf(String path) {
    List<Node> users = new ArrayList<>();
    for (Node node : topology().nodes()) {
      if (ScriptUses.runs(node, path)) {
        users.add(node);
      }
    }
    return users;
  }

  /// `stored` is now what stands at `place`.
  void savedAs(Project stored, @Nullable Path place) {
    saved = stored;
    location = place;
    history.markSaved(stored.topology());
    assembled = null;
    listeners.tell();
  }

  private TopologyEdit unchanged(String label) {
    return new TopologyEdit.Replace(label, topology());
  }

  private void changed() {
    revision++;
    assembled = null;
    listeners.tell();
  }

  /// A file comes, goes or comes back as it was when it went.
  private final class Swap implements EditHistory.Beside {
    private final String path;
    private byte @Nullable [] before;
    private byte @Nullable [] after;

    Swap(String path, byte @Nullable [] before, byte @Nullable [] after) {
      this.path = path;
      this.before = before;
      this.after = after;
    }

    @Override
    public void redo() {
      before = files.octets(path);
      put(after);
    }

    @Override
    public void undo() {
      after = files.octets(path);
      put(before);
    }

    private void put(byte @Nullable [] octets) {
      if (octets == null) {
        files.remove(path);
      } else {
        files.put(path, octets);
      }
    }
  }

  private record Several(List<Swap> swaps) implements EditHistory.Beside {
    @Override
    public void redo() {
      swaps.forEach(Swap::redo);
    }

    @Override
    public void undo() {
      swaps.reversed().forEach(Swap::undo);
    }
  }
}
