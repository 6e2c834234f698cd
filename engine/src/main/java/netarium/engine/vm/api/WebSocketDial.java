package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Nil;
import netarium.engine.service.WebSocketStream;
import netarium.engine.service.WebSocketUrl;
import netarium.engine.sim.SimTime;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import org.jspecify.annotations.Nullable;

/// `net.Dial("ws", url)` and `net.Dial("wss", url)`: a WebSocket conversation as a [StreamConn], on
/// every platform.
final class WebSocketDial {
  private WebSocketDial() {}

  static int dial(Coroutine co, int func, String network, String address, @Nullable SimTime until) {
    return switch (WebSocketUrl.parse(address)) {
      case WebSocketUrl.Read.Bad(String why) -> bad(co, func, why);
      case WebSocketUrl.Read.Found(WebSocketUrl url) when url.isSecure() != network.equals("wss") ->
          bad(co, func, "address " + address + ": not of network " + network);
      case WebSocketUrl.Read.Found(WebSocketUrl url) -> {
        Handles handles = Handles.of(co);
        Process process = handles.process();
        WebSocketStream stream = open(process, url, co.place());
        yield new Dialling(handles, stream, until, StreamConn::new).await(co, func);
      }
    };
  }

  private static WebSocketStream open(Process process, WebSocketUrl url, String place) {
    return WebSocketStream.open(
        url,
        process.vm().webSocketSettings(),
        process.vm().webSockets(),
        process.dialler(),
        remote ->
            SocketUse.record(
                process, place, "connect", SocketUse.NOT_YET_BOUND, Optional.of(remote), 0));
  }

  private static int bad(Coroutine co, int func, String why) {
    return co.returns(func, Nil.NIL, NetError.address(why).value(co.machine));
  }
}
