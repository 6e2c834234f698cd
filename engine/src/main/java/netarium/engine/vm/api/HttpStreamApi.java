package netarium.engine.vm.api;

import netarium.engine.codec.HttpParse;
import netarium.engine.codec.HttpReader;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Completion;
import netarium.engine.vm.Process;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// `http.reader(conn)`: whole HTTP messages from a connection, split, pipelined or chunked as they
/// may have come. `reader:read_request()` and `reader:read_response()` block until one is there.
final class HttpStreamApi {
  private final Process process;
  private final HttpTextApi text;

  private HttpStreamApi(Process process, HttpTextApi text) {
    this.process = process;
    this.text = text;
  }

  static void install(Process process, Table http, HttpTextApi text) {
    process.machine().addHost(new HttpStreamApi(process, text));
    http.set("reader", Native.method("http.reader", HttpStreamApi.class, HttpStreamApi::reader));
  }

  private int reader(Coroutine co, int func, int n) {
    ConnectionTable connection =
        ConnectionTable.of(co.arg(func, n, 1))
            .orElseThrow(() -> Args.typeError(co, func, n, 1, "connection"));
    LuaMachine machine = process.machine();
    Stream stream = new Stream(connection);
    Table reader = new Table(machine, 0, 2);
    reader.set("read_request", new ReadMethod(machine, "read_request", stream, stream::request));
    reader.set("read_response", new ReadMethod(machine, "read_response", stream, stream::response));
    return co.returns(func, reader);
  }

  private final class ReadMethod extends Native {
    private final Stream stream;
    private final Completion read;

    ReadMethod(LuaMachine machine, String name, Stream stream, Completion read) {
      super(machine, name);
      this.stream = stream;
      this.read = read;
      asWorldCall();
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      MessageConnection connection = stream.connection.connection();
      int code = process.await(co, func, connection.waiting(), read);
      if (code == PARK) {
        process.runningTask().awaits(Awaited.of(Awaited.What.READ, connection.socket()::remote));
      }
      return code;
    }
  }

  /// The octets of a connection that no message has used up yet.
  private final class Stream {
    private final ConnectionTable connection;
    private Octets buffered = Octets.EMPTY;

    Stream(ConnectionTable connection) {
      this.connection = connection;
    }

    LuaValue @Nullable [] request() {
      fill();
      return switch (HttpReader.request(buffered, HttpReader.Ending.STREAM)) {
        case HttpParse.Whole<HttpRequest> whole -> {
          take(whole.lengthOctets());
          yield new LuaValue[] {text.requestTable(whole.message())};
        }
        case HttpParse.Incomplete<HttpRequest> part -> incomplete(part.missing());
        case HttpParse.Malformed<HttpRequest> bad -> failed(bad.why());
      };
    }

    LuaValue @Nullable [] response() {
      fill();
      boolean isAtEnd = connection.connection().isFinished();
      return switch (HttpReader.response(buffered, HttpReader.Ending.STREAM, isAtEnd)) {
        case HttpParse.Whole<HttpResponse> whole -> {
          take(whole.lengthOctets());
          yield new LuaValue[] {text.responseTable(whole.message())};
        }
        case HttpParse.Incomplete<HttpResponse> part -> incomplete(part.missing());
        case HttpParse.Malformed<HttpResponse> bad -> failed(bad.why());
      };
    }

    private void fill() {
      for (MessageQueue.Message message = connection.queue().poll();
          message != null;
          message = connection.queue().poll()) {
        buffered = buffered.plus(message.data());
        connection.connection().pull();
      }
    }

    private void take(int octets) {
      process.machine().charge(octets);
      buffered = buffered.slice(octets);
    }

    private LuaValue @Nullable [] incomplete(String missing) {
      if (!connection.connection().isFinished() && !connection.connection().isClosed()) {
        return null;
      }
      return failed(buffered.isEmpty() ? "closed by the peer" : "incomplete: " + missing);
    }

    private LuaValue[] failed(String why) {
      return new LuaValue[] {Nil.NIL, Str.of(why)};
    }
  }
}
