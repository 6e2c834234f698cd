package netarium.engine.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.Simulator;
import netarium.engine.tls.CertificateAuthority;
import netarium.engine.tls.TlsLayer;
import netarium.engine.trace.EventRecorder;
import netarium.topologies.Topology;
import netarium.topologies.node.Node;
import netarium.topologies.node.Vm;
import netarium.topologies.unit.IpAddress;

/// The topology's certificate authority, and what each VM can get certified: its own names, every
/// name that the topology or any of its VMs gives to its addresses, and the addresses themselves.
/// Nothing is computed before somebody speaks TLS.
final class Certification {
  private static final String AUTHORITY = "Netarium topology authority";

  private final Topology topology;
  private final Simulator simulator;
  private final EventRecorder recorder;
  private final RandomStreams streams;
  private final CertificateAuthority authority;

  Certification(
      Topology topology, Simulator simulator, EventRecorder recorder, RandomStreams streams) {
    this.topology = topology;
    this.simulator = simulator;
    this.recorder = recorder;
    this.streams = streams;
    this.authority =
        new CertificateAuthority(streams, AUTHORITY, topology.epoch().getEpochSecond());
  }

  TlsLayer layer(Vm vm, int index) {
    return new TlsLayer(
        new TlsLayer.Machine(vm.id(), index, topology.epoch().getEpochSecond()),
        simulator,
        recorder,
        streams,
        authority,
        vm.tls().trust(),
        names(vm));
  }

  private List<String> names(Vm vm) {
    Set<String> names = new LinkedHashSet<>();
    names.add(TlsLayer.canonical(vm.id()));
    names.add(TlsLayer.canonical(vm.displayName()));
    names.add("localhost");
    Set<String> addresses = new LinkedHashSet<>();
    addresses.add("127.0.0.1");
    vm.interfaces().stream()
        .map(FromTopology::card)
        .flatMap(card -> card.prefix().stream())
        .forEach(prefix -> addresses.add(prefix.address().toString()));
    given()
        .forEach((name, address) -> {
          if (addresses.contains(address)) {
            names.add(name);
          }
        });
    names.removeIf(name -> !TlsLayer.mayBeCertified(name));
    names.addAll(addresses);
    return List.copyOf(names);
  }

  /// What the topology and its VMs call addresses.
  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, topology.hosts());
    for (Node each : topology.nodes()) {
      if (each instanceof Vm vm) {
        put(given, vm.hosts());
      }
    }
    return given;
  }

  private static void put(Map<String, String> given, Map<String, IpAddress> hosts) {
    hosts.forEach((name, address) ->
        FromTopology.ipv4(address)
            .ifPresent(v4 -> given.put(TlsLayer.canonical(name), v4.toString())));
  }
}
