package netarium.engine.service.dns;

import netarium.engine.codec.dns.DnsMessage;

/// What comes of one question to one server.
public sealed interface DnsReply {
  /// A response, whatever it says.
  record Came(DnsMessage message) implements DnsReply {}

  /// Nothing, in the time that it was given.
  record Silent() implements DnsReply {}

  /// It cannot be asked, and why.
  record Unreachable(String why) implements DnsReply {}
}
