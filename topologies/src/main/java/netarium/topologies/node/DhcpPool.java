package netarium.topologies.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.json.Extras;
import netarium.topologies.unit.Ipv4Address;
import netarium.topologies.unit.MacAddress;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Addresses that a router lends (RFC 2131).
///
/// @param from the first address of the pool
/// @param to the last
/// @param gateway what clients are told; missing: the router's own address on the interface
/// @param reserved addresses kept for known machines
public record DhcpPool(
    Ipv4Address from,
    Ipv4Address to,
    TimeSpan lease,
    @Nullable Ipv4Address gateway,
    List<Ipv4Address> dns,
    @Nullable String domain,
    Map<MacAddress, Ipv4Address> reserved,
    Extras extras) {
  public static final TimeSpan DEFAULT_LEASE = TimeSpan.ofMillis(3_600_000);

  public DhcpPool {
    dns = List.copyOf(dns);
    reserved = Collections.unmodifiableMap(new LinkedHashMap<>(reserved));
  }
}
