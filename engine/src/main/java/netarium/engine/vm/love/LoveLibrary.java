package netarium.engine.vm.love;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Library;
import netarium.engine.vm.Process;

/// The table `love` with its modules.
public final class LoveLibrary {
  private static final int FIELDS = 7;
  private static final Str CODENAME = Str.constant("Mysterious Mysteries");

  private LoveLibrary() {}

  /// The table for a new process. It is filled when the program first looks at it; a program that
  /// never does has no main loop.
  public static Table later(Process process) {
    return Table.filledLater(process.machine(), FIELDS, love -> fill(process, love));
  }

  private static void fill(Process process, Table love) {
    LuaMachine machine = process.machine();
    LoveState state = new LoveState(process, love);
    machine.addHost(state);
    module(machine, love, "graphics", LoveGraphics.FUNCTIONS);
    module(machine, love, "timer", LoveTimer.FUNCTIONS);
    module(machine, love, "keyboard", LoveInput.KEYBOARD);
    module(machine, love, "mouse", LoveInput.MOUSE);
    module(machine, love, "window", LoveWindow.WINDOW);
    module(machine, love, "event", LoveWindow.EVENT);
    love.set("getVersion", Native.of("love.getVersion", LoveLibrary::version));
    Missing.watch(machine, love, "love");
    process.afterMain(() -> MainLoop.begin(process, state));
  }

  private static void module(LuaMachine machine, Table love, String name, Library functions) {
    Table table = new Table(machine);
    functions.fill(table);
    Missing.watch(machine, table, "love." + name);
    love.set(name, table);
  }

  /// The version of LÖVE whose functions these are.
  private static int version(Coroutine co, int func, int n) {
    co.ensure(func + 4);
    co.stack[func + 3] = CODENAME;
    co.returns(func, new Num(11), new Num(5), new Num(0));
    return 4;
  }
}
