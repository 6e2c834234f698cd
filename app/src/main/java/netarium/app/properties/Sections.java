package netarium.app.properties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import netarium.app.properties.Field.Kind;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Program;
import netarium.topologies.node.Router;
import netarium.topologies.node.Switch;
import netarium.topologies.node.Vm;
import org.jspecify.annotations.Nullable;

/// Which properties a thing has.
final class Sections {
  private static final String NO = "false";
  private static final String YES = "true";

  private final Topology topology;
  private final Collection<String> scripts;

  Sections(Topology topology, Collection<String> scripts) {
    this.topology = topology;
    this.scripts = scripts;
  }

  /// The properties of something; none if it is gone.
  List<Section> of(Subject subject) {
    return switch (subject) {
      case Subject.OfProject _ -> project();
      case Subject.OfNode(String id) -> node(topology.node(id));
      case Subject.OfLink(String id) -> link(topology.link(id));
      case Subject.OfNote(int index) -> note(index);
    };
  }

  private List<Section> project() {
    List<Object> top = List.of();
    return List.of(
        plain(
            "project",
            List.of(
                Field.of("name", top, "name", Kind.TEXT, Topology.UNTITLED),
                Field.of("description", top, "description", Kind.LINES, ""))),
        plain(
            "run",
            List.of(
                Field.of("seed", top, "seed", Kind.WHOLE, Long.toString(Topology.DEFAULT_SEED)),
                Field.of("until", top, "until", Kind.TEXT, ""),
                Field.of("epoch", top, "epoch", Kind.TEXT, Topology.DEFAULT_EPOCH.toString()))));
  }

  private static Section plain(String title, List<Field> fields) {
    return new Section(title, "", fields, List.of(), true);
  }

  private static Section folded(String title, List<Field> fields) {
    return new Section(title, "", fields, List.of(), false);
  }

  private List<Section> note(int index) {
    if (index >= topology.notes().size()) {
      return List.of();
    }
    List<Object> path = List.of("notes", index);
    return List.of(plain("note", List.of(Field.of("text", path, "text", Kind.LINES, ""))));
  }

  private List<Section> link(@Nullable Link link) {
    if (link == null) {
      return List.of();
    }
    List<Object> path = List.of("links", topology.links().indexOf(link));
    LinkSettings usual = LinkSettings.DEFAULT;
    return List.of(
        plain(
            "link",
            List.of(
                live("up", path, Kind.DIRECTIONAL_FLAG, YES),
                live("rate", path, Kind.DIRECTIONAL, usual.rate().toString()),
                live("delay", path, Kind.DIRECTIONAL, usual.delay().toString()),
                live("queue", path, Kind.DIRECTIONAL_WHOLE, usual.queue().toString()),
                live("mark", path, Kind.DIRECTIONAL_WHOLE, usual.mark().toString()),
                live("mtu", path, Kind.DIRECTIONAL_WHOLE, usual.mtu().toString()))),
        plain(
            "impairments",
            List.of(
                live("loss", path, Kind.DIRECTIONAL, "0%"),
                live("jitter", path, Kind.DIRECTIONAL, "0s"),
                live("reorder", path, Kind.DIRECTIONAL, "0%"),
                live("duplicate", path, Kind.DIRECTIONAL, "0%"),
                live("corrupt", path, Kind.DIRECTIONAL, "0%"))));
  }

  private static Field live(String key, List<Object> path, Kind kind, String otherwise) {
    return Field.of(key, path, key, kind, otherwise).live(key);
  }

  private List<Section> node(@Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    List<Object> path = List.of("nodes", topology.nodes().indexOf(node));
    List<Section> sections = new ArrayList<>();
    List<Field> general = new ArrayList<>();
    general.add(Field.of("name", path, "name", Kind.TEXT, node.id()));
    general.add(Field.of("id", path, "id", Kind.ID, ""));
    switch (node) {
      case Vm _ -> {
        general.add(
            Field.of("platform", path, "platform", Kind.CHOICE, "native")
                .choosing(List.of("native", "browser")));
        general.add(live("cpu", path, Kind.TEXT, Vm.DEFAULT_CPU.toString()));
      }
      case Switch _ -> general.add(Field.of("stp", path, "stp", Kind.FLAG, NO));
      case Router _ -> general.add(Field.of("rip", path, "rip", Kind.FLAG, NO));
      default -> {}
    }
    sections.add(plain("node", general));
    for (int i = 0; i < node.interfaces().size(); i++) {
      sections.add(card(node, i, inside(path, "interfaces", i)));
    }
    if (node instanceof Router) {
      sections.add(
          folded(
              "routing",
              List.of(
                  rows("routes", path, Kind.ENTRIES),
                  rows("nat", path, Kind.ENTRIES),
                  rows("firewall", path, Kind.ENTRIES),
                  rows("dhcp", path, Kind.TABLE))));
    }
    if (node instanceof Switch) {
      sections.add(folded("vlans", List.of(rows("vlans", path, Kind.TABLE))));
    }
    if (node instanceof Vm vm) {
      for (int i = 0; i < vm.programs().size(); i++) {
        sections.add(program(vm.programs().get(i), inside(path, "programs", i)));
      }
      sections.addAll(machine(path));
    }
    return sections;
  }

  private static Field rows(String key, List<Object> path, Kind kind) {
    return Field.of(key, path, key, kind, "");
  }

  private static List<Object> inside(List<Object> path, Object... steps) {
    List<Object> longer = new ArrayList<>(path);
    longer.addAll(List.of(steps));
    return longer;
  }

  private static Section card(Node node, int index, List<Object> path) {
    InterfaceSpec spec = node.interfaces().get(index);
    String live = spec.name() + ".";
    List<Field> fields = new ArrayList<>();
    if (node.kind().mustListInterfaces()) {
      fields.add(Field.of("ipv4", path, "ipv4", Kind.TEXT, "").live(live + "ipv4"));
      fields.add(Field.of("gateway", path, "gateway", Kind.TEXT, "").live(live + "gateway"));
      fields.add(Field.of("ipv6", path, "ipv6", Kind.TEXT, "").live(live + "ipv6"));
    }
    fields.add(Field.of("mac", path, "mac", Kind.TEXT, "").live(live + "mac"));
    fields.add(Field.of("mtu", path, "mtu", Kind.WHOLE, "").live(live + "mtu"));
    return new Section("interface", spec.name(), fields, List.of(), true);
  }

  private Section program(Program program, List<Object> path) {
    List<Field> fields = new ArrayList<>();
    if (program instanceof Program.Command) {
      fields.add(Field.of("program", path, "program", Kind.TEXT, ""));
    } else {
      fields.add(
          Field.of("script", path, "script", Kind.CHOICE, "").choosing(List.copyOf(scripts)));
    }
    if (program instanceof Program.HttpPool) {
      fields.add(Field.of("port", path, "port", Kind.WHOLE, "80"));
      String usual = Integer.toString(Program.HttpPool.DEFAULT_WORKERS);
      fields.add(Field.of("workers", path, "workers", Kind.WHOLE, usual));
      fields.add(Field.of("tls", path, "tls", Kind.FLAG, NO));
    }
    fields.add(Field.of("args", path, "args", Kind.WORDS, ""));
    fields.add(Field.of("start", path, "start", Kind.TEXT, "0s"));
    fields.add(
        Field.of("restart", path, "restart", Kind.CHOICE, "never")
            .choosing(List.of("never", "on-error", "always")));
    return new Section("program", program.path(), fields, path, true);
  }

  private static List<Section> machine(List<Object> path) {
    List<Object> tcp = inside(path, "tcp");
    List<Object> limits = inside(path, "limits");
    return List.of(
        folded(
            "names",
            List.of(
                Field.of("dns", path, "dns", Kind.WORDS, ""),
                Field.of("doh", path, "doh", Kind.TEXT, ""),
                Field.of("trust", inside(path, "tls"), "trust", Kind.FLAG, YES),
                rows("hosts", path, Kind.PAIRS))),
        folded("environment", List.of(rows("env", path, Kind.PAIRS))),
        folded(
            "tcp",
            List.of(
                Field.of("congestion", tcp, "congestion", Kind.CHOICE, "newreno")
                    .choosing(List.of("newreno", "cubic")),
                Field.of("sack", tcp, "sack", Kind.FLAG, YES),
                Field.of("timestamps", tcp, "timestamps", Kind.FLAG, YES),
                Field.of("windowScale", tcp, "windowScale", Kind.FLAG, YES),
                Field.of("nagle", tcp, "nagle", Kind.FLAG, YES),
                Field.of("ecn", tcp, "ecn", Kind.FLAG, NO),
                Field.of("rack", tcp, "rack", Kind.FLAG, NO),
                Field.of("keepAlive", tcp, "keepAlive", Kind.FLAG, NO),
                Field.of("initialWindow", tcp, "initialWindow", Kind.WHOLE, ""),
                Field.of("mss", tcp, "mss", Kind.WHOLE, ""),
                Field.of("delayedAck", tcp, "delayedAck", Kind.TEXT, ""),
                Field.of("rtoMin", tcp, "rtoMin", Kind.TEXT, ""),
                Field.of("msl", tcp, "msl", Kind.TEXT, ""),
                Field.of("receiveBuffer", tcp, "receiveBuffer", Kind.WHOLE, ""),
                Field.of("sendBuffer", tcp, "sendBuffer", Kind.WHOLE, ""))),
        folded(
            "limits",
            List.of(
                Field.of("memory", limits, "memory", Kind.WHOLE, "8MiB"),
                Field.of("instructions", limits, "instructions", Kind.WHOLE, ""),
                Field.of("output", limits, "output", Kind.WHOLE, ""),
                Field.of("sockets", limits, "sockets", Kind.WHOLE, ""),
                Field.of("files", limits, "files", Kind.WHOLE, ""))));
  }
}
