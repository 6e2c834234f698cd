package netarium.engine.lua;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One count of an account's memory: walks from the roots, with a work list of its own, so that a
/// list of a million links does not end on the Java stack.
///
/// A weak table keeps neither its weak values nor, as an ephemeron, the values of dead weak keys
/// alive, but only in a count at rest: amid a native, values may hide in Java variables.
public final class Marker {
  private final int epoch;
  private final boolean isAtRest;
  private final ArrayDeque<Object> work = new ArrayDeque<>();
  private final List<Table> withWeakKeys = new ArrayList<>();
  private final List<Table> withWeakValues = new ArrayList<>();

  /// Values of ephemerons by the number of the key they wait for, of the machine being walked.
  private Map<Integer, List<LuaValue>> awaited = new LinkedHashMap<>();

  /// What is left of that for each machine once its roots are walked.
  private final Map<LuaMachine, Map<Integer, List<LuaValue>>> leftOver = new LinkedHashMap<>();

  private boolean sawWork;
  private long octets;
  private long objects;

  Marker(int epoch, boolean isAtRest) {
    this.epoch = epoch;
    this.isAtRest = isAtRest;
  }

  long octets() {
    return octets;
  }

  long objects() {
    return objects;
  }

  /// Whether there is a weak table or something to finalize: work for a count at rest.
  boolean sawWork() {
    return sawWork;
  }

  /// Whether every value in use stands on a stack, so that what is above can go.
  boolean isAtRest() {
    return isAtRest;
  }

  void markMachine(LuaMachine machine) {
    awaited = new LinkedHashMap<>();
    machine.traverse(this);
    drain();
    leftOver.put(machine, awaited);
  }

  private void drainOf(LuaMachine machine) {
    awaited = leftOver.getOrDefault(machine, new LinkedHashMap<>());
    drain();
  }

  /// Everything a native or the machine holds; null counts as nothing.
  public void mark(@Nullable LuaValue value) {
    switch (value) {
      case Str s -> {
        if (s.mark != epoch && s.mark != Str.UNCOUNTED) {
          s.mark = epoch;
          count(Str.HEADER_OCTETS + (long) s.length);
        }
      }
      case Table t -> {
        if (t.mark != epoch) {
          t.mark = epoch;
          count(t.octets());
          work.push(t);
        }
      }
      case Closure c -> {
        if (c.mark != epoch) {
          c.mark = epoch;
          count(Closure.octets(c.proto));
          work.push(c);
        }
      }
      case Native n -> {
        if (!n.isShared && n.mark != epoch) {
          n.mark = epoch;
          count(64);
          work.push(n);
        }
      }
      case Coroutine co -> {
        if (co.mark != epoch) {
          co.mark = epoch;
          count(co.octets());
          work.push(co);
        }
      }
      case Userdata u -> {
        if (u.mark != epoch) {
          u.mark = epoch;
          count(Userdata.OCTETS);
          work.push(u);
        }
      }
      case Nil _, Bool _, Num _ -> {}
      case null -> {}
    }
  }

  void mark(UpVal upvalue) {
    if (upvalue.mark != epoch) {
      upvalue.mark = epoch;
      count(UpVal.OCTETS);
      if (!upvalue.isOpen) {
        mark(upvalue.slots[0]);
      } else {
        mark(upvalue.slots[upvalue.index]);
      }
    }
  }

  private void count(long size) {
    octets += size;
    objects++;
  }

  private void drain() {
    Object next;
    while ((next = work.poll()) != null) {
      if (!awaited.isEmpty()) {
        meet(next);
      }
      switch (next) {
        case Table t -> traverse(t);
        case Closure c -> {
          c.lastMade = null;
          for (UpVal u : c.upvalues) {
            if (u != null) {
              mark(u);
            }
          }
        }
        case Native n -> n.traverse(this);
        case Coroutine co -> co.traverse(this);
        case Userdata u -> {
          mark(u.metatable);
          mark(u.userValue);
        }
        default -> throw new IllegalStateException("no value: " + next);
      }
    }
  }

  private void traverse(Table t) {
    mark(t.metatable);
    boolean weakKeys = false;
    boolean weakValues = false;
    if (t.metatable != null && t.metatable.get(Events.MODE) instanceof Str mode) {
      sawWork = true;
      String text = mode.toString();
      weakKeys = isAtRest && text.indexOf('k') >= 0;
      weakValues = isAtRest && text.indexOf('v') >= 0;
    }
    if (!weakValues) {
      for (int i = 0; i < t.count; i++) {
        mark(t.array[i]);
      }
    } else {
      withWeakValues.add(t);
    }
    if (weakKeys) {
      withWeakKeys.add(t);
      if (!weakValues) {
        traverseEphemeron(t);
      }
      return;
    }
    @Nullable LuaValue[] nodes = t.nodes;
    for (int i = 0; i < nodes.length; i += 2) {
      LuaValue key = nodes[i];
      if (key != null && nodes[i + 1] != Nil.NIL) {
        mark(key);
        if (!weakValues) {
          mark(nodes[i + 1]);
        }
      }
    }
  }

  /// A value lives when its key does: now, or when the key is met later.
  private void traverseEphemeron(Table t) {
    @Nullable LuaValue[] nodes = t.nodes;
    for (int i = 0; i < nodes.length; i += 2) {
      LuaValue key = nodes[i];
      if (key == null || nodes[i + 1] == Nil.NIL) {
        continue;
      }
      if (!isDead(key)) {
        mark(key);
        mark(nodes[i + 1]);
      } else if (isUnmarked(nodes[i + 1])) {
        awaited.computeIfAbsent(id(key), k -> new ArrayList<>()).add(nodes[i + 1]);
      }
    }
  }

  /// The number of an object within its machine.
  private static int id(@Nullable Object object) {
    return switch (object) {
      case Table t -> t.id;
      case Closure c -> c.id;
      case Native n -> n.id;
      case Coroutine co -> co.id;
      case Userdata u -> u.id;
      case null, default -> throw new IllegalStateException("no object: " + object);
    };
  }

  private void meet(Object object) {
    List<LuaValue> values = awaited.remove(id(object));
    if (values != null) {
      for (LuaValue v : values) {
        mark(v);
      }
    }
  }

  /// After the roots of all machines. At rest: clears weak values, then lets those go to their
  /// finalizers that nothing holds, with all they refer to, then clears weak keys: the order of C
  /// Lua, in which a finalizer still finds its object in tables with weak keys alone.
  void finish(List<LuaMachine> machines) {
    if (!isAtRest) {
      for (LuaMachine machine : machines) {
        sawWork |= machine.finalizers.isAnyDead(this);
        machine.finalizers.keepAll(this);
      }
      drain();
      return;
    }
    clearValues(0);
    int cleared = withWeakValues.size();
    for (LuaMachine machine : machines) {
      machine.finalizers.separate(this);
      machine.finalizers.traverse(this);
      drainOf(machine);
    }
    for (Table t : withWeakKeys) {
      clear(t, true);
    }
    clearValues(cleared);
  }

  private void clearValues(int from) {
    for (int i = from; i < withWeakValues.size(); i++) {
      clear(withWeakValues.get(i), false);
    }
  }

  private void clear(Table t, boolean byKey) {
    for (int i = 0; !byKey && i < t.count; i++) {
      if (isDead(t.array[i])) {
        t.array[i] = Nil.NIL;
      } else {
        mark(t.array[i]);
      }
    }
    @Nullable LuaValue[] nodes = t.nodes;
    for (int i = 0; i < nodes.length; i += 2) {
      if (nodes[i] != null && nodes[i + 1] != Nil.NIL) {
        if (isDead(byKey ? nodes[i] : nodes[i + 1])) {
          nodes[i] = Userdata.GONE;
          nodes[i + 1] = Nil.NIL;
        } else if (nodes[i] instanceof Str key) {
          mark(key);
        }
        if (nodes[i + 1] instanceof Str value) {
          mark(value);
        }
      }
    }
  }

  /// Whether nothing but weak tables refers to it. Strings are values, not objects: never dead.
  private boolean isDead(@Nullable LuaValue value) {
    return !(value instanceof Str) && isUnmarked(value);
  }

  boolean isUnmarked(@Nullable LuaValue value) {
    return switch (value) {
      case Table t -> t.mark != epoch;
      case Closure c -> c.mark != epoch;
      case Native n -> !n.isShared && n.mark != epoch;
      case Coroutine co -> co.mark != epoch;
      case Userdata u -> u.mark != epoch;
      case Str s -> s.mark != epoch && s.mark != Str.UNCOUNTED;
      case Nil _, Bool _, Num _ -> false;
      case null -> false;
    };
  }
}
