package netarium.app.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.app.session.EventReader;
import netarium.app.session.Listeners;
import netarium.engine.trace.SimEvent;
import netarium.topologies.Topology;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.NodeKind;
import netarium.topologies.node.Route;
import netarium.topologies.node.Router;
import netarium.topologies.unit.Ipv4Cidr;

/// Reads from a run's events what each node holds in its tables, and answers for any instant.
public final class LiveTables implements EventReader {
  private static final String CLOSED = "CLOSED";

  private final Listeners listeners = new Listeners();
  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private List<Tables> nodes = List.of();

  /// A socket: a connection with its state, or a listener.
  ///
  /// @param id the connection's number, negative for a listener
  public record SocketRow(long id, String local, String remote, String state) {}

  public record ArpRow(String address, String mac, String interfaceName, String state) {}

  public record RouteRow(String to, String via, String interfaceName) {}

  /// @param state `running`, or how it ended
  public record ProcessRow(int id, String program, String state) {}

  public record StationRow(String mac, String port) {}

  private static final class Tables {
    private final boolean isSwitch;
    private final Timed<Long, SocketRow> connections = new Timed<>();
    private final Timed<Long, SimEvent.TcpVariables> variables = new Timed<>();
    private final Timed<String, SocketRow> listening = new Timed<>();
    private final Map<Integer, List<String>> listenersOf = new LinkedHashMap<>();
    private final Timed<String, ArpRow> arp = new Timed<>();
    private final Timed<String, RouteRow> routes = new Timed<>();
    private final Timed<Integer, ProcessRow> processes = new Timed<>();
    private final Timed<String, StationRow> stations = new Timed<>();

    Tables(boolean isSwitch) {
      this.isSwitch = isSwitch;
    }
  }

  /// Calls `listener` when there may be something else to show; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  @Override
  public void begin(Topology topology) {
    indexes.clear();
    nodes = new ArrayList<>();
    for (Node node : topology.nodes()) {
      indexes.put(node.id(), nodes.size());
      Tables tables = new Tables(node.kind() == NodeKind.SWITCH);
      addRoutes(node, tables);
      nodes.add(tables);
    }
    listeners.tell();
  }

  /// What the drawing says: the networks that are there, the gateway, and a router's own list.
  private static void addRoutes(Node node, Tables tables) {
    if (!node.kind().mustListInterfaces()) {
      return;
    }
    for (InterfaceSpec each : node.interfaces()) {
      Ipv4Cidr cidr = each.fixedIpv4();
      if (cidr != null) {
        put(tables, 0, new RouteRow(cidr.networkText(), "", each.name()));
      }
      if (each.gateway() != null) {
        put(tables, 0, new RouteRow("0.0.0.0/0", each.gateway().toString(), each.name()));
      }
    }
    if (node instanceof Router router) {
      for (Route each : router.routes()) {
        String name = each.interfaceName() == null ? "" : each.interfaceName();
        put(tables, 0, new RouteRow(each.to().toString(), each.via().toString(), name));
      }
    }
  }

  private static void put(Tables tables, long at, RouteRow row) {
    tables.routes.put(row.to() + " " + row.via(), at, row);
  }

  @Override
  public void accept(SimEvent event) {
    if (event.node() < 0 || event.node() >= nodes.size()) {
      return;
    }
    Tables tables = nodes.get(event.node());
    long at = event.at().nanos();
    switch (event) {
      case SimEvent.TcpStateChanged each -> connection(tables, at, each);
      case SimEvent.TcpVariables each -> tables.variables.put(each.connection(), at, each);
      case SimEvent.SocketUsed each -> used(tables, at, each);
      case SimEvent.UnixSocketUsed each -> used(tables, at, each);
      case SimEvent.ArpChanged each -> arp(tables, at, each);
      case SimEvent.RouteChanged each -> route(tables, at, each);
      case SimEvent.ProcessStarted each ->
          tables.processes.put(
              each.process(), at, new ProcessRow(each.process(), each.program(), "running"));
      case SimEvent.ProcessEnded each -> ended(tables, at, each);
      case SimEvent.FrameDelivered each when tables.isSwitch -> seen(tables, at, each);
      default -> {}
    }
  }

  @Override
  public void caughtUp() {
    listeners.tell();
  }

  private static void connection(Tables tables, long at, SimEvent.TcpStateChanged event) {
    long id = event.connection();
    if (event.to().equals(CLOSED)) {
      tables.connections.remove(id, at);
      tables.variables.remove(id, at);
    } else {
      String local = event.local().toString();
      String remote = event.remote().toString();
      tables.connections.put(id, at, new SocketRow(id, local, remote, event.to()));
    }
  }

  private static void used(Tables tables, long at, SimEvent.SocketUsed event) {
    String local = event.local().toString();
    if (event.operation().equals("listen")) {
      SocketRow row = new SocketRow(-1 - event.process(), local, "*", "LISTEN");
      tables.listening.put(local, at, row);
      tables.listenersOf.computeIfAbsent(event.process(), _ -> new ArrayList<>()).add(local);
    } else if (event.operation().equals("close") && event.remote().isEmpty()) {
      tables.listening.remove(local, at);
    }
  }

  /// As for a port: who listens is shown, under the name of the socket.
  private static void used(Tables tables, long at, SimEvent.UnixSocketUsed event) {
    String local = event.path();
    if (event.operation().equals("listen")) {
      SocketRow row = new SocketRow(-1 - event.process(), local, "*", "LISTEN");
      tables.listening.put(local, at, row);
      tables.listenersOf.computeIfAbsent(event.process(), _ -> new ArrayList<>()).add(local);
    } else if (event.operation().equals("close") && event.connection() == 0) {
      tables.listening.remove(local, at);
    }
  }

  private static void arp(Tables tables, long at, SimEvent.ArpChanged event) {
    String key = event.interfaceName() + " " + event.address();
    if (event.state().equals("expired")) {
      tables.arp.remove(key, at);
    } else {
      String mac = event.mac().map(Object::toString).orElse("");
      tables.arp.put(
          key,
          at,
          new ArpRow(event.address().toString(), mac, event.interfaceName(), event.state()));
    }
  }

  private static void route(Tables tables, long at, SimEvent.RouteChanged event) {
    String via = event.via().map(Object::toString).orElse("");
    RouteRow row = new RouteRow(event.to().toString(), via, event.interfaceName());
    if (event.change().equals("removed")) {
      tables.routes.remove(row.to() + " " + row.via(), at);
    } else {
      put(tables, at, row);
    }
  }

  private static void ended(Tables tables, long at, SimEvent.ProcessEnded event) {
    int id = event.process();
    tables
        .processes
        .last(id)
        .ifPresent(
            row -> tables.processes.put(id, at, new ProcessRow(id, row.program(), event.how())));
    for (String local : tables.listenersOf.getOrDefault(id, List.of())) {
      tables.listening.remove(local, at);
    }
  }

  /// A switch learns from every frame where its sender is.
  private static void seen(Tables tables, long at, SimEvent.FrameDelivered event) {
    String mac = event.frame().source().toString();
    StationRow row = new StationRow(mac, event.port().interfaceName());
    if (!tables.stations.last(mac).equals(Optional.of(row))) {
      tables.stations.put(mac, at, row);
    }
  }

  private Optional<Tables> tables(String node) {
    Integer index = indexes.get(node);
    return index == null ? Optional.empty() : Optional.of(nodes.get(index));
  }

  /// Listeners first, then connections.
  public List<SocketRow> sockets(String node, long atNanos) {
    List<SocketRow> rows = new ArrayList<>();
    tables(node)
        .ifPresent(tables -> {
          rows.addAll(tables.listening.at(atNanos).values());
          rows.addAll(tables.connections.at(atNanos).values());
        });
    return rows;
  }

  /// The variables of a connection, once it has any.
  public Optional<SimEvent.TcpVariables> variables(String node, long connection, long atNanos) {
    return tables(node)
        .flatMap(it -> Optional.ofNullable(it.variables.at(atNanos).get(connection)));
  }

  public List<ArpRow> arp(String node, long atNanos) {
    return tables(node).map(it -> List.copyOf(it.arp.at(atNanos).values())).orElse(List.of());
  }

  public List<RouteRow> routes(String node, long atNanos) {
    return tables(node).map(it -> List.copyOf(it.routes.at(atNanos).values())).orElse(List.of());
  }

  public List<ProcessRow> processes(String node, long atNanos) {
    return tables(node).map(it -> List.copyOf(it.processes.at(atNanos).values())).orElse(List.of());
  }

  /// The table of a switch.
  public List<StationRow> stations(String node, long atNanos) {
    return tables(node).map(it -> List.copyOf(it.stations.at(atNanos).values())).orElse(List.of());
  }
}
