package netarium.app.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netarium.topologies.stimulus.Stimulus;

/// Stimuli after a node has got another id, or is gone.
final class StimulusNames {
  private StimulusNames() {}

  static Stimulus renamed(Stimulus stimulus, String id, String newId) {
    return switch (stimulus) {
      case Stimulus.Crash s ->
          new Stimulus.Crash(s.at(), named(s.node(), id, newId), s.lasting(), s.extras());
      case Stimulus.Restart s ->
          new Stimulus.Restart(s.at(), named(s.node(), id, newId), s.lasting(), s.extras());
      case Stimulus.Pause s ->
          new Stimulus.Pause(s.at(), named(s.node(), id, newId), s.lasting(), s.extras());
      case Stimulus.Partition s ->
          new Stimulus.Partition(
              s.at(),
              s.groups().stream().map(group -> named(group, id, newId)).toList(),
              s.extras());
      case Stimulus.SetNode s ->
          new Stimulus.SetNode(s.at(), named(s.node(), id, newId), s.key(), s.value(), s.extras());
      case Stimulus.Type s ->
          new Stimulus.Type(s.at(), named(s.node(), id, newId), s.program(), s.text(), s.extras());
      case Stimulus.Start s ->
          new Stimulus.Start(s.at(), named(s.node(), id, newId), s.program(), s.args(), s.extras());
      case Stimulus.Key s ->
          new Stimulus.Key(
              s.at(), named(s.node(), id, newId), s.key(), s.down(), s.text(), s.extras());
      case Stimulus.Mouse s ->
          new Stimulus.Mouse(
              s.at(), named(s.node(), id, newId), s.x(), s.y(), s.button(), s.down(), s.extras());
      case Stimulus.WebSocket s ->
          new Stimulus.WebSocket(
              s.at(), named(s.node(), id, newId), s.connection(), s.hand(), s.extras());
      case Stimulus.Cut _, Stimulus.Heal _, Stimulus.SetLink _ -> stimulus;
    };
  }

  /// What is left of the stimuli when these nodes and links are gone.
  static List<Stimulus> without(List<Stimulus> stimuli, Set<String> nodes, Set<String> links) {
    List<Stimulus> kept = new ArrayList<>();
    for (Stimulus each : stimuli) {
      if (each instanceof Stimulus.Partition(var at, var groups, var extras)) {
        List<List<String>> left = new ArrayList<>();
        groups.forEach(
            group -> left.add(group.stream().filter(id -> !nodes.contains(id)).toList()));
        kept.add(new Stimulus.Partition(at, left, extras));
      } else if (!isAbout(each, nodes, links)) {
        kept.add(each);
      }
    }
    return kept;
  }

  private static boolean isAbout(Stimulus stimulus, Set<String> nodes, Set<String> links) {
    return switch (stimulus) {
      case Stimulus.Cut s -> links.contains(s.link());
      case Stimulus.Heal s -> links.contains(s.link());
      case Stimulus.SetLink s -> links.contains(s.link());
      case Stimulus.Crash s -> nodes.contains(s.node());
      case Stimulus.Restart s -> nodes.contains(s.node());
      case Stimulus.Pause s -> nodes.contains(s.node());
      case Stimulus.SetNode s -> nodes.contains(s.node());
      case Stimulus.Type s -> nodes.contains(s.node());
      case Stimulus.Start s -> nodes.contains(s.node());
      case Stimulus.Key s -> nodes.contains(s.node());
      case Stimulus.Mouse s -> nodes.contains(s.node());
      case Stimulus.WebSocket s -> nodes.contains(s.node());
      case Stimulus.Partition _ -> false;
    };
  }

  private static List<String> named(List<String> nodes, String id, String newId) {
    return nodes.stream().map(each -> named(each, id, newId)).toList();
  }

  private static String named(String node, String id, String newId) {
    return node.equals(id) ? newId : node;
  }
}
