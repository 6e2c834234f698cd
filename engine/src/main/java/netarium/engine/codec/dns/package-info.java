/// DNS messages as octets and values (RFC 1035): built and parsed, never sent.
///
/// [DnsMessage] is the whole, with [DnsQuestion]s and [DnsRecord]s; what a record says is a
/// [RecordData], and a [DomainName] is a list of labels. [DnsWriter] compresses names, [DnsReader]
/// follows their pointers and answers with a value whatever the octets are. [ZoneFile] reads the
/// text form of records (RFC 1035 §5). May use: `wire`.
@NullMarked
package netarium.engine.codec.dns;

import org.jspecify.annotations.NullMarked;
