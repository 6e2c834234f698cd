package netarium.engine.service.dns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.codec.dns.DnsMessage;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DomainName;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.codec.dns.RecordType;
import netarium.engine.codec.dns.ResponseCode;
import netarium.engine.service.dns.Recursor.Cut;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;

/// One question on its way from the root down (RFC 1034 §5.3.3): the servers nearest to the name
/// are asked, and send it on to nearer ones. What a server says about names that are not its own is
/// not believed (RFC 5452 §6).
final class Descent {
  /// What a question may cost with all the questions that it raises.
  static final class Budget {
    private static final int MOST_QUERIES = 60;
    private static final int MOST_DEPTH = 6;

    private int queries;
    private int depth;
  }

  private final Recursor recursor;
  private final Budget budget;
  private final Consumer<DnsAnswer> answer;
  private final List<DnsRecord> aliases = new ArrayList<>();
  private DnsQuestion question;
  private DomainName zone = DomainName.ROOT;

  /// Servers that were not asked yet, and names of more whose addresses are not known.
  private final List<Ipv4Address> servers = new ArrayList<>();

  private final List<DomainName> unknown = new ArrayList<>();
  private DnsAnswer last = new DnsAnswer.Refused(ResponseCode.SERVER_FAILURE);
  private Runnable cancel = () -> {};
  private int turn;
  private boolean isOver;

  Descent(Recursor recursor, DnsQuestion question, Budget budget, Consumer<DnsAnswer> answer) {
    this.recursor = recursor;
    this.question = question;
    this.budget = budget;
    this.answer = answer;
  }

  /// Begins where the asker says, or at the nearest servers that are known.
  void start(Optional<Cut> from) {
    if (from.isPresent()) {
      enter(from.get());
    } else {
      enterNearest();
    }
  }

  void cancel() {
    isOver = true;
    cancel.run();
  }

  private void enterNearest() {
    Optional<DnsAnswer> known = recursor.cached(question);
    if (known.isPresent()) {
      end(known.get());
      return;
    }
    DomainName name = question.name();
    while (!name.isRoot()) {
      if (recursor.cache().find(name, RecordType.NS).orElse(null) instanceof DnsAnswer.Found found
          && isUsable(name, found.records())) {
        enter(new Cut(name, found.records(), List.of()));
        return;
      }
      name = name.parent();
    }
    zone = DomainName.ROOT;
    servers.clear();
    unknown.clear();
    servers.addAll(recursor.roots());
    next();
  }

  /// Whether some of the servers have addresses, or may get them without asking themselves.
  private boolean isUsable(DomainName at, List<DnsRecord> records) {
    for (DnsRecord each : records) {
      if (each.data() instanceof RecordData.Ns(DomainName server)
          && (!server.isWithin(at) || !addresses(server).isEmpty())) {
        return true;
      }
    }
    return false;
  }

  private List<Ipv4Address> addresses(DomainName server) {
    return recursor.cache().find(server, RecordType.A).orElse(null) instanceof DnsAnswer.Found found
        ? addressesOf(found.records())
        : List.of();
  }

  private static List<Ipv4Address> addressesOf(List<DnsRecord> records) {
    List<Ipv4Address> addresses = new ArrayList<>();
    for (DnsRecord each : records) {
      if (each.data() instanceof RecordData.A(Ipv4Address address)) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  private void enter(Cut cut) {
    zone = cut.zone();
    servers.clear();
    unknown.clear();
    for (DnsRecord each : cut.servers()) {
      if (!(each.data() instanceof RecordData.Ns(DomainName name))) {
        continue;
      }
      List<Ipv4Address> known =
          addressesOf(cut.addresses().stream().filter(glue -> glue.name().isSame(name)).toList());
      if (known.isEmpty()) {
        known = addresses(name);
      }
      if (known.isEmpty() && !name.isWithin(zone)) {
        unknown.add(name);
      }
      servers.addAll(known);
    }
    next();
  }

  /// Asks the next server, or finds out the address of one.
  private void next() {
    if (isOver) {
      return;
    }
    if (budget.queries >= Budget.MOST_QUERIES) {
      end(new DnsAnswer.Refused(ResponseCode.SERVER_FAILURE));
    } else if (!servers.isEmpty()) {
      budget.queries++;
      Endpoint server = new Endpoint(servers.removeFirst(), DnsSockets.PORT);
      ServerPath path = new ServerPath(recursor.host(), server, false, Recursor.PATIENCE);
      int mine = ++turn;
      Runnable takesBack = path.ask(question, this::came);
      if (mine == turn) {
        cancel = takesBack;
      }
    } else if (!unknown.isEmpty() && budget.depth < Budget.MOST_DEPTH) {
      findServer(unknown.removeFirst());
    } else {
      end(last);
    }
  }

  private void findServer(DomainName name) {
    budget.depth++;
    int mine = ++turn;
    Descent inner =
        new Descent(
            recursor,
            new DnsQuestion(name, RecordType.A),
            budget,
            result -> {
              budget.depth--;
              turn++;
              if (result instanceof DnsAnswer.Found found) {
                servers.addAll(addressesOf(found.records()));
              }
              next();
            });
    inner.start(Optional.empty());
    if (mine == turn) {
      cancel = inner::cancel;
    }
  }

  private void came(DnsReply reply) {
    switch (reply) {
      case DnsReply.Silent _ -> {
        last = new DnsAnswer.TimedOut();
        next();
      }
      case DnsReply.Unreachable(String why) -> {
        last = new DnsAnswer.Unreachable(why);
        next();
      }
      case DnsReply.Came(DnsMessage message) -> came(message);
    }
  }

  private void came(DnsMessage message) {
    int code = message.responseCode();
    if (code != ResponseCode.NO_ERROR && code != ResponseCode.NAME_ERROR) {
      last = new DnsAnswer.Refused(code);
      next();
      return;
    }
    List<DnsRecord> answers = ours(message.answers());
    keepSets(answers);
    Aliases found = Aliases.follow(question, answers);
    aliases.addAll(found.aliases());
    DnsQuestion rest = new DnsQuestion(found.name(), question.type());
    Optional<DnsRecord> authority =
        StubResolver.authority(message).filter(each -> each.name().isWithin(zone));
    if (!found.records().isEmpty()) {
      end(new DnsAnswer.Found(List.of(), found.records()));
    } else if (code == ResponseCode.NAME_ERROR && found.name().isWithin(zone)) {
      recursor.cache().keepNoSuchName(rest, authority);
      end(new DnsAnswer.NoSuchName(List.of(), authority));
    } else if (!found.aliases().isEmpty()) {
      follow(rest);
    } else {
      referral(message, authority);
    }
  }

  private void follow(DnsQuestion rest) {
    if (aliases.size() >= Aliases.MOST) {
      end(new DnsAnswer.Refused(ResponseCode.SERVER_FAILURE));
      return;
    }
    question = rest;
    enterNearest();
  }

  private void referral(DnsMessage message, Optional<DnsRecord> authority) {
    List<DnsRecord> nearer = new ArrayList<>();
    for (DnsRecord each : ours(message.authority())) {
      boolean isNearer =
          each.type() == RecordType.NS
              && question.name().isWithin(each.name())
              && each.name().labels().size() > zone.labels().size();
      boolean isSameZone = nearer.isEmpty() || nearer.getFirst().name().isSame(each.name());
      if (isNearer && isSameZone) {
        nearer.add(each);
      }
    }
    if (!nearer.isEmpty()) {
      DomainName cut = nearer.getFirst().name();
      List<DnsRecord> glue = ours(message.additional());
      recursor.cache().keep(cut, RecordType.NS, nearer);
      keepSets(glue.stream().filter(each -> each.type() == RecordType.A).toList());
      enter(new Cut(cut, nearer, glue));
    } else if (message.isAuthoritative() || authority.isPresent()) {
      recursor.cache().keepNoData(question, authority);
      end(new DnsAnswer.NoData(List.of(), authority));
    } else {
      last = new DnsAnswer.Refused(ResponseCode.SERVER_FAILURE);
      next();
    }
  }

  /// What the servers that were asked may speak of.
  private List<DnsRecord> ours(List<DnsRecord> records) {
    return records.stream()
        .filter(each -> each.name().isWithin(zone) && each.classNumber() == DnsRecord.INTERNET)
        .toList();
  }

  private void keepSets(List<DnsRecord> records) {
    Map<String, List<DnsRecord>> sets = new LinkedHashMap<>();
    for (DnsRecord each : records) {
      sets.computeIfAbsent(each.type() + " " + each.name().key(), _ -> new ArrayList<>()).add(each);
    }
    sets.values()
        .forEach(set -> recursor.cache().keep(set.getFirst().name(), set.getFirst().type(), set));
  }

  private void end(DnsAnswer result) {
    if (!isOver) {
      isOver = true;
      answer.accept(Recursor.behind(aliases, result));
    }
  }
}
