package netarium.engine.vm.gohttp.client;

import java.util.Optional;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaFunction;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.service.HttpUpload;
import netarium.engine.vm.Process;
import netarium.engine.vm.TaskWatch;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.Values;
import netarium.engine.wire.Octets;

/// A body that a script makes while it is being sent: what has a method `Read`, or a function that
/// gives the next piece. Each piece is asked for by a task of its own, so it may wait for anything.
final class ReaderUpload implements HttpUpload {
  private static final int PIECE_OCTETS = 32_768;

  private final Process process;
  private final LuaFunction read;
  private final LuaValue self;
  private Octets come = Octets.EMPTY;
  private Runnable onChange = () -> {};
  private Optional<String> failure = Optional.empty();
  private boolean isReading;
  private boolean isAtEnd;

  /// `self` is nil for a plain function, which is called without anything.
  ReaderUpload(Process process, LuaFunction read, LuaValue self) {
    this.process = process;
    this.read = read;
    this.self = self;
  }

  private void readOn() {
    isReading = true;
    Reading watch = new Reading();
    try {
      if (self.isNil()) {
        process.serve(watch, null, read);
      } else {
        process.serve(watch, null, read, self, new Num(PIECE_OCTETS));
      }
    } catch (LuaError noMemory) {
      broken(String.valueOf(noMemory.getMessage()));
    }
  }

  private final class Reading implements TaskWatch {
    @Override
    public void ended(LuaValue[] results) {
      isReading = false;
      LuaValue first = results.length > 0 ? results[0] : Nil.NIL;
      LuaValue error = results.length > 1 ? results[1] : Nil.NIL;
      boolean isEnd =
          first.isNil()
              && (error.isNil()
                  || Handles.find(error, NetError.class).filter(NetError.EOF::equals).isPresent());
      if (first instanceof Str text) {
        come = Values.octets(text);
      } else if (isEnd) {
        isAtEnd = true;
      } else if (error.isNil()) {
        broken("http: the body of the request gave a " + first.typeName() + ", not a string");
        return;
      } else {
        broken(process.machine().text(error).toString());
        return;
      }
      onChange.run();
    }

    @Override
    public void failed(LuaValue error, Str text) {
      broken(text.toString());
    }
  }

  private void broken(String why) {
    isReading = false;
    failure = Optional.of(why);
    onChange.run();
  }

  @Override
  public Octets take(int most) {
    int count = Math.min(most, come.length());
    Octets taken = come.slice(0, count);
    come = come.slice(count);
    if (come.isEmpty() && !isReading && !isAtEnd && failure.isEmpty()) {
      readOn();
    }
    return taken;
  }

  @Override
  public boolean isAtEnd() {
    return isAtEnd && come.isEmpty();
  }

  @Override
  public Optional<String> error() {
    return failure;
  }

  @Override
  public void onChange(Runnable action) {
    onChange = action;
  }

  @Override
  public void close() {
    come = Octets.EMPTY;
    isAtEnd = true;
  }
}
