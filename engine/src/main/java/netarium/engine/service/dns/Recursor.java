package netarium.engine.service.dns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DomainName;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.codec.dns.RecordType;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;

/// Finds out what others know, and keeps it: from servers that do the work (forwarders), or from
/// the root down, server by server (RFC 1034 §5.3.3). Who asks what is being found out already
/// waits with the others.
public final class Recursor {
  /// How long one server is waited for before the next is asked.
  static final SimDuration PATIENCE = SimDuration.ofSeconds(2);

  /// So many questions are under way at once; more are answered with a failure.
  private static final int MOST_AT_ONCE = 1000;

  /// The name servers of a zone: where a search may begin.
  record Cut(DomainName zone, List<DnsRecord> servers, List<DnsRecord> addresses) {
    Cut {
      servers = List.copyOf(servers);
      addresses = List.copyOf(addresses);
    }
  }

  private record Wanted(String name, int type) {}

  private final DnsSockets host;
  private final DnsCache cache;
  private final List<Ipv4Address> roots;
  private final Optional<StubResolver> forwarders;
  private final Map<Wanted, List<Consumer<DnsAnswer>>> underWay = new LinkedHashMap<>();
  private final Map<Wanted, Runnable> cancels = new LinkedHashMap<>();

  /// Asks `forwarders` where there are any, else begins at `roots`.
  public Recursor(DnsSockets host, List<Ipv4Address> forwarders, List<Ipv4Address> roots) {
    this.host = host;
    this.cache = new DnsCache(host.simulator());
    this.roots = List.copyOf(roots);
    List<ServerPath> paths = new ArrayList<>();
    for (Ipv4Address each : forwarders) {
      paths.add(new ServerPath(host, new Endpoint(each, DnsSockets.PORT), true, PATIENCE));
    }
    this.forwarders =
        paths.isEmpty()
            ? Optional.empty()
            : Optional.of(new StubResolver(paths, StubResolver.ATTEMPTS));
  }

  DnsSockets host() {
    return host;
  }

  DnsCache cache() {
    return cache;
  }

  List<Ipv4Address> roots() {
    return roots;
  }

  /// Finds out. `from` is where to begin, if the asker knows better than the cache.
  void resolve(DnsQuestion question, Optional<Cut> from, Consumer<DnsAnswer> answer) {
    Optional<DnsAnswer> known = cached(question);
    if (known.isPresent()) {
      answer.accept(known.get());
      return;
    }
    Wanted wanted = new Wanted(question.name().key(), question.type());
    List<Consumer<DnsAnswer>> waiting = underWay.get(wanted);
    if (waiting != null) {
      waiting.add(answer);
      return;
    }
    if (underWay.size() >= MOST_AT_ONCE) {
      answer.accept(new DnsAnswer.Unreachable("too many questions at once"));
      return;
    }
    waiting = new ArrayList<>();
    waiting.add(answer);
    underWay.put(wanted, waiting);
    Runnable cancel = begin(question, from, result -> done(wanted, result));
    if (underWay.containsKey(wanted)) {
      cancels.put(wanted, cancel);
    }
  }

  private Runnable begin(DnsQuestion question, Optional<Cut> from, Consumer<DnsAnswer> done) {
    if (forwarders.isPresent() && from.isEmpty()) {
      return forwarders
          .get()
          .resolve(
              question,
              result -> {
                keep(question, result);
                done.accept(result);
              });
    }
    Descent descent = new Descent(this, question, new Descent.Budget(), done);
    descent.start(from);
    return descent::cancel;
  }

  /// Drops all that is under way; nobody hears of it.
  public void stop() {
    underWay.clear();
    List.copyOf(cancels.values()).forEach(Runnable::run);
    cancels.clear();
  }

  private void done(Wanted wanted, DnsAnswer result) {
    List<Consumer<DnsAnswer>> waiting = underWay.remove(wanted);
    cancels.remove(wanted);
    if (waiting != null) {
      waiting.forEach(each -> each.accept(result));
    }
  }

  /// What the cache alone can say, through the aliases it knows.
  Optional<DnsAnswer> cached(DnsQuestion question) {
    List<DnsRecord> aliases = new ArrayList<>();
    DomainName name = question.name();
    while (aliases.size() < Aliases.MOST) {
      Optional<DnsAnswer> found = cache.find(name, question.type());
      if (found.isPresent()) {
        return Optional.of(behind(aliases, found.get()));
      }
      Optional<DnsAnswer> alias = cache.find(name, RecordType.CNAME);
      if (alias.isEmpty()
          || !(alias.get() instanceof DnsAnswer.Found records)
          || !(records.records().getFirst().data() instanceof RecordData.Cname cname)) {
        return Optional.empty();
      }
      aliases.add(records.records().getFirst());
      name = cname.target();
    }
    return Optional.empty();
  }

  /// The same answer behind more aliases.
  static DnsAnswer behind(List<DnsRecord> aliases, DnsAnswer answer) {
    return switch (answer) {
      case DnsAnswer.Found found ->
          new DnsAnswer.Found(joined(aliases, found.aliases()), found.records());
      case DnsAnswer.NoSuchName none ->
          new DnsAnswer.NoSuchName(joined(aliases, none.aliases()), none.authority());
      case DnsAnswer.NoData none ->
          new DnsAnswer.NoData(joined(aliases, none.aliases()), none.authority());
      default -> answer;
    };
  }

  private static List<DnsRecord> joined(List<DnsRecord> first, List<DnsRecord> second) {
    List<DnsRecord> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /// Keeps what was answered.
  private void keep(DnsQuestion question, DnsAnswer answer) {
    switch (answer) {
      case DnsAnswer.Found found -> {
        DomainName name = keepAliases(question.name(), found.aliases());
        cache.keep(name, question.type(), found.records());
      }
      case DnsAnswer.NoSuchName none -> {
        DomainName name = keepAliases(question.name(), none.aliases());
        cache.keepNoSuchName(new DnsQuestion(name, question.type()), none.authority());
      }
      case DnsAnswer.NoData none -> {
        DomainName name = keepAliases(question.name(), none.aliases());
        cache.keepNoData(new DnsQuestion(name, question.type()), none.authority());
      }
      default -> {}
    }
  }

  /// Answers the name at the end.
  private DomainName keepAliases(DomainName first, List<DnsRecord> aliases) {
    DomainName name = first;
    for (DnsRecord each : aliases) {
      if (each.data() instanceof RecordData.Cname(DomainName target)) {
        cache.keep(each.name(), RecordType.CNAME, List.of(each));
        name = target;
      }
    }
    return name;
  }
}
