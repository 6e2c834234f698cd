package netarium.engine.lua.lib;

import java.util.Arrays;
import java.util.Objects;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Frame;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.ShortCall;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;

/// `table.sort`: C Lua's quicksort as a state machine, so that the comparator may be Lua code that
/// waits.
///
/// The same comparisons in the same order as C Lua, so that unstable results agree too. Numbers and
/// strings without a comparator are compared in place; everything else leaves with a call, and
/// {@link #step} goes on where `phase` says. One work list holds the parts still to sort.
final class TableSort extends Native {
  private static final int NEXT_PART = 0;
  private static final int FIRST_AND_LAST = 1;
  private static final int MIDDLE_AND_FIRST = 2;
  private static final int LAST_AND_MIDDLE = 3;
  private static final int FROM_LEFT = 4;
  private static final int FROM_RIGHT = 5;
  private static final Str LESS = Str.constant("__lt");

  /// The answer came in place.
  private static final int NO = 0;

  private static final int YES = 1;

  /// Nothing is left to sort; none of the codes of {@link Native}.
  private static final int DONE = -100;

  TableSort() {
    super("table.sort");
  }

  /// What a sort remembers: the part being sorted and the parts that wait.
  private static final class Work {
    int low;
    int high;
    int[] waiting = new int[64];
    int waitingCount;

    void push(int from, int to) {
      if (waitingCount == waiting.length) {
        waiting = Arrays.copyOf(waiting, waitingCount * 2);
      }
      waiting[waitingCount++] = from;
      waiting[waitingCount++] = to;
    }

    boolean pop() {
      if (waitingCount == 0) {
        return false;
      }
      high = waiting[--waitingCount];
      low = waiting[--waitingCount];
      return true;
    }
  }

  @Override
  public int call(Coroutine co, int func, int n) {
    Table t = Args.checkTable(co, func, n, 1);
    LuaValue lengthHandler = WithLength.handler(co, t);
    if (!Args.isNoneOrNil(co, func, n, 2)) {
      Args.checkType(co, func, n, 2, "function");
    }
    // Always two argument slots and one for the pivot, whatever was given.
    LuaValue[] s = co.ensure(func + 4);
    if (n < 2) {
      s[func + 2] = Nil.NIL;
    }
    s[func + 3] = Nil.NIL;
    Frame f = co.pushNative(this, func, 3);
    return lengthHandler.isNil() ? sort(co, f, t.length()) : co.call(func + 4, lengthHandler, t);
  }

  private static int sort(Coroutine co, Frame f, int size) {
    Work w = new Work();
    w.low = 1;
    w.high = size;
    f.state = w;
    return sort(co, f, w, NEXT_PART, NO);
  }

  @Override
  public int step(Coroutine co, Frame f, int from, int n) {
    LuaValue answer = n > 0 ? co.stack[from] : Nil.NIL;
    if (f.state == null) {
      return sort(co, f, WithLength.length(co, answer));
    }
    Work w = (Work) Objects.requireNonNull(f.state);
    return sort(co, f, w, f.phase, answer.isTrue() ? YES : NO);
  }

  /// Goes on at a phase with the answer to its comparison. `f.i` and `f.j` run towards each other,
  /// the pivot is the third slot.
  private static int sort(Coroutine co, Frame f, Work w, int startPhase, int startAnswer) {
    Table t = (Table) co.stack[f.func + 1];
    int answer = startAnswer;
    f.phase = startPhase;
    while (answer >= 0) {
      answer = f.phase >= FROM_LEFT ? partition(co, f, w, t, answer) : arrange(co, f, w, t, answer);
    }
    return answer == DONE ? 0 : answer;
  }

  /// Takes the next part and puts its first, middle and last item in order.
  private static int arrange(Coroutine co, Frame f, Work w, Table t, int answer) {
    int middle = (w.low + w.high) / 2;
    return switch (f.phase) {
      case NEXT_PART -> {
        while (w.low >= w.high) {
          if (!w.pop()) {
            yield DONE;
          }
        }
        yield less(co, f, t.get(w.high), t.get(w.low), FIRST_AND_LAST);
      }
      case FIRST_AND_LAST -> {
        if (answer == YES) {
          swap(t, w.low, w.high);
        }
        if (w.high - w.low == 1) {
          w.low = w.high;
          f.phase = NEXT_PART;
          yield NO;
        }
        yield less(co, f, t.get(middle), t.get(w.low), MIDDLE_AND_FIRST);
      }
      case MIDDLE_AND_FIRST -> {
        if (answer == YES) {
          swap(t, middle, w.low);
          yield startPartition(co, f, w, t);
        }
        yield less(co, f, t.get(w.high), t.get(middle), LAST_AND_MIDDLE);
      }
      case LAST_AND_MIDDLE -> {
        if (answer == YES) {
          swap(t, middle, w.high);
        }
        yield startPartition(co, f, w, t);
      }
      default -> throw new IllegalStateException("sort has no phase " + f.phase);
    };
  }

  /// Moves what is less than the pivot to its left and the rest to its right.
  private static int partition(Coroutine co, Frame f, Work w, Table t, int answer) {
    LuaValue pivot = co.stack[f.func + 3];
    if (f.phase == FROM_LEFT) {
      if (answer == YES) {
        checkOrder(co, f.i < w.high);
        return less(co, f, t.get(++f.i), pivot, FROM_LEFT);
      }
      return less(co, f, pivot, t.get(--f.j), FROM_RIGHT);
    }
    if (answer == YES) {
      checkOrder(co, f.j > w.low);
      return less(co, f, pivot, t.get(--f.j), FROM_RIGHT);
    }
    if (f.j < f.i) {
      splitParts(w, t, f.i);
      f.phase = NEXT_PART;
      return NO;
    }
    swap(t, f.i, f.j);
    return less(co, f, t.get(++f.i), pivot, FROM_LEFT);
  }

  /// With three items in order there is nothing to partition.
  private static int startPartition(Coroutine co, Frame f, Work w, Table t) {
    if (w.high - w.low == 2) {
      w.low = w.high;
      f.phase = NEXT_PART;
      return NO;
    }
    int middle = (w.low + w.high) / 2;
    LuaValue pivot = t.get(middle);
    co.stack[f.func + 3] = pivot;
    swap(t, middle, w.high - 1);
    f.i = w.low;
    f.j = w.high - 1;
    return less(co, f, t.get(++f.i), pivot, FROM_LEFT);
  }

  /// The pivot goes to its place; the smaller part is sorted first, the larger one waits.
  private static void splitParts(Work w, Table t, int i) {
    swap(t, w.high - 1, i);
    if (i - w.low < w.high - i) {
      w.push(i + 1, w.high);
      w.high = i - 1;
    } else {
      w.push(w.low, i - 1);
      w.low = i + 1;
    }
  }

  private static void swap(Table t, int i, int j) {
    LuaValue kept = t.get(i);
    t.set(i, t.get(j));
    t.set(j, kept);
  }

  private static void checkOrder(Coroutine co, boolean isInside) {
    if (!isInside) {
      throw co.error("invalid order function for sorting", 1);
    }
  }

  /// The answer, or {@link Native#CALL} with the call prepared and the phase noted.
  private static int less(Coroutine co, Frame f, LuaValue a, LuaValue b, int phase) {
    if ((++f.k & 31) == 0) {
      co.machine.charge(32);
    }
    f.phase = phase;
    LuaValue comparator = co.stack[f.func + 2];
    if (comparator.isNil()) {
      if (a instanceof Num x && b instanceof Num y) {
        return x.v < y.v ? YES : NO;
      }
      if (a instanceof Str x && b instanceof Str y) {
        return x.compare(y) < 0 ? YES : NO;
      }
      comparator = co.machine.metafield(a, LESS);
      if (comparator.isNil()) {
        comparator = co.machine.metafield(b, LESS);
      }
      if (comparator.isNil()) {
        throw co.machine.orderError(co, a, b);
      }
    }
    int at = f.func + 4;
    int r = ShortCall.call(co, at, comparator, a, b);
    return r != ShortCall.ANSWERED ? r : ShortCall.answer(co, at).isTrue() ? YES : NO;
  }
}
