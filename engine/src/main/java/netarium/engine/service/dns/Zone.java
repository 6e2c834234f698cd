package netarium.engine.service.dns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DomainName;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.codec.dns.RecordType;

/// The part of the tree of names that a server knows by itself, and knows all of (RFC 1034 §4.2),
/// but for what it hands on to others.
public final class Zone {
  /// What looking for a name and a type gives (RFC 1034 §4.3.2).
  public sealed interface Found {
    record Records(List<DnsRecord> records) implements Found {}

    record Alias(DnsRecord record, DomainName target) implements Found {}

    /// Others know: the servers of a zone below.
    record Delegation(DomainName zone, List<DnsRecord> servers) implements Found {}

    record NoData() implements Found {}

    record NoSuchName() implements Found {}
  }

  private static final String WILDCARD = "*";

  private final DomainName origin;
  private final DnsRecord authority;
  private final boolean isAllThereIs;
  private final Map<String, List<DnsRecord>> nodes = new LinkedHashMap<>();

  /// Names that have records or names below them.
  private final Set<String> existing = new LinkedHashSet<>();

  /// `authority`: the zone's SOA record. `isAllThereIs`: whether a name that is not here does not
  /// exist; else others may know it.
  private Zone(DomainName origin, DnsRecord authority, boolean isAllThereIs) {
    this.origin = origin;
    this.authority = authority;
    this.isAllThereIs = isAllThereIs;
  }

  /// A zone, or what is wrong with it as a whole.
  public sealed interface Made {
    record Ok(Zone zone) implements Made {}

    record Bad(String why) implements Made {}
  }

  /// The zone of these records, which are all within it.
  public static Made of(DomainName origin, List<DnsRecord> records) {
    return of(origin, records, true);
  }

  static Made of(DomainName origin, List<DnsRecord> records, boolean isAllThereIs) {
    List<DnsRecord> authorities =
        records.stream().filter(each -> each.type() == RecordType.SOA).toList();
    if (authorities.size() != 1 || !authorities.getFirst().name().isSame(origin)) {
      return new Made.Bad(
          "a zone has one SOA record, at its top: write @ IN SOA ns admin 1 1h 10m 1w 1h");
    }
    Zone zone = new Zone(origin, authorities.getFirst(), isAllThereIs);
    for (DnsRecord each : records) {
      zone.add(each);
    }
    for (List<DnsRecord> node : zone.nodes.values()) {
      boolean hasAlias = node.stream().anyMatch(each -> each.type() == RecordType.CNAME);
      if (hasAlias && node.size() > 1) {
        return new Made.Bad(
            node.getFirst().name() + " is an alias (CNAME), so nothing else can be said of it");
      }
    }
    return new Made.Ok(zone);
  }

  private void add(DnsRecord record) {
    List<DnsRecord> node = nodes.computeIfAbsent(record.name().key(), _ -> new ArrayList<>());
    boolean isKnown =
        node.stream()
            .anyMatch(each -> each.type() == record.type() && each.data().equals(record.data()));
    if (!isKnown) {
      node.add(record);
    }
    DomainName name = record.name();
    while (existing.add(name.key()) && !name.isSame(origin)) {
      name = name.parent();
    }
  }

  public DomainName origin() {
    return origin;
  }

  boolean isAllThereIs() {
    return isAllThereIs;
  }

  /// What negative answers carry: kept no longer than its last number says (RFC 2308 §3).
  DnsRecord authority() {
    long minimum =
        authority.data() instanceof RecordData.Soa soa ? soa.minimum() : authority.ttlSeconds();
    return authority.withTtl(Math.min(authority.ttlSeconds(), minimum));
  }

  /// Looks for what stands within the zone.
  Found find(DomainName name, int type) {
    List<String> labels = name.labels();
    for (int below = origin.labels().size() + 1; below <= labels.size(); below++) {
      DomainName cut = new DomainName(labels.subList(labels.size() - below, labels.size()));
      List<DnsRecord> servers = records(cut, RecordType.NS);
      if (!servers.isEmpty()) {
        return new Found.Delegation(cut, servers);
      }
    }
    if (existing.contains(name.key())) {
      return at(nodes.getOrDefault(name.key(), List.of()), type);
    }
    return wildcard(name, type);
  }

  private static Found at(List<DnsRecord> node, int type) {
    List<DnsRecord> found =
        type == RecordType.ANY ? node : node.stream().filter(each -> each.type() == type).toList();
    if (!found.isEmpty()) {
      return new Found.Records(List.copyOf(found));
    }
    for (DnsRecord each : node) {
      if (each.data() instanceof RecordData.Cname(DomainName target)) {
        return new Found.Alias(each, target);
      }
    }
    return new Found.NoData();
  }

  /// What `*` below the nearest name that exists stands for (RFC 4592 §3.3).
  private Found wildcard(DomainName name, int type) {
    DomainName encloser = name.parent();
    while (!existing.contains(encloser.key())) {
      encloser = encloser.parent();
    }
    List<DnsRecord> node =
        new DomainName(List.of(WILDCARD))
            .below(encloser)
            .map(each -> nodes.getOrDefault(each.key(), List.of()))
            .orElse(List.of());
    if (node.isEmpty()) {
      return new Found.NoSuchName();
    }
    return at(node.stream().map(each -> each.withName(name)).toList(), type);
  }

  /// Records of a name, also of one that was handed on to others.
  List<DnsRecord> records(DomainName name, int type) {
    return nodes.getOrDefault(name.key(), List.of()).stream()
        .filter(each -> each.type() == type)
        .toList();
  }
}
