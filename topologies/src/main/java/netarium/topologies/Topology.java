package netarium.topologies;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.json.Extras;
import netarium.topologies.link.Link;
import netarium.topologies.node.Node;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Everything a `topology.json` of version 1 says. Lists and maps keep the order of the file, which
/// is also the order in which programs start.
///
/// @param seed where all randomness of a run comes from
/// @param epoch the calendar time at which the simulated clock begins
/// @param until when a run ends at the latest, where the file says so
/// @param hosts names that every machine knows
public record Topology(
    String name,
    @Nullable String description,
    long seed,
    Instant epoch,
    @Nullable TimeSpan until,
    Map<String, IpAddress> hosts,
    List<Node> nodes,
    List<Link> links,
    List<Note> notes,
    List<Stimulus> stimuli,
    Extras extras) {
  public static final String FORMAT = "netarium-topology";
  public static final int VERSION = 1;
  public static final String UNTITLED = "Untitled";
  public static final long DEFAULT_SEED = 1;
  public static final Instant DEFAULT_EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  public Topology {
    hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    notes = List.copyOf(notes);
    stimuli = List.copyOf(stimuli);
  }

  /// A topology with nothing in it yet.
  public static Topology empty(String name) {
    return new Topology(
        name,
        null,
        DEFAULT_SEED,
        DEFAULT_EPOCH,
        null,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Extras.NONE);
  }

  public @Nullable Node node(String id) {
    for (Node node : nodes) {
      if (node.id().equals(id)) {
        return node;
      }
    }
    return null;
  }

  public @Nullable Link link(String id) {
    for (Link link : links) {
      if (link.id().equals(id)) {
        return link;
      }
    }
    return null;
  }

  public Topology withNodes(List<Node> changed) {
    return new Topology(
        name, description, seed, epoch, until, hosts, changed, links, notes, stimuli, extras);
  }

  public Topology withLinks(List<Link> changed) {
    return new Topology(
        name, description, seed, epoch, until, hosts, nodes, changed, notes, stimuli, extras);
  }

  public Topology withStimuli(List<Stimulus> changed) {
    return new Topology(
        name, description, seed, epoch, until, hosts, nodes, links, notes, changed, extras);
  }

  public Topology withSeed(long changed) {
    return new Topology(
        name, description, changed, epoch, until, hosts, nodes, links, notes, stimuli, extras);
  }

  public Topology withName(String changed) {
    return new Topology(
        changed, description, seed, epoch, until, hosts, nodes, links, notes, stimuli, extras);
  }
}
