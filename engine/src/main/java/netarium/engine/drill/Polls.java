package netarium.engine.drill;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.UdpSocket;

/// `poll([{fd=3, events=POLLIN, revents=POLLIN}], 1, timeout)`.
final class Polls {
  private final Calls calls;

  Polls(Calls calls) {
    this.calls = calls;
  }

  CallResult poll(Arguments arguments) {
    if (!(arguments.at(0) instanceof Expression.Items items)) {
      throw arguments.unsupported("poll with " + arguments.at(0));
    }
    long ready = 0;
    List<Expression> found = new ArrayList<>();
    for (Expression item : items.items()) {
      if (!(item instanceof Expression.Struct entry)) {
        throw arguments.unsupported("poll with " + item);
      }
      Expression nothing = new Expression.Int(0);
      long descriptor = arguments.integer(entry.part("fd").orElse(nothing));
      List<String> wanted = entry.part("events").orElse(nothing).names();
      List<String> happened =
          calls.handle(descriptor).map(Polls::state).orElse(List.of("POLLNVAL")).stream()
              .filter(each -> wanted.contains(each) || isAlwaysTold(each))
              .toList();
      ready += happened.isEmpty() ? 0 : 1;
      found.add(
          new Expression.Either(happened.stream().<Expression>map(Expression.Name::new).toList()));
    }
    boolean waits = arguments.integer(2) != 0;
    if (ready == 0 && waits) {
      return CallResult.blocked();
    }
    return new CallResult.Done(ready, List.copyOf(found));
  }

  private static boolean isAlwaysTold(String event) {
    return event.equals("POLLERR") || event.equals("POLLHUP") || event.equals("POLLNVAL");
  }

  private static List<String> state(Handle handle) {
    if (handle.listener().isPresent()) {
      TcpListener listener = handle.listener().get();
      return listener.hasConnection() ? List.of("POLLIN", "POLLRDNORM") : List.of();
    }
    if (handle.udp().isPresent()) {
      UdpSocket socket = handle.udp().get();
      return socket.hasDatagram()
          ? List.of("POLLIN", "POLLRDNORM", "POLLOUT", "POLLWRNORM")
          : List.of("POLLOUT", "POLLWRNORM");
    }
    if (handle.socket().isEmpty()) {
      return List.of("POLLOUT", "POLLHUP");
    }
    return state(handle, handle.socket().get());
  }

  private static List<String> state(Handle handle, TcpSocket socket) {
    List<String> state = new ArrayList<>();
    boolean isOver = !socket.isConnected() && !socket.isConnecting();
    boolean isAtEnd = socket.isAtEnd() || handle.isReadShut() || isOver;
    if (socket.availableOctets() > 0 || isAtEnd) {
      state.addAll(List.of("POLLIN", "POLLRDNORM"));
    }
    boolean hasRoom = socket.isConnected() && socket.sendSpaceOctets() > 0;
    if (isOver || handle.isWriteShut() || hasRoom) {
      state.addAll(List.of("POLLOUT", "POLLWRNORM"));
    }
    if (isAtEnd) {
      state.add("POLLRDHUP");
    }
    if (handle.error().isPresent()) {
      state.add("POLLERR");
    }
    if (isOver || (isAtEnd && handle.isWriteShut())) {
      state.add("POLLHUP");
    }
    return state;
  }
}
