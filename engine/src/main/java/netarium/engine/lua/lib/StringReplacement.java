package netarium.engine.lua.lib;

import java.util.Objects;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Frame;
import netarium.engine.lua.Indexing;
import netarium.engine.lua.LuaFunction;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.text.LuaPattern;
import netarium.engine.lua.text.OctetBuffer;
import netarium.engine.lua.text.OctetClass;
import netarium.engine.lua.text.TextFault;
import org.jspecify.annotations.Nullable;

/// `string.gsub` as a state machine: a replacement function, or the `__index` of a replacement
/// table, is called between two steps, so it may wait.
final class StringReplacement extends Native {
  private static final int ESCAPE = '%';

  StringReplacement() {
    super("string.gsub");
  }

  /// One run: what is done, and the match whose replacement is being asked for.
  private static final class Work {
    final Str subject;
    final LuaPattern matcher;
    final OctetBuffer out;
    final boolean anchored;
    final long most;
    long count;

    /// Everything before it is in the buffer.
    int at;

    int matchEnd;
    boolean hasFrame;

    Work(Str subject, LuaPattern matcher, OctetBuffer out, boolean anchored, long most) {
      this.subject = subject;
      this.matcher = matcher;
      this.out = out;
      this.anchored = anchored;
      this.most = most;
    }

    void copy(int from, int to) {
      out.append(subject.bytes, subject.offset + from, to - from);
    }
  }

  @Override
  public int call(Coroutine co, int func, int n) {
    Str subject = Args.checkStr(co, func, n, 1);
    Str pattern = Args.checkStr(co, func, n, 2);
    LuaValue replacement = co.arg(func, n, 3);
    long most = Args.optLong(co, func, n, 4, subject.length + 1L);
    boolean isText = replacement instanceof Str || replacement instanceof Num;
    Args.check(
        co,
        isText || replacement instanceof LuaFunction || replacement instanceof Table,
        3,
        "string/function/table expected");
    // Numbers become strings once, where a memory count sees them.
    co.stack[func + 1] = subject;
    co.stack[func + 2] = pattern;
    if (isText) {
      co.stack[func + 3] = Args.checkStr(co, func, n, 3);
    }
    boolean anchored = Patterns.isAnchored(pattern);
    LuaPattern matcher = Patterns.compile(co, subject, pattern, anchored ? 1 : 0);
    OctetBuffer out = Patterns.buffer(co, Math.min(subject.length, 64) + 16);
    Work w = new Work(subject, matcher, out, anchored, most < 0 ? Long.MAX_VALUE : most);
    return replace(co, func, n, w);
  }

  @Override
  public int step(Coroutine co, Frame frame, int from, int n) {
    Work w = (Work) Objects.requireNonNull(frame.state);
    try {
      append(co, w, n > 0 ? co.stack[from] : Nil.NIL);
    } catch (TextFault fault) {
      throw Patterns.error(co, fault);
    }
    return advance(w) ? replace(co, frame.func, frame.argumentCount, w) : finish(co, frame.func, w);
  }

  /// Goes on until the end or until something has to be called.
  private int replace(Coroutine co, int func, int n, Work w) {
    try {
      while (w.count < w.most) {
        w.matchEnd = w.matcher.matchAt(w.at);
        if (w.matchEnd >= 0) {
          w.count++;
          if (co.stack[func + 3] instanceof Str text) {
            appendText(co, w, text);
          } else {
            LuaValue value = replacement(co, func, n, w);
            if (value == null) {
              return CALL;
            }
            append(co, w, value);
          }
        }
        if (!advance(w)) {
          break;
        }
      }
    } catch (TextFault fault) {
      throw Patterns.error(co, fault);
    }
    return finish(co, func, w);
  }

  /// Moves behind the match, or by one octet; false at the end.
  private static boolean advance(Work w) {
    if (w.matchEnd > w.at) {
      w.at = w.matchEnd;
    } else if (w.at < w.subject.length) {
      w.copy(w.at, w.at + 1);
      w.at++;
    } else {
      return false;
    }
    return !w.anchored;
  }

  private static int finish(Coroutine co, int func, Work w) {
    w.copy(w.at, w.subject.length);
    w.matcher.settle();
    co.machine.charge(w.out.length());
    return co.returns(func, Patterns.string(co, w.out), new Num(w.count));
  }

  /// The replacement that a table holds, or null when a call was prepared.
  private @Nullable LuaValue replacement(Coroutine co, int func, int n, Work w) {
    LuaValue by = co.stack[func + 3];
    if (by instanceof Table t) {
      LuaValue key = Patterns.value(co, w.subject, w.matcher, 0, w.at, w.matchEnd);
      LuaValue value = Indexing.get(co, t, key);
      if (value == null) {
        prepareFrame(co, func, n, w);
        co.call(func + 1 + n, Indexing.handler(co), Indexing.handled(co), key);
      }
      return value;
    }
    LuaValue[] captures = new LuaValue[Patterns.valueCount(w.matcher)];
    for (int i = 0; i < captures.length; i++) {
      captures[i] = Patterns.value(co, w.subject, w.matcher, i, w.at, w.matchEnd);
    }
    prepareFrame(co, func, n, w);
    co.call(func + 1 + n, by, captures);
    return null;
  }

  private void prepareFrame(Coroutine co, int func, int n, Work w) {
    if (!w.hasFrame) {
      co.pushNative(this, func, n).state = w;
      w.hasFrame = true;
    }
  }

  /// Appends what a function or table answered for the match.
  private static void append(Coroutine co, Work w, LuaValue value) {
    if (!value.isTrue()) {
      w.copy(w.at, w.matchEnd);
    } else if (value instanceof Str || value instanceof Num) {
      Str s = co.machine.text(value);
      w.out.append(s.bytes, s.offset, s.length);
    } else {
      throw new TextFault("invalid replacement value (a " + value.typeName() + ")");
    }
  }

  /// Appends a replacement text, its `%0` … `%9` filled in.
  private static void appendText(Coroutine co, Work w, Str text) {
    int plain = 0;
    int i = 0;
    while (i < text.length) {
      if (text.byteAt(i) != ESCAPE) {
        i++;
        continue;
      }
      w.out.append(text.bytes, text.offset + plain, i - plain);
      int c = i + 1 < text.length ? text.byteAt(i + 1) : 0;
      if (c == ESCAPE) {
        w.out.append(ESCAPE);
      } else if (c == '0') {
        w.copy(w.at, w.matchEnd);
      } else if (OctetClass.isDigit(c)) {
        append(co, w, Patterns.value(co, w.subject, w.matcher, c - '1', w.at, w.matchEnd));
      } else {
        throw new TextFault("invalid use of '" + (char) ESCAPE + "' in replacement string");
      }
      i += 2;
      plain = i;
    }
    w.out.append(text.bytes, text.offset + plain, text.length - plain);
  }
}
