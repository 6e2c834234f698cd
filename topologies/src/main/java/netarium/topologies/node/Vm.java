package netarium.topologies.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.json.Extras;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// A machine that runs Lua programs.
///
/// @param cpu how long one unit of work takes
/// @param env environment variables of its programs
/// @param hosts names that this machine knows beside those of the topology
/// @param dns the name servers it asks, in order
/// @param doh the URL at which a browser platform asks for names over HTTPS
/// @param files what its file tree holds at the start, by path
public record Vm(
    Common common,
    Platform platform,
    TimeSpan cpu,
    Map<String, String> env,
    Map<String, IpAddress> hosts,
    List<IpAddress> dns,
    @Nullable String doh,
    Map<String, FileContent> files,
    VmLimits limits,
    TcpOptions tcp,
    TlsOptions tls,
    List<Program> programs,
    Extras extras)
    implements Node {
  public static final TimeSpan DEFAULT_CPU = TimeSpan.ofNanos(100);

  public Vm {
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    dns = List.copyOf(dns);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    programs = List.copyOf(programs);
  }

  /// What the machine offers its programs: sockets of every kind, or only what a browser has.
  public enum Platform {
    NATIVE("native"),
    BROWSER("browser");

    private final String key;

    Platform(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  /// A machine with nothing set but its common parts and programs.
  public static Vm of(Common common, List<Program> programs) {
    return new Vm(
        common,
        Platform.NATIVE,
        DEFAULT_CPU,
        Map.of(),
        Map.of(),
        List.of(),
        null,
        Map.of(),
        VmLimits.DEFAULT,
        TcpOptions.DEFAULT,
        TlsOptions.DEFAULT,
        programs,
        Extras.NONE);
  }

  @Override
  public NodeKind kind() {
    return NodeKind.VM;
  }

  public Vm with(Common changed) {
    return new Vm(
        changed, platform, cpu, env, hosts, dns, doh, files, limits, tcp, tls, programs, extras);
  }

  public Vm withPrograms(List<Program> changed) {
    return new Vm(
        common, platform, cpu, env, hosts, dns, doh, files, limits, tcp, tls, changed, extras);
  }
}
