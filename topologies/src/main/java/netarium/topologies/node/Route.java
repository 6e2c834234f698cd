package netarium.topologies.node;

import netarium.topologies.json.Extras;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.IpNetwork;
import org.jspecify.annotations.Nullable;

/// Where datagrams for a network go next.
///
/// @param via the next router
/// @param metric the smaller one wins among routes to the same network; missing: 1
public record Route(
    IpNetwork to,
    IpAddress via,
    @Nullable String interfaceName,
    @Nullable Integer metric,
    Extras extras) {}
