package netarium.app.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.app.session.Listeners;
import netarium.topologies.json.JsonTree;
import netarium.topologies.json.JsonValue;

/// The projects that were open last, the newest first, kept from one start to the next.
public final class RecentProjects {
  private static final int MOST_KEPT = 12;

  private final Listeners listeners = new Listeners();
  private final List<Entry> entries = new ArrayList<>();
  private final StoredFile file;
  private final InstantSource clock;

  /// A project, and when it was open last.
  public record Entry(Path location, String name, Instant at) {}

  public RecentProjects(Path file, InstantSource clock) {
    this.file = new StoredFile(file);
    this.clock = clock;
    this.file.read().map(root -> root.value("recent")).ifPresent(this::readAll);
  }

  private void readAll(JsonTree tree) {
    if (tree instanceof JsonTree.Items list) {
      for (JsonTree item : list.items()) {
        if (entries.size() < MOST_KEPT) {
          read(item).ifPresent(entries::add);
        }
      }
    }
  }

  private static Optional<Entry> read(JsonTree tree) {
    if (tree instanceof JsonTree.Members entry
        && entry.value("path") instanceof JsonTree.Text path
        && entry.value("name") instanceof JsonTree.Text name
        && entry.value("at") instanceof JsonTree.Text at) {
      try {
        return Optional.of(
            new Entry(Path.of(path.value()), name.value(), Instant.parse(at.value())));
      } catch (InvalidPathException | DateTimeException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  public Instant now() {
    return clock.instant();
  }

  /// A project was opened from there, or saved to there.
  public void opened(Path location, String name) {
    entries.removeIf(each -> each.location().equals(location));
    entries.addFirst(new Entry(location, name, clock.instant()));
    while (entries.size() > MOST_KEPT) {
      entries.removeLast();
    }
    changed();
  }

  public void forget(Path location) {
    if (entries.removeIf(each -> each.location().equals(location))) {
      changed();
    }
  }

  public void clear() {
    entries.clear();
    changed();
  }

  private void changed() {
    List<JsonValue> items = new ArrayList<>();
    for (Entry each : entries) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      members.put("path", JsonValue.of(each.location().toString()));
      members.put("name", JsonValue.of(each.name()));
      members.put("at", JsonValue.of(each.at().toString()));
      items.add(new JsonValue.Members(members));
    }
    Map<String, JsonValue> root = new LinkedHashMap<>();
    root.put("recent", new JsonValue.Items(items));
    file.write(root);
    listeners.tell();
  }
}
