package netarium.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import netarium.app.canvas.scene.FlightLog;
import netarium.app.canvas.scene.SceneWords;
import netarium.app.samples.BundledSamples;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.SimEvent;
import netarium.topologies.Topology;
import netarium.topologies.json.Extras;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.node.Common;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Switch;
import netarium.topologies.node.Vm;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import netarium.topologies.unit.Ipv4Cidr;

/// A run of a project with its events and what the canvas makes of them.
public record SampleRun(Topology topology, List<SimEvent> events, FlightLog flights) {
  public static final SceneWords WORDS = new SceneWords(Locale.ENGLISH);

  public static SampleRun of(String sample) {
    return of(project(sample));
  }

  static Project project(String sample) {
    Map<String, byte[]> files = BundledSamples.files(sample).orElseThrow();
    if (Projects.open(files, sample) instanceof OpenResult.Opened opened) {
      return opened.project();
    }
    throw new IllegalStateException("the sample opens: " + sample);
  }

  public static SampleRun of(Project project) {
    EventLog log = new EventLog();
    Simulation.of(project, RunSettings.with(log)).runToEnd();
    FlightLog flights = new FlightLog(project.topology());
    log.events().forEach(flights::accept);
    return new SampleRun(project.topology(), log.events(), flights);
  }

  /// A tree of switches with VMs below, without places: `switches` of the second level under one.
  public static Topology tree(int switches, int machinesEach) {
    List<Node> nodes = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    nodes.add(bridge("core"));
    for (int s = 0; s < switches; s++) {
      nodes.add(bridge("sw-" + (s + 1)));
      links.add(cable(links.size(), "core", "p" + s, "sw-" + (s + 1), "up"));
      for (int m = 0; m < machinesEach; m++) {
        String id = "pc-" + (s + 1) + "-" + (m + 1);
        var cidr = Ipv4Cidr.parse("10.0." + s + "." + (m + 10) + "/16").orThrow();
        InterfaceSpec card =
            new InterfaceSpec(
                "eth0", null, new InterfaceSpec.Ipv4.Fixed(cidr), null, null, null, Extras.NONE);
        nodes.add(Vm.of(new Common(id, null, null, null, List.of(card)), List.of()));
        links.add(cable(links.size(), "sw-" + (s + 1), "p" + m, id, "eth0"));
      }
    }
    return Topology.empty("Tree").withNodes(nodes).withLinks(links);
  }

  private static Node bridge(String id) {
    return new Switch(
        new Common(id, null, null, null, List.of()), false, new LinkedHashMap<>(), Extras.NONE);
  }

  private static Link cable(int number, String a, String portA, String b, String portB) {
    return new Link(
        "l" + (number + 1),
        new LinkEnd(a, portA, Extras.NONE),
        new LinkEnd(b, portB, Extras.NONE),
        LinkSettings.DEFAULT,
        List.of(),
        Extras.NONE);
  }
}
