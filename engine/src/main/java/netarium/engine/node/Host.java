package netarium.engine.node;

import java.util.List;
import java.util.function.Consumer;
import netarium.engine.icmp.IcmpLayer;
import netarium.engine.ip.Forwarding;
import netarium.engine.link.Port;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.socket.SocketLayer;
import netarium.engine.tcp.TcpLayer;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.EventRecorder;
import netarium.engine.udp.UdpLayer;
import netarium.engine.vm.NameTable;
import netarium.engine.vm.Vm;
import netarium.engine.vm.VmSettings;
import netarium.engine.vm.files.FileTree;

/// A VM with its network cards: IP on the cards, ICMP, UDP and TCP on IP, sockets on these, and the
/// computer on top.
public final class Host implements Node {
  private final VmSettings settings;
  private final Forwarding forwarding;
  private final IcmpLayer icmp;
  private final UdpLayer udp;
  private final TcpLayer tcp;
  private final Vm vm;
  private Consumer<SimTime> programs = boot -> {};

  public Host(
      VmSettings settings,
      List<Cards.Card> cards,
      TcpOptionsConfig tcpOptions,
      FileTree files,
      NameTable names,
      Simulator simulator,
      EventRecorder recorder,
      RandomStreams streams) {
    this.settings = settings;
    this.forwarding = new Forwarding(settings.node(), false, simulator, recorder);
    this.icmp = new IcmpLayer(forwarding, simulator, recorder);
    this.udp = new UdpLayer(forwarding);
    this.tcp =
        new TcpLayer(
            forwarding,
            simulator,
            recorder,
            streams.stream("node", settings.id(), "iss"),
            tcpOptions);
    Cards.install(forwarding, cards);
    SocketLayer sockets = new SocketLayer(forwarding, tcp, udp);
    this.vm = new Vm(settings, simulator, recorder, streams, sockets, files, names);
  }

  /// How the VM's programs are started when it boots; told the instant of booting.
  public void programs(Consumer<SimTime> starter) {
    programs = starter;
  }

  /// Power is gone: no word to anybody, all is forgotten but the disk.
  public void crash() {
    forwarding.power(false);
    vm.sockets().forget();
    icmp.forget();
    vm.losePower();
  }

  /// Power is back: the programs of the topology start again, as long after this as they did after
  /// the beginning.
  public void boot() {
    forwarding.power(true);
    programs.accept(vm.simulator().now());
  }

  /// Stands still and hears nothing, or goes on with all it had.
  public void stand(boolean still) {
    forwarding.stand(still);
    tcp.stand(still);
    if (still) {
      vm.cpu().pause();
    } else {
      vm.cpu().resume();
    }
  }

  @Override
  public String id() {
    return settings.id();
  }

  @Override
  public int index() {
    return settings.node();
  }

  @Override
  public Port port(String interfaceName) {
    return Cards.port(forwarding, settings.id(), interfaceName);
  }

  public Forwarding forwarding() {
    return forwarding;
  }

  public IcmpLayer icmp() {
    return icmp;
  }

  public UdpLayer udp() {
    return udp;
  }

  public TcpLayer tcp() {
    return tcp;
  }

  public Vm vm() {
    return vm;
  }
}
