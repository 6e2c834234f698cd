package netarium.topologies.node;

import netarium.topologies.json.Extras;

/// Whom a machine's TLS believes.
///
/// @param trust whether it trusts the topology's certificate authority
public record TlsOptions(boolean trust, Extras extras) {
  public static final TlsOptions DEFAULT = new TlsOptions(true, Extras.NONE);
}
