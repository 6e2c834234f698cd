package netarium.engine.vm.api;

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
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;

/// As whom a server answers that a script opens: the option `tls` of `http.pool` and
/// `network.listen`, and `Certificate` of the module `tls`.
public sealed interface ServerIdentity {
  /// What may be said.
  String EXPECTED = "true, \"expired\", \"self-signed\" or a table {cert=, key=} expected";

  /// Without TLS.
  record Plain() implements ServerIdentity {}

  record Shown(TlsIdentity identity) implements ServerIdentity {}

  /// Files that cannot be used.
  record Unusable(String why) implements ServerIdentity {}

  /// What the option cannot be.
  record Wrong(String what) implements ServerIdentity {}

  /// What an option means: nothing or false is no TLS, true the machine's own certificate.
  static ServerIdentity of(Process process, LuaValue option) {
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
      case Table files ->
          files.get("cert") instanceof Nil
              ? ofFiles(process, files.get(1), files.get(2))
              : ofFiles(process, files.get("cert"), files.get("key"));
      default -> new Wrong(EXPECTED);
    };
  }

  private static ServerIdentity named(TlsLayer tls, String kind) {
    return switch (kind) {
      case "expired" -> new Shown(tls.expired());
      case "self-signed" -> new Shown(tls.selfSigned());
      default -> new Wrong(EXPECTED);
    };
  }

  private static ServerIdentity ofFiles(Process process, LuaValue cert, LuaValue key) {
    return cert instanceof Str certPath && key instanceof Str keyPath
        ? ofFiles(process, certPath.toString(), keyPath.toString())
        : new Wrong(EXPECTED);
  }

  /// Who has this certificate file and this key file.
  static ServerIdentity ofFiles(Process process, String certPath, String keyPath) {
    for (String path : List.of(certPath, keyPath)) {
      if (text(process, path).isEmpty()) {
        return new Unusable("cannot open " + path);
      }
    }
    String cert = text(process, certPath).orElse("");
    return switch (TlsIdentity.ofPem(cert, text(process, keyPath).orElse(""))) {
      case TlsIdentity.Read.Found(TlsIdentity identity) -> new Shown(identity);
      case TlsIdentity.Read.Bad(String why) -> new Unusable(certPath + ", " + keyPath + ": " + why);
    };
  }

  /// A file as the process sees it, octet by octet.
  static Optional<String> text(Process process, String path) {
    long now = process.vm().settings().epochNanos() + process.vm().simulator().nowNanos();
    String absolute = FilePath.join(process.workingDirectory(), path);
    return process.vm().files().read(absolute, new FileCaller(process.user(), now))
            instanceof FileResult.Done<byte[]>(byte[] octets)
        ? Optional.of(new String(octets, ISO_8859_1))
        : Optional.empty();
  }
}
