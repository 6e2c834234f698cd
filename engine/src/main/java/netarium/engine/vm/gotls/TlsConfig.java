package netarium.engine.vm.gotls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.tls.TlsIdentity;
import netarium.engine.tls.TlsLayer;
import netarium.engine.tls.TlsVersion;
import netarium.engine.tls.TlsWish;
import netarium.engine.tls.Trust;
import netarium.engine.vm.Process;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.ServerIdentity;

/// A configuration table, Go's `tls.Config`, read. A member that is none raises an error: in Lua a
/// slip of the pen would else be no configuration at all.
public final class TlsConfig {
  private static final List<String> MEMBERS =
      List.of(
          "ServerName",
          "InsecureSkipVerify",
          "NextProtos",
          "Certificate",
          "RootCAs",
          "MinVersion",
          "MaxVersion");

  private final Process process;
  private final TlsLayer layer;
  private final Optional<String> serverName;
  private final boolean skipsVerify;
  private final TlsWish wish;
  private final LuaValue certificate;
  private final Optional<String> rootCas;

  private TlsConfig(
      Process process,
      TlsLayer layer,
      Optional<String> serverName,
      boolean skipsVerify,
      TlsWish wish,
      LuaValue certificate,
      Optional<String> rootCas) {
    this.process = process;
    this.layer = layer;
    this.serverName = serverName;
    this.skipsVerify = skipsVerify;
    this.wish = wish;
    this.certificate = certificate;
    this.rootCas = rootCas;
  }

  /// Reads argument `i`, which may be missing.
  public static TlsConfig argument(Coroutine co, int func, int n, int i, Process process) {
    return of(co, Args.isNoneOrNil(co, func, n, i) ? Nil.NIL : co.arg(func, n, i), i, process);
  }

  /// Reads a value that is argument `i` or a part of it; nil for nothing in particular.
  public static TlsConfig of(Coroutine co, LuaValue value, int i, Process process) {
    TlsLayer layer =
        process
            .vm()
            .tls()
            .orElseThrow(() -> new IllegalStateException("invariant broken: a VM has TLS"));
    if (value.isNil()) {
      return new TlsConfig(
          process, layer, Optional.empty(), false, TlsWish.ANYTHING, Nil.NIL, Optional.empty());
    }
    if (!(value instanceof Table table)) {
      throw Args.argError(co, i, "table expected, got " + value.typeName());
    }
    checkMembers(co, table, i);
    LuaValue skips = table.get("InsecureSkipVerify");
    Args.check(co, skips instanceof Bool || skips.isNil(), i, "InsecureSkipVerify: true or false");
    return new TlsConfig(
        process,
        layer,
        text(co, table, "ServerName", i),
        skips.equals(Bool.TRUE),
        new TlsWish(versions(co, table, i), protocols(co, table, i)),
        table.get("Certificate"),
        text(co, table, "RootCAs", i));
  }

  private static void checkMembers(Coroutine co, Table table, int i) {
    for (int at = table.nextPosition(0); at >= 0; at = table.nextPosition(at + 1)) {
      String name =
          table.keyAt(at) instanceof Str text ? text.toString() : "members without a name";
      Args.check(
          co,
          MEMBERS.contains(name),
          i,
          "a TLS configuration has no " + name + "; it has " + String.join(", ", MEMBERS));
    }
  }

  private static Optional<String> text(Coroutine co, Table table, String name, int i) {
    LuaValue value = table.get(name);
    Args.check(co, value instanceof Str || value.isNil(), i, name + ": string expected");
    return value instanceof Str text ? Optional.of(text.toString()) : Optional.empty();
  }

  private static List<String> protocols(Coroutine co, Table table, int i) {
    LuaValue value = table.get("NextProtos");
    List<String> names = new ArrayList<>();
    if (value instanceof Table list) {
      for (int at = 1; at <= list.length(); at++) {
        boolean isName = list.get(at) instanceof Str name && name.length > 0 && name.length < 256;
        Args.check(co, isName, i, "NextProtos: names of 1 to 255 octets expected");
        names.add(list.get(at).toString());
      }
    } else {
      Args.check(co, value.isNil(), i, "NextProtos: list of names expected");
    }
    return names;
  }

  private static List<TlsVersion> versions(Coroutine co, Table table, int i) {
    int least = version(co, table, "MinVersion", i, TlsVersion.TLS_1_2.code());
    int most = version(co, table, "MaxVersion", i, TlsVersion.TLS_1_3.code());
    List<TlsVersion> between =
        TlsVersion.ALL.stream().filter(v -> v.code() >= least && v.code() <= most).toList();
    Args.check(co, !between.isEmpty(), i, "MinVersion is above MaxVersion");
    return between;
  }

  private static int version(Coroutine co, Table table, String name, int i, int fallback) {
    LuaValue value = table.get(name);
    if (value.isNil()) {
      return fallback;
    }
    Optional<TlsVersion> known =
        TlsVersion.ALL.stream()
            .filter(each -> value instanceof Num number && number.v == each.code())
            .findFirst();
    Args.check(co, known.isPresent(), i, name + ": tls.VersionTLS12 or tls.VersionTLS13 expected");
    return known.map(TlsVersion::code).orElse(fallback);
  }

  TlsLayer layer() {
    return layer;
  }

  TlsWish wish() {
    return wish;
  }

  /// Whom the other side has to prove to be; `host` is whom was dialled, if anybody was.
  public String serverName(String host) {
    return serverName.orElse(host);
  }

  /// Whether a client may do without knowing who the other side is.
  public boolean skipsVerify() {
    return skipsVerify;
  }

  /// Whom a client believes, or why that cannot be told.
  public sealed interface Believed {
    record Whom(Trust trust) implements Believed {}

    record Unknown(NetError error) implements Believed {}
  }

  public Believed trust() {
    if (skipsVerify) {
      return new Believed.Whom(Trust.ANYBODY);
    }
    if (rootCas.isEmpty()) {
      return new Believed.Whom(layer.trust());
    }
    Optional<String> pem = ServerIdentity.text(process, rootCas.get());
    if (pem.isEmpty()) {
      return new Believed.Unknown(unusable("cannot open " + rootCas.get()));
    }
    Trust trust = Trust.ofPem(pem.get());
    return trust.isEmpty()
        ? new Believed.Unknown(unusable("no certificate in PEM form in " + rootCas.get()))
        : new Believed.Whom(trust);
  }

  /// As whom a server answers, or why that cannot be told.
  sealed interface Answering {
    record As(TlsIdentity identity) implements Answering {}

    record Unknown(NetError error) implements Answering {}
  }

  Answering identity(Coroutine co, int i) {
    LuaValue option = certificate.isNil() ? Bool.TRUE : certificate;
    return switch (ServerIdentity.of(process, option)) {
      case ServerIdentity.Shown(TlsIdentity identity) -> new Answering.As(identity);
      case ServerIdentity.Unusable(String why) -> new Answering.Unknown(unusable(why));
      case ServerIdentity.Plain _ ->
          throw Args.argError(co, i, "Certificate: " + ServerIdentity.EXPECTED);
      case ServerIdentity.Wrong(String what) -> throw Args.argError(co, i, "Certificate: " + what);
    };
  }

  private static NetError unusable(String why) {
    return new NetError("tls", "tls: " + why, false);
  }
}
