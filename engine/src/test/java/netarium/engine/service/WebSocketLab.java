package netarium.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import netarium.engine.codec.websocket.Message;
import netarium.engine.lab.Lab;
import netarium.engine.sim.RandomStreams;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.TcpSocketOptions;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Two machines that can have a conversation, and what each end is told of it.
abstract class WebSocketLab {
  final ServiceLab lab = new ServiceLab();
  final End client = new End("client");
  final End server = new End("server");

  /// What one end is told.
  final class End implements WebSocket.Listener {
    final List<String> told = new ArrayList<>();
    final String name;
    private @Nullable WebSocket socket;
    Consumer<Message.Data> onMessage = data -> {};
    boolean mayReceive = true;

    End(String name) {
      this.name = name;
    }

    WebSocket socket() {
      return requireNonNull(socket, name);
    }

    WebSocketSettings settings() {
      RandomGenerator random = new RandomStreams(1).stream("node", name, "websocket");
      return new WebSocketSettings(lab.lab.simulator, lab.lab.recorder, 0, random, 100_000);
    }

    @Override
    public void opened() {
      told.add("open");
    }

    @Override
    public boolean mayReceive() {
      return mayReceive;
    }

    @Override
    public void received(Message.Data message) {
      String text =
          message.payload().length() > 40
              ? message.payload().length() + " octets"
              : new String(message.payload().toByteArray(), UTF_8);
      told.add(message.opcode().word() + " " + text);
      onMessage.accept(message);
    }

    @Override
    public void ended(WebSocket.Ending ending) {
      String reason = new String(ending.reason().toByteArray(), UTF_8);
      String trouble = ending.trouble().map(why -> " (" + why + ")").orElse("");
      told.add((ending.wasOpen() ? "ended " : "failed ") + ending.code() + " " + reason + trouble);
    }
  }

  void serve() {
    TcpListener listener = lab.server.listen(80);
    listener.onChange(() -> {
      server.socket = WebSocket.server(listener.accept().orElseThrow(), server.settings(), server);
      server.socket().start();
    });
  }

  TcpSocket connect() {
    return switch (lab.client.sockets.connect(
        Lab.address("10.0.0.3"), 80, 1, TcpSocketOptions.STREAM)) {
      case SocketResult.Opened<TcpSocket>(TcpSocket socket) -> socket;
      case SocketResult.Failed<TcpSocket>(var error) -> throw new AssertionError(error.sentence());
    };
  }

  void dial() {
    TcpSocket stream = connect();
    client.socket = WebSocket.client(stream, client.settings(), "server", "/", client);
    stream.onChange(() -> {
      if (!stream.isConnecting()) {
        client.socket().start();
      }
    });
  }

  void at(long millis, Runnable action) {
    lab.lab.at(millis * 1_000_000, action);
  }

  /// Both ends open; then the script of the test.
  void converse(Runnable script) {
    serve();
    dial();
    at(100, script);
    lab.lab.run();
    assertEquals(List.of(), openConnections(lab.client));
    assertEquals(List.of(), openConnections(lab.server));
  }

  static List<String> openConnections(ServiceLab.Machine machine) {
    return machine.sockets.connections().stream()
        .map(each -> each.state())
        .filter(state -> !state.equals("TIME-WAIT"))
        .toList();
  }

  static Octets text(String text) {
    return Octets.wrap(text.getBytes(UTF_8));
  }
}
