package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import netarium.engine.link.Link;
import netarium.engine.link.LinkModel;
import netarium.engine.node.Host;
import netarium.engine.node.Node;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent;
import netarium.engine.vm.Process;
import netarium.engine.vm.ScreenInput;
import netarium.engine.wire.Octets;
import netarium.topologies.Topology;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.project.Project;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// What somebody outside does to a run: cutting a link, typing a line. Each is an event, and the
/// cause of what follows from it.
final class Stimuli {
  /// The index of no node: a stimulus comes from outside.
  private static final int OUTSIDE = -1;

  private final Topology topology;
  private final Network network;
  private final Simulator simulator;
  private final EventRecorder recorder;
  private final NodePower power;
  private final NodeSettings settings;
  private final StartedPrograms programs;

  Stimuli(Project project, Network network, Simulator simulator, EventRecorder recorder) {
    this.topology = project.topology();
    this.programs = new StartedPrograms(project);
    this.network = network;
    this.simulator = simulator;
    this.recorder = recorder;
    this.power = new NodePower(simulator, recorder);
    this.settings = new NodeSettings(recorder);
  }

  /// Has the topology's own stimuli happen at their instants.
  void schedule() {
    for (Stimulus stimulus : topology.stimuli()) {
      simulator.at(FromTopology.time(stimulus.at()), () -> apply(stimulus));
    }
  }

  /// Does it now.
  void apply(Stimulus stimulus) {
    recorder.recordAsCause(
        new SimEvent.StimulusApplied(recorder.stamp(OUTSIDE), describe(stimulus)));
    switch (stimulus) {
      case Stimulus.Cut cut -> link(cut.link()).cut();
      case Stimulus.Heal heal -> link(heal.link()).heal();
      case Stimulus.Partition partition -> cutBetween(partition.groups());
      case Stimulus.SetLink set -> change(set);
      case Stimulus.Type type -> type(type);
      case Stimulus.Start start -> programs.start(node(start.node()), start);
      case Stimulus.Key key ->
          atScreen(key.node(), new ScreenInput.Key(key.key(), key.down(), key.text()));
      case Stimulus.Mouse mouse ->
          atScreen(
              mouse.node(),
              new ScreenInput.Mouse(mouse.x(), mouse.y(), mouse.button(), mouse.down()));
      case Stimulus.Crash crash -> power.crash(node(crash.node()), span(crash.lasting()));
      case Stimulus.Restart restart -> power.restart(node(restart.node()), span(restart.lasting()));
      case Stimulus.Pause pause -> power.pause(node(pause.node()), span(pause.lasting()));
      case Stimulus.SetNode set -> settings.change(node(set.node()), set.key(), set.value());
      case Stimulus.WebSocket hand -> FrameHands.apply(node(hand.node()), hand);
    }
  }

  private static String describe(Stimulus stimulus) {
    return switch (stimulus) {
      case Stimulus.Cut cut -> "cut " + cut.link();
      case Stimulus.Heal heal -> "heal " + heal.link();
      case Stimulus.Crash crash -> "crash " + crash.node() + lasting(crash.lasting());
      case Stimulus.Restart restart -> "restart " + restart.node() + lasting(restart.lasting());
      case Stimulus.Pause pause -> "pause " + pause.node() + lasting(pause.lasting());
      case Stimulus.Partition partition -> "partition " + partition.groups();
      case Stimulus.SetLink set ->
          "set " + set.link() + " " + set.setting().key() + " " + set.setting().value();
      case Stimulus.SetNode set ->
          "set " + set.node() + " " + set.key() + " " + NodeSettings.text(set.value());
      case Stimulus.Type type -> "type " + type.node() + " " + type.program();
      case Stimulus.WebSocket hand -> FrameHands.describe(hand);
      case Stimulus.Start start ->
          ("start " + start.node() + " " + start.program() + " " + String.join(" ", start.args()))
              .strip();
      case Stimulus.Key key ->
          "key " + key.node() + " " + key.key() + " " + (key.down() ? "down" : "up");
      case Stimulus.Mouse mouse ->
          "mouse " + mouse.node() + " " + mouse.x() + " " + mouse.y() + button(mouse);
    };
  }

  private static String button(Stimulus.Mouse mouse) {
    return mouse.button() == 0
        ? ""
        : " button " + mouse.button() + (mouse.down() ? " down" : " up");
  }

  private static String lasting(@Nullable TimeSpan span) {
    return span == null ? "" : " for " + span;
  }

  private static Optional<SimDuration> span(@Nullable TimeSpan span) {
    return Optional.ofNullable(span).map(FromTopology::duration);
  }

  private Node node(String id) {
    return network
        .node(id)
        .orElseThrow(
            () -> new IllegalStateException("invariant broken: a checked stimulus names a node"));
  }

  private Link link(String id) {
    return network
        .link(id)
        .orElseThrow(
            () -> new IllegalStateException("invariant broken: a checked stimulus names a link"));
  }

  /// Links between nodes of different groups are cut; nodes in no group keep theirs.
  private void cutBetween(List<List<String>> groups) {
    for (netarium.topologies.link.Link each : topology.links()) {
      int a = groupOf(groups, each.a().node());
      int b = groupOf(groups, each.b().node());
      if (a >= 0 && b >= 0 && a != b) {
        link(each.id()).cut();
      }
    }
  }

  private static int groupOf(List<List<String>> groups, String node) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).contains(node)) {
        return i;
      }
    }
    return -1;
  }

  /// Only the named setting changes; what earlier stimuli did to the others stays.
  private void change(Stimulus.SetLink set) {
    Link link = link(set.link());
    LinkSettings changed = LinkSettings.DEFAULT.with(set.setting());
    link.change(
        overlaid(link.ab(), FromTopology.model(changed, true), set.setting().key()),
        overlaid(link.ba(), FromTopology.model(changed, false), set.setting().key()));
  }

  private static LinkModel overlaid(LinkModel now, LinkModel wanted, String key) {
    return switch (key) {
      case "rate" -> now.withRate(wanted.rateBitsPerSecond());
      case "delay" -> now.withDelay(wanted.delay());
      case "jitter" -> now.withJitter(wanted.jitter());
      case "loss" -> now.withLoss(wanted.loss());
      case "duplicate" -> now.withDuplicate(wanted.duplicate());
      case "reorder" -> now.withReorder(wanted.reorder());
      case "corrupt" -> now.withCorrupt(wanted.corrupt());
      case "queue" -> now.withQueue(wanted.queueFrames());
      case "mark" -> now.withMark(wanted.markFrames());
      case "mtu" -> now.withMtu(wanted.mtuOctets());
      case "up" -> now.withUp(wanted.isUp());
      default -> now;
    };
  }

  /// At the console of the program with that script, or of the VM's first one.
  private void type(Stimulus.Type type) {
    Optional<Host> host =
        network.node(type.node()).filter(Host.class::isInstance).map(Host.class::cast);
    Octets text = Octets.wrap(type.text().getBytes(UTF_8));
    host.flatMap(found -> reader(found, type.program()))
        .ifPresent(process -> process.input().type(text));
  }

  /// The program whose screen somebody sees: of those that draw the one that started last, or of
  /// all that could.
  private void atScreen(String id, ScreenInput.Happened event) {
    if (node(id) instanceof Host host) {
      List<Process> all = host.vm().processes().stream().filter(Process::hasScreen).toList();
      List<Process> drawing = all.stream().filter(each -> each.screenInput().draws()).toList();
      List<Process> asked = drawing.isEmpty() ? all : drawing;
      if (!asked.isEmpty()) {
        asked.getLast().screenInput().add(event, simulator.cause());
      }
    }
  }

  private static Optional<Process> reader(Host host, String program) {
    return host.vm().processes().stream()
        .filter(process -> program.isEmpty() || process.program().script().equals(program))
        .findFirst();
  }
}
