/// What stands on the wire of TLS (RFC 8446, RFC 5246), and how a reader opens it who was told the
/// secrets: nothing here takes part in a connection.
///
/// [KeyLogLine] is a secret as key log files have it, [RecordOpener] opens the records of one
/// direction with it, [TlsSuite] says by what means, [TlsNames] what the numbers are called. May
/// use: `wire`.
@NullMarked
package netarium.engine.codec.tls;

import org.jspecify.annotations.NullMarked;
