package netarium.engine.tls;

import java.util.List;
import org.bouncycastle.tls.ProtocolVersion;

/// The versions that machines speak; older ones are obsolete (RFC 8996).
public enum TlsVersion {
  TLS_1_2("TLS 1.2"),
  TLS_1_3("TLS 1.3");

  /// What is offered unless somebody wants it otherwise, best first.
  public static final List<TlsVersion> ALL = List.of(TLS_1_3, TLS_1_2);

  private final String label;

  TlsVersion(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /// As records carry it (RFC 8446 §4.2.1): 0x0304 for TLS 1.3.
  public int code() {
    return this == TLS_1_3 ? 0x0304 : 0x0303;
  }

  static ProtocolVersion[] numbers(List<TlsVersion> versions) {
    return versions.stream().map(TlsVersion::number).toArray(ProtocolVersion[]::new);
  }

  private ProtocolVersion number() {
    return this == TLS_1_3 ? ProtocolVersion.TLSv13 : ProtocolVersion.TLSv12;
  }

  static TlsVersion of(ProtocolVersion number) {
    return ProtocolVersion.TLSv13.equals(number) ? TLS_1_3 : TLS_1_2;
  }
}
