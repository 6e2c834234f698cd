package netarium.app.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.Topology;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;

/// What a new network can begin as. Each is a project in the program, written like any other.
public enum Templates {
  EMPTY("empty", false),
  SMALL_OFFICE("small-office", false),
  TWO_NETWORKS("two-networks", false),
  CLIENT_SERVER("client-server", true);

  private static final List<String> SCRIPTS = List.of("scripts/client.lua", "scripts/server.lua");

  private final String key;
  private final boolean hasScripts;

  Templates(String key, boolean hasScripts) {
    this.key = key;
    this.hasScripts = hasScripts;
  }

  /// What it is called in bundles and resources.
  public String key() {
    return key;
  }

  /// A new project with this name.
  public Project project(String name) {
    if (this == EMPTY) {
      return Project.of(Topology.empty(name));
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(ProjectPath.TOPOLOGY, read(ProjectPath.TOPOLOGY));
    for (String path : hasScripts ? SCRIPTS : List.<String>of()) {
      files.put(path, read(path));
    }
    if (Projects.open(files, key) instanceof OpenResult.Opened opened) {
      Project project = opened.project();
      return project.with(project.topology().withName(name));
    }
    throw new IllegalStateException("invariant broken: the template opens: " + key);
  }

  private byte[] read(String path) {
    String resource = "templates/" + key + "/" + path;
    try (InputStream in = Templates.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("invariant broken: the program contains " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
