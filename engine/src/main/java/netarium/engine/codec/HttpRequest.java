package netarium.engine.codec;

import netarium.engine.wire.Octets;

/// An HTTP/1.x request. `target` is what stands between the method and the version, query included.
public record HttpRequest(
    String method, String target, String version, HttpHeaders headers, Octets body) {}
