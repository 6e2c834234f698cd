package netarium.engine.tls;

import java.util.Optional;

/// What two ends agreed on: the cipher suite by its number in IANA's register, the name the client
/// asked for (RFC 6066 §3), the protocol within (RFC 7301).
public record TlsSession(
    TlsVersion version, int cipherSuite, Optional<String> serverName, Optional<String> protocol) {}
