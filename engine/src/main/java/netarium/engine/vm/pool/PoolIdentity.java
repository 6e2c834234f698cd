package netarium.engine.vm.pool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import netarium.engine.lua.Bool;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.tls.TlsIdentity;
import netarium.engine.tls.TlsLayer;
import netarium.engine.vm.Process;

/// As whom a pool answers: what the option `tls` of `http.pool` says.
sealed interface PoolIdentity {
  record Plain() implements PoolIdentity {}

  record Shown(TlsIdentity identity) implements PoolIdentity {}

  /// Files that cannot be used.
  record Unusable(String why) implements PoolIdentity {}

  /// No value for this option.
  record Wrong(String what) implements PoolIdentity {}

  /// Of `true`, `"expired"`, `"self-signed"` or a table with the paths `cert` and `key`.
  static PoolIdentity of(Process process, LuaValue option) {
    if (option instanceof Nil || option.equals(Bool.FALSE)) {
      return new Plain();
    }
    Optional<TlsLayer> tls = process.vm().tls();
    if (tls.isEmpty()) {
      return new Unusable("this machine has no TLS");
    }
    return switch (option) {
      case Bool _ -> new Shown(tls.get().identity());
      case Str text -> named(tls.get(), text.toString());
      case Table files -> ofFiles(process, files.get("cert"), files.get("key"));
      default -> new Wrong(EXPECTED);
    };
  }

  String EXPECTED = "true, \"expired\", \"self-signed\" or a table {cert=, key=} expected";

  private static PoolIdentity named(TlsLayer tls, String kind) {
    return switch (kind) {
      case "expired" -> new Shown(tls.expired());
      case "self-signed" -> new Shown(tls.selfSigned());
      default -> new Wrong(EXPECTED);
    };
  }

  private static PoolIdentity ofFiles(Process process, LuaValue cert, LuaValue key) {
    if (!(cert instanceof Str certPath) || !(key instanceof Str keyPath)) {
      return new Wrong(EXPECTED);
    }
    for (Str path : List.of(certPath, keyPath)) {
      if (PoolApi.read(process, path.toString()).isEmpty()) {
        return new Unusable("cannot open " + path);
      }
    }
    return switch (TlsIdentity.ofPem(text(process, certPath), text(process, keyPath))) {
      case TlsIdentity.Read.Found(TlsIdentity identity) -> new Shown(identity);
      case TlsIdentity.Read.Bad(String why) -> new Unusable(certPath + ", " + keyPath + ": " + why);
    };
  }

  private static String text(Process process, Str path) {
    return PoolApi.read(process, path.toString())
        .map(octets -> new String(octets, ISO_8859_1))
        .orElse("");
  }
}
