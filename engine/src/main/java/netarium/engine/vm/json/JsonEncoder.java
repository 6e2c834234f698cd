package netarium.engine.vm.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.text.OctetBuffer;

/// Writes one value as JSON. What is open stands in a list, not on the Java stack; metamethods are
/// not asked.
final class JsonEncoder {
  /// Room that most messages fit in.
  private static final int FIRST_OCTETS = 64;

  private static final int LONGEST_NAME = 40;
  private static final String HEX = "0123456789abcdef";

  private final Coroutine co;
  private final JsonLibrary library;
  private final OctetBuffer out;
  private final Deque<Open> open = new ArrayDeque<>();
  private long elements;

  /// A table that is being written.
  private static final class Open {
    final Table table;
    final boolean isArray;

    /// As an array, the items written; as an object, where the next field is looked for.
    int position;

    boolean hasAny;
    LuaValue key = Nil.NIL;

    Open(Table table, boolean isArray) {
      this.table = table;
      this.isArray = isArray;
    }
  }

  JsonEncoder(Coroutine co, JsonLibrary library) {
    this.co = co;
    this.library = library;
    this.out = new OctetBuffer(new Payer(), FIRST_OCTETS);
  }

  private final class Payer implements OctetBuffer.Payer {
    @Override
    public void charge(long octets) {
      co.machine.account.charge(octets);
    }

    @Override
    public RuntimeException notEnoughMemory() {
      return LuaError.text("not enough memory");
    }
  }

  Str encode(LuaValue value) {
    write(value);
    while (!open.isEmpty()) {
      next(open.element());
    }
    co.machine.account.charge(Str.HEADER_OCTETS);
    co.machine.charge(out.length() + elements);
    return Str.wrap(out.take(), 0, out.length());
  }

  private void write(LuaValue value) {
    elements++;
    switch (value) {
      case Nil _ -> out.append("null");
      case Bool bool -> out.append(bool.isTrue() ? "true" : "false");
      case Num number -> number(number.v);
      case Str text -> string(text);
      case Table table -> begin(table);
      default -> {
        if (!value.rawEquals(library.nothing())) {
          throw fault("a " + value.typeName() + " has no JSON form");
        }
        out.append("null");
      }
    }
  }

  private void number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw fault((Double.isNaN(value) ? "NaN" : "infinity") + " has no JSON form");
    }
    out.append(JsonNumbers.text(value));
  }

  private void begin(Table table) {
    if (open.size() == JsonLibrary.MAX_DEPTH) {
      // Depth is bounded, so a circle always ends here, and only here it has to be looked for.
      boolean isCircle = open.stream().anyMatch(each -> each.table == table);
      throw isCircle
          ? co.error("JSON: the table contains itself", 1)
          : co.error("JSON: nested deeper than " + JsonLibrary.MAX_DEPTH, 1);
    }
    boolean isArray = !JsonLibrary.isMarkedAsObject(table) && isArray(table);
    open.push(new Open(table, isArray));
    out.append(isArray ? '[' : '{');
  }

  /// Whether the keys are exactly 1 … n.
  private boolean isArray(Table table) {
    int count = 0;
    double most = 0;
    for (int at = table.nextPosition(0); at >= 0; at = table.nextPosition(at + 1)) {
      if (!(table.keyAt(at) instanceof Num key) || key.v < 1 || key.v != Math.rint(key.v)) {
        return false;
      }
      most = Math.max(most, key.v);
      count++;
    }
    elements += table.slots();
    return most == count;
  }

  /// Writes the next item of the innermost open table, or its end.
  private void next(Open top) {
    if (top.isArray) {
      LuaValue item = top.table.get(top.position + 1);
      if (item == Nil.NIL) {
        close(']');
        return;
      }
      top.position++;
      top.key = new Num(top.position);
      separate(top);
      write(item);
      return;
    }
    int at = top.table.nextPosition(top.position);
    if (at < 0) {
      close('}');
      return;
    }
    top.position = at + 1;
    top.key = top.table.keyAt(at);
    separate(top);
    string(name(top));
    out.append(':');
    write(top.table.valueAtPosition(at));
  }

  private void close(int octet) {
    open.pop();
    out.append(octet);
  }

  private void separate(Open top) {
    if (top.hasAny) {
      out.append(',');
    }
    top.hasAny = true;
  }

  /// A key as text; two that read the same would hide one of them.
  private Str name(Open top) {
    return switch (top.key) {
      case Str text -> text;
      case Num number when !Double.isInfinite(number.v) -> {
        Str text = Str.latin1(JsonNumbers.text(number.v));
        if (top.table.get(text) != Nil.NIL) {
          throw fault("the table has the keys " + text + " and \"" + text + "\"");
        }
        yield text;
      }
      default -> throw fault("a key that is a " + top.key.typeName() + " has no JSON form");
    };
  }

  private void string(Str text) {
    int wrong = Utf8.firstWrong(text.bytes, text.offset, text.offset + text.length);
    if (wrong >= 0) {
      throw fault(
          "a string is not UTF-8: octet 0x"
              + HexFormat.of().toHexDigits(text.bytes[wrong])
              + " at "
              + (wrong - text.offset + 1));
    }
    out.append('"');
    int plainFrom = text.offset;
    int end = text.offset + text.length;
    for (int i = text.offset; i < end; i++) {
      int octet = text.bytes[i];
      if (octet == '"' || octet == '\\' || (octet >= 0 && octet < ' ')) {
        out.append(text.bytes, plainFrom, i - plainFrom);
        escape(octet);
        plainFrom = i + 1;
      }
    }
    out.append(text.bytes, plainFrom, end - plainFrom);
    out.append('"');
  }

  private void escape(int octet) {
    switch (octet) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u00");
        out.append(HEX.charAt(octet >> 4));
        out.append(HEX.charAt(octet & 15));
      }
    }
  }

  /// An error that says where in the value; to be thrown.
  private LuaError fault(String what) {
    StringBuilder path = new StringBuilder();
    for (Iterator<Open> each = open.descendingIterator(); each.hasNext(); ) {
      LuaValue key = each.next().key;
      if (key instanceof Num number) {
        path.append("[").append(LuaNumberText.toText(number.v)).append(']');
      } else if (key instanceof Str name && name.length <= LONGEST_NAME) {
        path.append(path.isEmpty() ? "" : ".").append(name);
      } else {
        path.append("[?]");
      }
    }
    return co.error("JSON: " + what + (path.isEmpty() ? "" : " (at " + path + ")"), 1);
  }
}
