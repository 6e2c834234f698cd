package netarium.engine.service.dns;

import java.util.List;
import java.util.Optional;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.ResponseCode;

/// What comes of a question, whoever was asked, and how often.
public sealed interface DnsAnswer {
  /// The records that were asked for, behind the aliases that lead to them.
  record Found(List<DnsRecord> aliases, List<DnsRecord> records) implements DnsAnswer {
    public Found {
      aliases = List.copyOf(aliases);
      records = List.copyOf(records);
    }
  }

  /// There is no such name. `authority` is the record that says for how long (RFC 2308 §3).
  record NoSuchName(List<DnsRecord> aliases, Optional<DnsRecord> authority) implements DnsAnswer {
    public NoSuchName {
      aliases = List.copyOf(aliases);
    }
  }

  /// The name is there, such records of it are not.
  record NoData(List<DnsRecord> aliases, Optional<DnsRecord> authority) implements DnsAnswer {
    public NoData {
      aliases = List.copyOf(aliases);
    }
  }

  /// A server would not or could not say.
  record Refused(int responseCode) implements DnsAnswer {
    @Override
    public String toString() {
      return "server misbehaving (" + ResponseCode.name(responseCode) + ")";
    }
  }

  /// Nobody has answered in time.
  record TimedOut() implements DnsAnswer {}

  /// Nobody could be asked.
  record Unreachable(String why) implements DnsAnswer {}

  /// This machine cannot ask.
  record Unsupported(String why) implements DnsAnswer {}
}
