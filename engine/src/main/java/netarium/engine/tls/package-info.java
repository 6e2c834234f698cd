/// TLS 1.3 and 1.2 (RFC 8446, RFC 5246) over any stream of octets: real records, real handshakes,
/// real certificates, by BouncyCastle's `bctls`. This is the only package that imports it, because
/// its random numbers and its clock have to be tamed in one place: everything that it draws comes
/// from [SeededRandom], and what is valid is decided by the simulated clock.
///
/// Read in this order: [TlsLayer] (what a machine has), [TlsStream], [TlsSettings],
/// [CertificateAuthority], [TlsIdentity], [Trust], [KeyLog]. May use `socket` and what is below it.
@NullMarked
package netarium.engine.tls;

import org.jspecify.annotations.NullMarked;
