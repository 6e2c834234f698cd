package netarium.engine.vm;

import java.util.Optional;

/// What a page in a browser has no way to do, each with what to do instead.
public enum BrowserPlatform {
  /// Waiting for others to connect.
  SERVE(
      "a page cannot open ports: let a machine of the platform native serve, and go there with"
          + " net.Dial(\"ws\", url) or http.Get(url)"),

  /// Connections that are neither HTTP nor WebSocket.
  DIAL("a page has no sockets of its own: use net.Dial(\"ws\", url) or http.Get(url)"),

  /// TLS in the hands of a program.
  TLS("the browser speaks TLS by itself: use net.Dial(\"wss\", url) or an https:// address"),

  /// Asking for the name of an address.
  NAME_OF("browsers look for the addresses of names only: use net.LookupHost(name)"),

  /// A way round that the program chooses.
  PROXY("the browser itself knows its proxies: go to the host directly"),

  /// Packets below TCP and UDP.
  PACKETS("a page sends no packets of its own: run it on a machine of the platform native");

  private final String instead;

  BrowserPlatform(String instead) {
    this.instead = instead;
  }

  /// The sentence for a call that is refused.
  public String refusalOf(String call) {
    return call + " is not supported on the browser platform; " + instead;
  }

  /// The sentence for a call if the process runs in a browser.
  public Optional<String> refusal(Process process, String call) {
    return process.vm().platform() == Platform.BROWSER
        ? Optional.of(refusalOf(call))
        : Optional.empty();
  }
}
