package netarium.engine.tls;

import java.util.List;
import org.bouncycastle.tls.ProtocolVersion;

/// The versions that machines speak; older ones are obsolete (RFC 8996).
public enum TlsVersion {
  TLS_1_2("TLS 1.2", ProtocolVersion.TLSv12),
  TLS_1_3("TLS 1.3", ProtocolVersion.TLSv13);

  /// What is offered unless somebody wants it otherwise, best first.
  public static final List<TlsVersion> ALL = List.of(TLS_1_3, TLS_1_2);

  private final String label;
  private final ProtocolVersion number;

  TlsVersion(String label, ProtocolVersion number) {
    this.label = label;
    this.number = number;
  }

  public String label() {
    return label;
  }

  static ProtocolVersion[] numbers(List<TlsVersion> versions) {
    return versions.stream().map(each -> each.number).toArray(ProtocolVersion[]::new);
  }

  static TlsVersion of(ProtocolVersion number) {
    return ProtocolVersion.TLSv13.equals(number) ? TLS_1_3 : TLS_1_2;
  }
}
