package netarium.engine.vm.names;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import netarium.engine.codec.dns.DnsMessage;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DomainName;
import netarium.engine.codec.dns.Ipv6Text;
import netarium.engine.codec.dns.RecordType;
import netarium.engine.codec.dns.ResponseCode;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.service.dns.DnsPath;
import netarium.engine.service.dns.DnsReply;
import netarium.engine.vm.Names;
import netarium.engine.vm.Platform;
import netarium.engine.vm.Process;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// What `/bin/nslookup` and `/bin/dig` can do beyond other scripts: `dns.query(name, type, server)`
/// asks one server once and hands over all it says; `dns.servers()` says whom the machine asks;
/// `dns.reverse(address)` is the name that an address is looked up by.
public final class QueryApi {
  private final Process process;

  private QueryApi(Process process) {
    this.process = process;
  }

  /// Gives a process the global `dns`.
  public static void install(Process process) {
    QueryApi api = new QueryApi(process);
    LuaMachine machine = process.machine();
    Table table = new Table(machine, 0, 3);
    table.set("query", Native.of("dns.query", api::query).asWorldCall());
    table.set("servers", Native.of("dns.servers", api::servers));
    table.set("reverse", Native.of("dns.reverse", api::reverse));
    machine.globals.set("dns", table);
  }

  /// The address of each server, or where a browser asks.
  private int servers(Coroutine co, int func, int n) {
    List<String> servers =
        process.vm().platform() == Platform.BROWSER
            ? process.vm().doh().map(url -> url.absolute()).stream().toList()
            : process.vm().nameServers().stream().map(Ipv4Address::toString).toList();
    Table table = new Table(co.machine, servers.size(), 0);
    for (int i = 0; i < servers.size(); i++) {
      table.set(i + 1, text(servers.get(i)));
    }
    return co.returns(func, table);
  }

  /// Nil for what is no address.
  private int reverse(Coroutine co, int func, int n) {
    String text = Args.checkStr(co, func, n, 1).toString();
    Optional<DomainName> name =
        Ipv4Address.parse(text)
            .map(DomainName::ofAddress)
            .or(() -> Ipv6Text.parse(text).map(DomainName::ofLongAddress));
    return name.isEmpty() ? co.returns() : co.returns(func, text(name.get().toString()));
  }

  private int query(Coroutine co, int func, int n) {
    String text = Args.checkStr(co, func, n, 1).toString();
    String typeName = Args.checkStr(co, func, n, 2).toString();
    Optional<DomainName> name = DomainName.parse(text);
    OptionalInt type = RecordType.number(typeName);
    if (name.isEmpty()) {
      return co.fails(func, "no name: " + text);
    }
    if (type.isEmpty()) {
      return co.fails(func, "unknown type: " + typeName);
    }
    Names names = process.names();
    DnsPath path;
    if (Args.isNoneOrNil(co, func, n, 3)) {
      List<DnsPath> paths = names.paths();
      if (paths.isEmpty()) {
        return co.fails(func, "this machine has no name server: name one");
      }
      path = paths.getFirst();
    } else {
      String server = Args.checkStr(co, func, n, 3).toString();
      Optional<Ipv4Address> address = process.vm().names().resolve(server);
      if (address.isEmpty()) {
        return co.fails(func, "no such server: " + server);
      }
      if (process.vm().platform() == Platform.BROWSER) {
        return co.fails(func, "a browser asks by DNS over HTTPS only: leave the server out");
      }
      path = names.pathTo(address.get());
    }
    names.recordAsking(co);
    DnsQuestion question = new DnsQuestion(name.get(), type.getAsInt());
    Names.Asking<DnsReply> asking = told -> names.ask(path, question, told);
    return names.await(co, func, text, null, asking, reply -> replied(co, func, reply));
  }

  private static int replied(Coroutine co, int func, @Nullable DnsReply reply) {
    return switch (reply) {
      case DnsReply.Came(DnsMessage message) -> co.returns(func, table(co.machine, message));
      case DnsReply.Unreachable(String why) -> co.fails(func, why);
      case DnsReply.Silent _ -> co.fails(func, "no answer: timed out");
      case null -> co.fails(func, "no answer");
    };
  }

  /// `{status, id, authoritative, recursion, answers = {…}, authority = {…}, additional = {…}}`
  private static Table table(LuaMachine machine, DnsMessage message) {
    Table table = new Table(machine, 0, 8);
    table.set("status", text(ResponseCode.name(message.responseCode())));
    table.set("id", new Num(message.id()));
    table.set("flags", text(flags(message)));
    table.set("authoritative", netarium.engine.lua.Bool.of(message.isAuthoritative()));
    table.set("answers", records(machine, message.answers()));
    table.set("authority", records(machine, message.authority()));
    List<DnsRecord> additional =
        message.additional().stream().filter(each -> each.type() != RecordType.OPT).toList();
    table.set("additional", records(machine, additional));
    return table;
  }

  private static String flags(DnsMessage message) {
    StringBuilder flags = new StringBuilder("qr");
    flags.append(message.isAuthoritative() ? " aa" : "");
    flags.append(message.isTruncated() ? " tc" : "");
    flags.append(message.wantsRecursion() ? " rd" : "");
    flags.append(message.offersRecursion() ? " ra" : "");
    return flags.toString();
  }

  private static Table records(LuaMachine machine, List<DnsRecord> records) {
    Table all = new Table(machine, records.size(), 0);
    for (int i = 0; i < records.size(); i++) {
      DnsRecord each = records.get(i);
      Table one = new Table(machine, 0, 4);
      one.set("name", text(each.name().isRoot() ? "." : each.name() + "."));
      one.set("ttl", new Num(each.ttlSeconds()));
      one.set("type", text(RecordType.name(each.type())));
      one.set("data", text(each.data().text()));
      all.set(i + 1, one);
    }
    return all;
  }

  private static Str text(String text) {
    return Str.wrap(text.getBytes(UTF_8));
  }
}
