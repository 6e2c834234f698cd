package netarium.engine.vm;

import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Str;

/// Somebody to whom it matters how a task gets on: who started it to serve a request, for example.
/// The failure of a watched task ends the task only, not its process. Nothing is told once the
/// process has ended; [Process#atEnd] tells that.
public interface TaskWatch {
  /// It waits for something.
  default void waits() {}

  /// What it waited for is there.
  default void goesOn() {}

  /// Its function has returned.
  void ended(LuaValue[] results);

  /// Nobody caught its error; the text is the message and where it came from.
  void failed(LuaValue error, Str text);
}
