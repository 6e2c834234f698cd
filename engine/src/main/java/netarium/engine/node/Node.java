package netarium.engine.node;

import netarium.engine.link.Port;

/// A node of the network: something links are plugged into.
public sealed interface Node permits Host, RouterNode, SwitchNode, HubNode {
  /// Its id in the topology.
  String id();

  /// Its place among the topology's nodes, from 0: what events call it by.
  int index();

  /// The port of an interface; switches and hubs make it when it is first asked for.
  ///
  /// @throws IllegalArgumentException if a host or router has no interface of that name
  Port port(String interfaceName);
}
