package netarium.engine.service.dns;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DomainName;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import org.jspecify.annotations.Nullable;

/// What a server has been told, for as long as it may keep it by the simulated clock: records, that
/// there are none, and that a name does not exist (RFC 2308 §5). What is handed out again may be
/// kept for the rest of the time only.
final class DnsCache {
  /// Longer than that nothing is kept: a day, and three hours for what does not exist.
  private static final long MOST_SECONDS = 86_400;

  private static final long MOST_NEGATIVE_SECONDS = 10_800;
  private static final int MOST_ENTRIES = 10_000;
  private static final int EVERY_TYPE = -1;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private record Key(String name, int type) {}

  /// What is known of a key until an instant. No records: there are none, says `authority`.
  private record Entry(SimTime until, List<DnsRecord> records, @Nullable DnsRecord authority) {}

  private final Simulator simulator;
  private final Map<Key, Entry> entries = new LinkedHashMap<>();

  DnsCache(Simulator simulator) {
    this.simulator = simulator;
  }

  /// Keeps records of one name and type.
  void keep(DomainName name, int type, List<DnsRecord> records) {
    long seconds = MOST_SECONDS;
    for (DnsRecord each : records) {
      seconds = Math.min(seconds, each.lifetimeSeconds());
    }
    keep(new Key(name.key(), type), seconds, records, null);
  }

  /// Keeps that such records do not exist; where there is nobody to say for how long, not at all.
  void keepNoData(DnsQuestion question, Optional<DnsRecord> authority) {
    authority.ifPresent(soa -> keepNegative(new Key(question.name().key(), question.type()), soa));
  }

  /// Keeps that the name does not exist, whatever is asked of it.
  void keepNoSuchName(DnsQuestion question, Optional<DnsRecord> authority) {
    authority.ifPresent(soa -> keepNegative(new Key(question.name().key(), EVERY_TYPE), soa));
  }

  private void keepNegative(Key key, DnsRecord soa) {
    long minimum =
        soa.data() instanceof RecordData.Soa data ? data.minimum() : MOST_NEGATIVE_SECONDS;
    long seconds = Math.min(MOST_NEGATIVE_SECONDS, Math.min(soa.lifetimeSeconds(), minimum));
    keep(key, seconds, List.of(), soa);
  }

  private void keep(Key key, long seconds, List<DnsRecord> records, @Nullable DnsRecord authority) {
    entries.remove(key);
    if (seconds <= 0) {
      return;
    }
    if (entries.size() == MOST_ENTRIES) {
      Iterator<Key> eldest = entries.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
    SimTime until = simulator.now().plus(SimDuration.ofSeconds(seconds));
    entries.put(key, new Entry(until, List.copyOf(records), authority));
  }

  /// What is known of this very name: never through an alias.
  Optional<DnsAnswer> find(DomainName name, int type) {
    Entry entry = entry(new Key(name.key(), type));
    if (entry != null && !entry.records.isEmpty()) {
      long left = left(entry);
      return Optional.of(
          new DnsAnswer.Found(
              List.of(), entry.records.stream().map(each -> each.withTtl(left)).toList()));
    }
    if (entry != null) {
      return Optional.of(new DnsAnswer.NoData(List.of(), authority(entry)));
    }
    Entry none = entry(new Key(name.key(), EVERY_TYPE));
    return none == null
        ? Optional.empty()
        : Optional.of(new DnsAnswer.NoSuchName(List.of(), authority(none)));
  }

  private @Nullable Entry entry(Key key) {
    Entry entry = entries.get(key);
    if (entry != null && !simulator.now().isBefore(entry.until)) {
      entries.remove(key);
      return null;
    }
    return entry;
  }

  private Optional<DnsRecord> authority(Entry entry) {
    return Optional.ofNullable(entry.authority).map(each -> each.withTtl(left(entry)));
  }

  private long left(Entry entry) {
    return entry.until.since(simulator.now()).nanos() / NANOS_PER_SECOND;
  }
}
