package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Str;
import netarium.engine.lua.lib.Args;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.Process;
import netarium.engine.wire.Ipv4Address;

/// What `host:port` of the Go-style functions comes to: an end to talk to or to listen at, or why
/// it is none.
public sealed interface DialAddress {
  record Found(Endpoint endpoint) implements DialAddress {}

  record Bad(NetError error) implements DialAddress {}

  int MOST_PORT = 65_535;

  /// Argument `i`: an address value, or text, where no host stands for this machine itself.
  static DialAddress argument(
      Coroutine co, int func, int n, int i, Process process, String network) {
    Optional<NetAddr> addr = Handles.find(co.arg(func, n, i), NetAddr.class);
    if (addr.isPresent()) {
      return new Found(addr.get().endpoint());
    }
    Str text = Args.checkStr(co, func, n, i);
    return resolve(process, network, text.toLatin1(), Ipv4Address.LOOPBACK);
  }

  /// `noHost`: what an empty host stands for.
  static DialAddress resolve(Process process, String network, String text, Ipv4Address noHost) {
    HostPort parts = HostPort.split(text);
    if (!parts.error().isEmpty()) {
      return new Bad(NetError.address(parts.error()));
    }
    int port = port(parts.port());
    if (port < 0) {
      boolean isNumber = parts.port().chars().allMatch(c -> c >= '0' && c <= '9');
      return new Bad(
          NetError.address(
              isNumber
                  ? HostPort.about(parts.port(), "invalid port")
                  : "lookup " + network + "/" + parts.port() + ": unknown port"));
    }
    if (parts.host().isEmpty()) {
      return new Found(new Endpoint(noHost, port));
    }
    Optional<Ipv4Address> address = process.vm().names().resolve(parts.host());
    return address.isPresent()
        ? new Found(new Endpoint(address.get(), port))
        : new Bad(new NetError("no-such-host", "lookup " + parts.host() + " failed", false));
  }

  /// A number or a well-known name; nothing is port 0; -1 for what is none.
  private static int port(String text) {
    return switch (text) {
      case "" -> 0;
      case "echo" -> 7;
      case "discard" -> 9;
      case "ftp" -> 21;
      case "ssh" -> 22;
      case "telnet" -> 23;
      case "smtp" -> 25;
      case "domain" -> 53;
      case "http" -> 80;
      case "ntp" -> 123;
      case "https" -> 443;
      default -> IpText.number(text, MOST_PORT);
    };
  }
}
