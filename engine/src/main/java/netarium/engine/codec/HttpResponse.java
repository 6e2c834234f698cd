package netarium.engine.codec;

import netarium.engine.wire.Octets;

/// An HTTP/1.x response.
public record HttpResponse(
    String version, int status, String reason, HttpHeaders headers, Octets body) {}
