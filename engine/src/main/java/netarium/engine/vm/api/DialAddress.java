package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Str;
import netarium.engine.lua.lib.Args;
import netarium.engine.service.NameAnswer;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.Process;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// What `host:port` of the Go-style functions comes to: an end to talk to or to listen at, or why
/// it is none.
public sealed interface DialAddress {
  record Found(Endpoint endpoint) implements DialAddress {}

  record Bad(NetError error) implements DialAddress {}

  int MOST_PORT = 65_535;

  /// A host that is still to be looked for, and the text of it.
  record Named(String host, int port) implements DialAddress {}

  /// What goes on with an address, found or bad.
  @FunctionalInterface
  interface Then {
    /// As a native answers.
    int goOn(DialAddress address);
  }

  /// Goes on with argument `i`: an address value, or text, where no host stands for this machine
  /// itself.
  static int argument(
      Coroutine co, int func, int n, int i, Process process, String network, Then then) {
    Optional<NetAddr> addr = Handles.find(co.arg(func, n, i), NetAddr.class);
    if (addr.isPresent()) {
      return then.goOn(new Found(addr.get().endpoint()));
    }
    Str text = Args.checkStr(co, func, n, i);
    return resolve(
        co, func, process, read(network, text.toLatin1(), Ipv4Address.LOOPBACK), null, then);
  }

  /// Goes on when the host is found, at once unless a name server has to be asked; `until` at the
  /// latest.
  static int resolve(
      Coroutine co,
      int func,
      Process process,
      DialAddress address,
      @Nullable SimTime until,
      Then then) {
    if (!(address instanceof Named(String host, int port))) {
      return then.goOn(address);
    }
    return process
        .names()
        .await(
            co,
            func,
            host,
            until,
            answer ->
                then.goOn(
                    answer instanceof NameAnswer.At at
                        ? new Found(new Endpoint(at.first(), port))
                        : new Bad(NetError.of(host, answer))));
  }

  /// What text says; `noHost`: what an empty host stands for.
  static DialAddress read(String network, String text, Ipv4Address noHost) {
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
    return parts.host().isEmpty()
        ? new Found(new Endpoint(noHost, port))
        : new Named(parts.host(), port);
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
