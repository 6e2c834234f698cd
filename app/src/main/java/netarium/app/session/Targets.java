package netarium.app.session;

import java.util.List;
import netarium.topologies.Topology;
import netarium.topologies.stimulus.Stimulus;

/// Whether what a stimulus is done to is there: the drawing may have changed since a run began.
final class Targets {
  private Targets() {}

  static boolean exist(Stimulus stimulus, Topology topology) {
    return switch (stimulus) {
      case Stimulus.Cut s -> hasLink(topology, s.link());
      case Stimulus.Heal s -> hasLink(topology, s.link());
      case Stimulus.SetLink s -> hasLink(topology, s.link());
      case Stimulus.Crash s -> hasNode(topology, s.node());
      case Stimulus.Restart s -> hasNode(topology, s.node());
      case Stimulus.Pause s -> hasNode(topology, s.node());
      case Stimulus.SetNode s -> hasNode(topology, s.node());
      case Stimulus.Type s -> hasNode(topology, s.node());
      case Stimulus.Start s -> hasNode(topology, s.node());
      case Stimulus.Key s -> hasNode(topology, s.node());
      case Stimulus.Mouse s -> hasNode(topology, s.node());
      case Stimulus.WebSocket s -> hasNode(topology, s.node());
      case Stimulus.Partition s ->
          s.groups().stream().flatMap(List::stream).allMatch(id -> hasNode(topology, id));
    };
  }

  private static boolean hasLink(Topology topology, String id) {
    return topology.links().stream().anyMatch(link -> link.id().equals(id));
  }

  private static boolean hasNode(Topology topology, String id) {
    return topology.nodes().stream().anyMatch(node -> node.id().equals(id));
  }
}
