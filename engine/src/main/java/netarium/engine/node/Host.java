package netarium.engine.node;

import java.util.List;
import netarium.engine.icmp.IcmpLayer;
import netarium.engine.ip.Forwarding;
import netarium.engine.link.Port;
import netarium.engine.sim.RandomStreams;
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
