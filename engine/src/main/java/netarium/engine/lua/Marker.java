package netarium.engine.lua;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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
  private final List<Table> ephemerons = new ArrayList<>();
  private final List<Table> weak = new ArrayList<>();
  private boolean sawWeak;
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

  /// Whether a weak table was met; only a count at rest clears it.
  boolean sawWeak() {
    return sawWeak;
  }

  /// Whether every value in use stands on a stack, so that what is above can go.
  boolean isAtRest() {
    return isAtRest;
  }

  void markMachine(LuaMachine machine) {
    machine.traverse(this);
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
      switch (next) {
        case Table t -> traverse(t);
        case Closure c -> {
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
      sawWeak = true;
      String text = mode.toString();
      weakKeys = isAtRest && text.indexOf('k') >= 0;
      weakValues = isAtRest && text.indexOf('v') >= 0;
    }
    if (!weakValues) {
      for (int i = 0; i < t.count; i++) {
        mark(t.array[i]);
      }
    }
    if (weakKeys || weakValues) {
      weak.add(t);
      if (weakKeys && !weakValues) {
        ephemerons.add(t);
      }
    }
    @Nullable LuaValue[] nodes = t.nodes;
    for (int i = 0; i < nodes.length; i += 2) {
      LuaValue key = nodes[i];
      if (key != null && nodes[i + 1] != Nil.NIL) {
        if (!weakKeys) {
          mark(key);
        }
        if (!weakKeys && !weakValues) {
          mark(nodes[i + 1]);
        }
      }
    }
  }

  /// After all roots: lets ephemerons reach their fixed point, then clears weak entries.
  void finish() {
    boolean isMoving = true;
    while (isMoving) {
      isMoving = false;
      // Marking may find further ephemerons: walk by index.
      for (int e = 0; e < ephemerons.size(); e++) {
        @Nullable LuaValue[] nodes = ephemerons.get(e).nodes;
        for (int i = 0; i < nodes.length; i += 2) {
          if (nodes[i] != null && !isDead(nodes[i]) && isUnmarked(nodes[i + 1])) {
            mark(nodes[i + 1]);
            isMoving = true;
          }
        }
      }
      drain();
    }
    for (Table t : weak) {
      clear(t);
    }
  }

  private void clear(Table t) {
    for (int i = 0; i < t.count; i++) {
      if (isDead(t.array[i])) {
        t.array[i] = Nil.NIL;
      }
    }
    @Nullable LuaValue[] nodes = t.nodes;
    for (int i = 0; i < nodes.length; i += 2) {
      LuaValue value = nodes[i + 1];
      if (nodes[i] != null && value != Nil.NIL) {
        if (isDead(nodes[i]) || isDead(value)) {
          nodes[i + 1] = Nil.NIL;
        } else {
          mark(nodes[i]);
          mark(value);
        }
      }
    }
  }

  /// Whether nothing but weak tables refers to it. Strings are values, not objects: never dead.
  private boolean isDead(@Nullable LuaValue value) {
    return !(value instanceof Str) && isUnmarked(value);
  }

  private boolean isUnmarked(@Nullable LuaValue value) {
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
