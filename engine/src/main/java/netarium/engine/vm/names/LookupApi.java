package netarium.engine.vm.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DomainName;
import netarium.engine.codec.dns.Ipv6Text;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.codec.dns.RecordType;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.service.NameAnswer;
import netarium.engine.service.dns.DnsAnswer;
import netarium.engine.vm.BrowserPlatform;
import netarium.engine.vm.Names;
import netarium.engine.vm.Process;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.IpOctets;
import netarium.engine.vm.api.IpValue;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.Values;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// `net.LookupHost`, `net.LookupIP`, `net.LookupAddr`: the machine's table first, then DNS. The
/// stack speaks IPv4, so hosts are asked for their IPv4 addresses only.
public final class LookupApi {
  private static final Library FUNCTIONS =
      Library.of(
          "net",
          Library.worldCall("net", "LookupHost", LookupApi::lookupHost),
          Library.worldCall("net", "LookupIP", LookupApi::lookupIp),
          Library.worldCall("net", "LookupAddr", LookupApi::lookupAddr));

  private LookupApi() {}

  public static void install(Table net) {
    FUNCTIONS.fill(net);
  }

  /// `net.LookupHost(host)` → table of texts, err.
  private static int lookupHost(Coroutine co, int func, int n) {
    return lookup(co, func, n, address -> Values.str(co.machine, address.toString()));
  }

  /// `net.LookupIP(host)` → table of IP values, err.
  private static int lookupIp(Coroutine co, int func, int n) {
    return lookup(
        co, func, n, address -> IpValue.ofNullable(co.machine, IpOctets.of(address).to16()));
  }

  private static int lookup(Coroutine co, int func, int n, Function<Ipv4Address, LuaValue> shown) {
    String host = Args.checkStr(co, func, n, 1).toString();
    return Handles.of(co)
        .process()
        .names()
        .await(
            co,
            func,
            host,
            null,
            answer ->
                answer instanceof NameAnswer.At(List<Ipv4Address> addresses)
                    ? list(co, func, addresses.stream().map(shown).toList())
                    : failed(co, func, NetError.of(host, answer)));
  }

  /// `net.LookupAddr(address)` → table of names, err.
  private static int lookupAddr(Coroutine co, int func, int n) {
    String text = Args.checkStr(co, func, n, 1).toString();
    Process process = Handles.of(co).process();
    Optional<Ipv4Address> address = Ipv4Address.parse(text);
    Optional<DomainName> name =
        address.isPresent()
            ? address.map(DomainName::ofAddress)
            : Ipv6Text.parse(text).map(DomainName::ofLongAddress);
    if (name.isEmpty()) {
      return failed(co, func, NetError.address("lookup " + text + ": unrecognized address"));
    }
    Optional<String> refusal = BrowserPlatform.NAME_OF.refusal(process, "net.LookupAddr");
    if (refusal.isPresent()) {
      return failed(co, func, NetError.unsupported(refusal.get()));
    }
    List<String> known = address.map(process.vm().names()::namesOf).orElse(List.of());
    if (!known.isEmpty()) {
      return names(co, func, known);
    }
    Names names = process.names();
    if (!names.paths().isEmpty()) {
      names.recordAsking(co);
    }
    DnsQuestion question = new DnsQuestion(name.get(), RecordType.PTR);
    Names.Asking<DnsAnswer> asking = told -> names.ask(question, told);
    return names.await(co, func, text, null, asking, answer -> named(co, func, text, answer));
  }

  private static int named(Coroutine co, int func, String text, @Nullable DnsAnswer answer) {
    if (!(answer instanceof DnsAnswer.Found found)) {
      NetError none = NetError.noSuchHost(text);
      NetError error =
          answer == null
              ? none
              : Names.failure(text, answer).map(each -> NetError.of(text, each)).orElse(none);
      return failed(co, func, error);
    }
    List<String> names = new ArrayList<>();
    for (DnsRecord each : found.records()) {
      if (each.data() instanceof RecordData.Ptr(DomainName target)) {
        names.add(target.toString());
      }
    }
    return names(co, func, names);
  }

  private static int names(Coroutine co, int func, List<String> names) {
    LuaMachine machine = co.machine;
    return list(co, func, names.stream().<LuaValue>map(each -> Values.str(machine, each)).toList());
  }

  private static int list(Coroutine co, int func, List<LuaValue> values) {
    Table table = new Table(co.machine, values.size(), 0);
    for (int i = 0; i < values.size(); i++) {
      table.set(i + 1, values.get(i));
    }
    return co.returns(func, table, Nil.NIL);
  }

  private static int failed(Coroutine co, int func, NetError error) {
    return co.returns(func, Nil.NIL, error.value(co.machine));
  }
}
