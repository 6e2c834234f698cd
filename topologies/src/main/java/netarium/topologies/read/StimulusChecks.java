package netarium.topologies.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import netarium.topologies.node.Node;
import netarium.topologies.node.Vm;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.Quoted;

/// Whether what stimuli name exists.
final class StimulusChecks {
  private static final String WHO = "a stimulus";
  private final Whole whole;

  StimulusChecks(Whole whole) {
    this.whole = whole;
  }

  void check() {
    List<Stimulus> stimuli = whole.topology().stimuli();
    for (int i = 0; i < stimuli.size(); i++) {
      switch (stimuli.get(i)) {
        case Stimulus.Cut s -> whole.link(s.link(), WHO, "stimuli", i, "link");
        case Stimulus.Heal s -> whole.link(s.link(), WHO, "stimuli", i, "link");
        case Stimulus.SetLink s -> whole.link(s.link(), WHO, "stimuli", i, "link");
        case Stimulus.Crash s -> whole.node(s.node(), WHO, "stimuli", i, "node");
        case Stimulus.Restart s -> whole.node(s.node(), WHO, "stimuli", i, "node");
        case Stimulus.Pause s -> whole.node(s.node(), WHO, "stimuli", i, "node");
        case Stimulus.SetNode s -> set(s, i);
        case Stimulus.Type s -> type(s, i);
        case Stimulus.Start s -> runsPrograms(s.node(), i);
        case Stimulus.Key s -> runsPrograms(s.node(), i);
        case Stimulus.Mouse s -> runsPrograms(s.node(), i);
        case Stimulus.WebSocket s -> runsPrograms(s.node(), i);
        case Stimulus.Partition s -> partition(s, i);
      }
    }
  }

  private void set(Stimulus.SetNode s, int i) {
    Node node = whole.node(s.node(), WHO, "stimuli", i, "node");
    int dot = s.key().lastIndexOf('.');
    if (node != null && dot > 0) {
      whole.mustList(node, s.key().substring(0, dot), WHO, "stimuli", i, "key");
    }
  }

  private void type(Stimulus.Type s, int i) {
    Node node = whole.node(s.node(), WHO, "stimuli", i, "node");
    if (node == null) {
      return;
    }
    if (!(node instanceof Vm vm)) {
      whole
          .problems()
          .error(
              whole.places().at("stimuli", i, "node"),
              "node " + Quoted.text(s.node()) + " runs no programs, so nobody can type there",
              "name a VM");
    } else if (!s.program().isEmpty()
        && vm.programs().stream().noneMatch(p -> p.path().equals(s.program()))) {
      whole
          .problems()
          .warning(
              whole.places().at("stimuli", i, "program"),
              "node " + Quoted.text(s.node()) + " does not start " + Quoted.text(s.program()),
              "somebody must have started it by then");
    }
  }

  private void runsPrograms(String id, int i) {
    Node node = whole.node(id, WHO, "stimuli", i, "node");
    if (node != null && !(node instanceof Vm)) {
      whole
          .problems()
          .error(
              whole.places().at("stimuli", i, "node"),
              "node " + Quoted.text(id) + " runs no programs",
              "name a VM");
    }
  }

  private void partition(Stimulus.Partition s, int i) {
    Set<String> seen = new LinkedHashSet<>();
    for (int j = 0; j < s.groups().size(); j++) {
      List<String> group = s.groups().get(j);
      for (int k = 0; k < group.size(); k++) {
        whole.node(group.get(k), WHO, "stimuli", i, "groups", j, k);
        if (!seen.add(group.get(k))) {
          whole
              .problems()
              .error(
                  whole.places().at("stimuli", i, "groups", j, k),
                  "node " + Quoted.text(group.get(k)) + " is in two places of one partition",
                  "name it once");
        }
      }
    }
  }
}
