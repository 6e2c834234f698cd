package netarium.engine.service.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DomainName;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.wire.Ipv4Address;

/// The names of a whole network as a zone: what a name server serves that was given none. It
/// answers both ways, names and addresses.
public final class NetworkNames {
  private static final long TTL_SECONDS = 300;
  private static final DomainName SERVER = new DomainName(List.of("named"));

  private NetworkNames() {}

  /// `isAllThereIs`: whether any other name does not exist. Addresses of loopback are nobody's.
  public static Zone zone(Map<String, Ipv4Address> names, boolean isAllThereIs) {
    List<DnsRecord> records = new ArrayList<>();
    records.add(
        new DnsRecord(
            DomainName.ROOT,
            TTL_SECONDS,
            new RecordData.Soa(SERVER, DomainName.ROOT, 1, 3600, 600, 604_800, TTL_SECONDS)));
    names.forEach((text, address) -> {
      Optional<DomainName> name = DomainName.parse(text);
      if (name.isPresent() && !address.isLoopback() && !name.get().isRoot()) {
        records.add(new DnsRecord(name.get(), TTL_SECONDS, new RecordData.A(address)));
        records.add(
            new DnsRecord(
                DomainName.ofAddress(address), TTL_SECONDS, new RecordData.Ptr(name.get())));
      }
    });
    return switch (Zone.of(DomainName.ROOT, records, isAllThereIs)) {
      case Zone.Made.Ok(Zone zone) -> zone;
      case Zone.Made.Bad(String why) ->
          throw new IllegalStateException(
              "invariant broken: the network's names are a zone, " + why);
    };
  }
}
