package netarium.engine.vm.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Objects;
import netarium.engine.codec.Utf8Check;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import org.jspecify.annotations.Nullable;

/// Reads one JSON text. What is open stands in a list, not on the Java stack.
///
/// A table belongs to its parent before it is filled and the outermost one stands on the program's
/// stack, so that a count of memory in the middle finds all that has been read.
final class JsonDecoder {
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final Coroutine co;
  private final JsonLibrary library;
  private final byte[] octets;
  private final int start;
  private final int end;
  private final int rootSlot;
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable LuaValue root;
  private int at;

  /// An array or object whose end has not come yet.
  private static final class Open {
    final Table table;
    final boolean isArray;
    int items;
    Str key = Str.EMPTY;

    Open(Table table, boolean isArray) {
      this.table = table;
      this.isArray = isArray;
    }
  }

  /// `rootSlot`: where on the stack the outermost table is to stand.
  JsonDecoder(Coroutine co, JsonLibrary library, Str text, int rootSlot) {
    this.co = co;
    this.library = library;
    this.octets = text.bytes;
    this.start = text.offset;
    this.at = text.offset;
    this.end = text.offset + text.length;
    this.rootSlot = rootSlot;
  }

  LuaValue decode() {
    if (end - at >= 3
        && octets[at] == (byte) 0xef
        && octets[at + 1] == (byte) 0xbb
        && octets[at + 2] == (byte) 0xbf) {
      at += 3;
    }
    boolean isValueDue = true;
    while (isValueDue || !open.isEmpty()) {
      isValueDue = isValueDue ? value() : next();
    }
    skipBlanks();
    if (at < end) {
      throw fault("only one value expected, but here follows " + found());
    }
    return Objects.requireNonNull(root);
  }

  /// Reads a value, or the beginning of a container; whether a value has to follow.
  private boolean value() {
    skipBlanks();
    if (at == end) {
      throw fault("value expected, but the text ends");
    }
    switch (octets[at]) {
      case '{' -> {
        return begin(false);
      }
      case '[' -> {
        return begin(true);
      }
      case '"' -> store(string());
      case 't' -> store(word(TRUE, Bool.TRUE));
      case 'f' -> store(word(FALSE, Bool.FALSE));
      case 'n' -> store(word(NULL, library.nothing()));
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> store(number());
      default -> throw fault("value expected, but here is " + found());
    }
    return false;
  }

  private boolean begin(boolean isArray) {
    if (open.size() == JsonLibrary.MAX_DEPTH) {
      throw fault("nested deeper than " + JsonLibrary.MAX_DEPTH);
    }
    Table table = new Table(co.machine);
    store(table);
    open.push(new Open(table, isArray));
    at++;
    skipBlanks();
    if (at < end && octets[at] == (isArray ? ']' : '}')) {
      if (!isArray) {
        library.markAsObject(table);
      }
      close();
      return false;
    }
    if (!isArray) {
      key();
    }
    return true;
  }

  private void close() {
    at++;
    open.pop();
  }

  /// After a value within a container: its end, or a comma; whether a value has to follow.
  private boolean next() {
    Open top = open.element();
    skipBlanks();
    int last = top.isArray ? ']' : '}';
    if (at < end && octets[at] == last) {
      close();
      return false;
    }
    if (at == end || octets[at] != ',') {
      throw fault("',' or '" + (char) last + "' expected, but " + foundOrEnd());
    }
    at++;
    if (!top.isArray) {
      skipBlanks();
      key();
    }
    return true;
  }

  private void key() {
    if (at == end || octets[at] != '"') {
      throw fault("name in double quotes expected, but " + foundOrEnd());
    }
    Str key = string();
    skipBlanks();
    if (at == end || octets[at] != ':') {
      throw fault("':' expected, but " + foundOrEnd());
    }
    at++;
    open.element().key = key;
  }

  private void store(LuaValue value) {
    Open top = open.peek();
    if (top == null) {
      root = value;
      co.stack[rootSlot] = value;
    } else if (top.isArray) {
      top.table.set(++top.items, value);
    } else {
      top.table.set((LuaValue) top.key, value);
    }
  }

  private LuaValue word(byte[] word, LuaValue meaning) {
    for (int i = 0; i < word.length; i++) {
      if (at + i == end || octets[at + i] != word[i]) {
        throw fault("value expected, but here is " + found());
      }
    }
    at += word.length;
    return meaning;
  }

  // ---- numbers ------------------------------------------------------------------------------

  private Num number() {
    int from = at;
    if (octets[at] == '-') {
      at++;
    }
    if (at < end && octets[at] == '0') {
      at++;
      if (at < end && isDigit(octets[at])) {
        throw fault("a number does not begin with 0, but here follows " + found());
      }
    } else {
      digits();
    }
    if (at < end && octets[at] == '.') {
      at++;
      digits();
    }
    if (at < end && (octets[at] | 0x20) == 'e') {
      at++;
      if (at < end && (octets[at] == '+' || octets[at] == '-')) {
        at++;
      }
      digits();
    }
    double value = Double.parseDouble(Str.wrap(octets, from, at - from).toLatin1());
    if (Double.isInfinite(value)) {
      at = from;
      throw fault("number too large");
    }
    return new Num(value);
  }

  private void digits() {
    if (at == end || !isDigit(octets[at])) {
      throw fault("digit expected, but " + foundOrEnd());
    }
    while (at < end && isDigit(octets[at])) {
      at++;
    }
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  // ---- strings ------------------------------------------------------------------------------

  private Str string() {
    at++;
    int from = at;
    int escapes = 0;
    while (at < end && octets[at] != '"') {
      if (octets[at] == '\\') {
        escapes++;
        at++;
      }
      at++;
    }
    if (at >= end) {
      at = from - 1;
      throw fault("string without an end");
    }
    int to = at;
    at = from;
    Str made = co.machine.charged(escapes == 0 ? plain(to) : JsonEscapes.unescape(this, from, to));
    at = to + 1;
    return made;
  }

  private Str plain(int to) {
    checkCharacters(at, to);
    return Str.copyOf(octets, at, to - at);
  }

  /// Raises what is wrong with octets of a string between its escapes.
  void checkCharacters(int from, int to) {
    for (int i = from; i < to; i++) {
      if (octets[i] >= 0 && octets[i] < ' ') {
        at = i;
        throw fault("control character in a string: write \\u00" + hex(octets[i]));
      }
    }
    int wrong = Utf8Check.firstWrong(octets, from, to);
    if (wrong >= 0) {
      at = wrong;
      throw fault("string is not UTF-8: octet 0x" + hex(octets[wrong]));
    }
  }

  byte[] octets() {
    return octets;
  }

  /// An error at a place; to be thrown.
  LuaError faultAt(int place, String what) {
    at = place;
    return fault(what);
  }

  // ---- where we are -------------------------------------------------------------------------

  private void skipBlanks() {
    while (at < end
        && (octets[at] == ' ' || octets[at] == '\n' || octets[at] == '\r' || octets[at] == '\t')) {
      at++;
    }
  }

  private String foundOrEnd() {
    return at >= end ? "the text ends" : "here is " + found();
  }

  /// The character at hand, for people.
  private String found() {
    int octet = octets[at] & 0xff;
    int length = Utf8Check.length(octets, at, end);
    if (length == 0 || octet < ' ' || octet == 0x7f) {
      return "octet 0x" + hex(octets[at]);
    }
    return "'" + Str.wrap(octets, at, length) + "'";
  }

  private static String hex(byte octet) {
    return HexFormat.of().toHexDigits(octet);
  }

  /// An error with line and column, which counts characters. To be thrown.
  private LuaError fault(String what) {
    int line = 1;
    int column = 1;
    for (int i = start; i < at; i++) {
      if (octets[i] == '\n') {
        line++;
        column = 1;
      } else if ((octets[i] & 0xc0) != 0x80) {
        column++;
      }
    }
    return co.error("JSON: " + what + " at line " + line + " col " + column, 1);
  }
}
