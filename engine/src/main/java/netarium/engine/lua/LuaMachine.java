package netarium.engine.lua;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One Lua state: the world of one simulated process. Plain data without threads; any number of
/// machines may live in one JVM thread, and nothing here is static.
public final class LuaMachine {
  static final Str NOT_ENOUGH_MEMORY = Str.constant("not enough memory");

  /// Extra units of a world call.
  static final int WORLD_CALL_UNITS = 50;

  public final MemoryAccount account;
  public final Table globals;

  /// `package.loaded`: where messages look for the names of functions.
  public final Table loaded;

  /// Values that natives keep for themselves, out of the script's reach.
  public final Table registry;

  final WorldGate gate;
  private final @Nullable Table[] typeMetatables = new Table[6];
  private final List<Coroutine> tasks = new ArrayList<>();
  private int ids;

  /// Units left in this run; below 0 the run ends at the next charge point.
  long left;

  private long budget;
  Coroutine current;
  private boolean isRunning;

  /// A machine with empty globals, its memory on an account that others may share.
  public LuaMachine(MemoryAccount account, WorldGate gate) {
    this.account = account;
    this.gate = gate;
    globals = new Table(this);
    loaded = new Table(this);
    registry = new Table(this);
    current = new Coroutine(this, 1);
    account.register(this);
  }

  int nextId() {
    return ++ids;
  }

  /// Charges a library call for work: 1 unit for each 32 (octets, elements, steps), rounded up.
  public void charge(long work) {
    left -= (work + 31) >> 5;
  }

  /// Units used in this run so far.
  public long unitsUsed() {
    return budget - left;
  }

  boolean isRunning() {
    return isRunning;
  }

  // ---- metatables --------------------------------------------------------------------------

  /// The metatable of any value, or null.
  public @Nullable Table metatable(LuaValue value) {
    return switch (value) {
      case Table t -> t.metatable;
      case Userdata u -> u.metatable;
      default -> typeMetatables[typeIndex(value)];
    };
  }

  /// Sets the metatable all values of a type share; not for tables and userdata.
  public void setTypeMetatable(LuaValue example, @Nullable Table metatable) {
    typeMetatables[typeIndex(example)] = metatable;
  }

  private static int typeIndex(LuaValue value) {
    return switch (value) {
      case Str _ -> 0;
      case Num _ -> 1;
      case Bool _ -> 2;
      case Nil _ -> 3;
      case LuaFunction _ -> 4;
      case Coroutine _ -> 5;
      default -> throw new IllegalStateException("has its own metatable: " + value.typeName());
    };
  }

  void traverse(Marker marker) {
    marker.mark(globals);
    marker.mark(loaded);
    marker.mark(registry);
    marker.mark(current);
    for (Table t : typeMetatables) {
      marker.mark(t);
    }
    for (Coroutine task : tasks) {
      marker.mark(task);
    }
  }
}
