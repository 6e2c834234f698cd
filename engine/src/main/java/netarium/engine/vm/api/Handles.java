package netarium.engine.vm.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.Process;

/// The objects of a process that stand for something outside Lua: how a native that all machines
/// share finds the process that calls it, how a script's value and the object behind it find each
/// other, and what is to be closed when the process ends.
///
/// Metatables are made when the first object wants them: most programs need few of them.
public final class Handles {
  /// What has to be closed.
  public interface Open {
    void close();
  }

  private final Process process;

  /// In the order of opening.
  private final Set<Open> open = new LinkedHashSet<>();

  private Handles(Process process) {
    this.process = process;
    process.atEnd(() -> List.copyOf(open).forEach(Open::close));
  }

  /// To be called once, before any script runs.
  public static void install(Process process) {
    process.machine().addHost(new Handles(process));
  }

  public static Handles of(Coroutine co) {
    return co.machine.host(Handles.class);
  }

  public Process process() {
    return process;
  }

  public LuaMachine machine() {
    return process.machine();
  }

  public void opened(Open each) {
    open.add(each);
  }

  public void closed(Open each) {
    open.remove(each);
  }

  /// A value for the object, with the metatable of that name; `fill` puts in what its kind can do.
  public static Userdata value(
      LuaMachine machine, Object content, String kind, Consumer<Table> fill) {
    return new Userdata(machine, content, metatable(machine, kind, fill));
  }

  /// The machine's metatable of that name, for values of other shapes as well.
  public static Table metatable(LuaMachine machine, String kind, Consumer<Table> fill) {
    String key = "netarium." + kind;
    if (machine.registry.get(key) instanceof Table known) {
      return known;
    }
    Table made = new Table(machine);
    made.set("__index", made);
    fill.accept(made);
    machine.registry.set(key, made);
    return made;
  }

  /// The object behind argument `i`; `kind` as the API calls it: `Conn`.
  public static <T> T check(Coroutine co, int func, int n, int i, Class<T> type, String kind) {
    LuaValue value = co.arg(func, n, i);
    if (value instanceof Userdata data && type.isInstance(data.content)) {
      return type.cast(data.content);
    }
    if (i > 1) {
      throw Args.typeError(co, func, n, i, kind);
    }
    throw Args.argError(co, 1, kind + " expected; call its methods with a colon");
  }

  /// The object behind a value, if it is of that type.
  public static <T> Optional<T> find(LuaValue value, Class<T> type) {
    return value instanceof Userdata data && type.isInstance(data.content)
        ? Optional.of(type.cast(data.content))
        : Optional.empty();
  }
}
