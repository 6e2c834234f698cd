package netarium.engine.service.dns;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DomainName;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.codec.dns.RecordType;

/// A question followed through the aliases among some records (RFC 1034 §3.6.2).
///
/// @param aliases those on the way
/// @param name the name at their end
/// @param records of that name and of the type that was asked for
record Aliases(List<DnsRecord> aliases, DomainName name, List<DnsRecord> records) {
  /// A longer chain, or a ring, leads nowhere.
  static final int MOST = 16;

  static Aliases follow(DnsQuestion question, List<DnsRecord> records) {
    List<DnsRecord> aliases = new ArrayList<>();
    DomainName name = question.name();
    while (aliases.size() < MOST) {
      List<DnsRecord> found = new ArrayList<>();
      DnsRecord alias = null;
      DomainName target = null;
      for (DnsRecord each : records) {
        if (!each.name().isSame(name)) {
          continue;
        }
        if (each.type() == question.type() || question.type() == RecordType.ANY) {
          found.add(each);
        } else if (each.data() instanceof RecordData.Cname cname) {
          alias = each;
          target = cname.target();
        }
      }
      if (!found.isEmpty() || alias == null || target == null) {
        return new Aliases(aliases, name, found);
      }
      aliases.add(alias);
      name = target;
    }
    return new Aliases(aliases, name, List.of());
  }
}
