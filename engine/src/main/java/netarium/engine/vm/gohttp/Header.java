package netarium.engine.vm.gohttp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.Values;

/// Go's `http.Header`: names in their one form ([HeaderKey]), each with an array of values, which
/// are Lua tables that scripts may change. What scripts can do with one is in [HeaderApi].
///
/// It is userdata and no table, so that a field named `Get` that a client sends does not hide the
/// method of that name.
public final class Header {
  static final String KIND = "Header";

  private final LuaMachine machine;

  /// Name → array of values. The value that scripts hold keeps it alive.
  private final Table fields;

  private Header(LuaMachine machine) {
    this.machine = machine;
    this.fields = new Table(machine);
  }

  /// An empty one.
  public static Userdata create(LuaMachine machine) {
    return new Header(machine).value();
  }

  /// What a message has, but for fields of that name: Go keeps `Host` elsewhere.
  public static Userdata of(LuaMachine machine, HttpHeaders headers, String without) {
    Header made = new Header(machine);
    for (HttpHeaders.Field field : headers.fields()) {
      if (!field.name().equalsIgnoreCase(without)) {
        made.add(field.name(), field.value());
      }
    }
    return made.value();
  }

  private Userdata value() {
    Userdata value = Handles.value(machine, this, KIND, HeaderApi::fill);
    value.userValue = fields;
    return value;
  }

  /// The header behind a value, if it is one.
  public static Optional<Header> find(LuaValue value) {
    return Handles.find(value, Header.class);
  }

  LuaMachine machine() {
    return machine;
  }

  Table fields() {
    return fields;
  }

  /// The first value of a field; empty when there is none.
  public Optional<String> first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
  }

  /// All values of a field that are text.
  public List<String> all(String name) {
    return texts(fields.get(key(name)));
  }

  public boolean has(String name) {
    return !fields.get(key(name)).isNil();
  }

  public void add(String name, String value) {
    add(key(name), Values.str(machine, value));
  }

  void add(Str key, LuaValue value) {
    if (fields.get(key) instanceof Table values) {
      values.set(values.length() + 1, value);
    } else {
      set(key, value);
    }
  }

  public void set(String name, String value) {
    set(key(name), Values.str(machine, value));
  }

  void set(Str key, LuaValue value) {
    Table values = new Table(machine, 1, 0);
    values.set(1, value);
    fields.set(key, values);
  }

  public void remove(String name) {
    fields.set(key(name), Nil.NIL);
  }

  /// The names, in the order of their letters: the order in which a map keeps them says nothing.
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int at = fields.nextPosition(0); at >= 0; at = fields.nextPosition(at + 1)) {
      if (fields.keyAt(at) instanceof Str name) {
        names.add(name.toLatin1());
      }
    }
    Collections.sort(names);
    return names;
  }

  /// All fields by the order of their names, as they go into a message. What no message can say is
  /// left out: names that are no tokens, values that are no text. Line ends in values become
  /// blanks.
  public HttpHeaders toFields() {
    List<HttpHeaders.Field> all = new ArrayList<>();
    for (String name : names()) {
      if (HttpHeaders.isToken(name)) {
        for (String value : texts(fields.get(Str.latin1(name)))) {
          all.add(new HttpHeaders.Field(name, oneLine(value)));
        }
      }
    }
    return new HttpHeaders(all);
  }

  /// A copy whose arrays are its own.
  public Userdata copy() {
    Header made = new Header(machine);
    for (int at = fields.nextPosition(0); at >= 0; at = fields.nextPosition(at + 1)) {
      LuaValue values = fields.valueAtPosition(at);
      made.fields.set(fields.keyAt(at), values instanceof Table array ? copy(array) : values);
    }
    return made.value();
  }

  private Table copy(Table array) {
    Table copied = new Table(machine, array.length(), 0);
    for (int i = 1; i <= array.length(); i++) {
      copied.set(i, array.get(i));
    }
    return copied;
  }

  private Str key(String name) {
    return Values.str(machine, HeaderKey.canonical(name));
  }

  private static List<String> texts(LuaValue values) {
    List<String> all = new ArrayList<>();
    if (values instanceof Table array) {
      for (int i = 1; i <= array.length(); i++) {
        switch (array.get(i)) {
          case Str text -> all.add(text.toLatin1());
          case Num number -> all.add(LuaNumberText.toStr(number.v).toLatin1());
          default -> {}
        }
      }
    }
    return all;
  }

  /// Without the ends of lines and other octets that would end a field or hide it.
  public static String oneLine(String value) {
    StringBuilder line = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean isControl = (c < ' ' && c != '\t') || c == 0x7f;
      line.append(isControl ? ' ' : c);
    }
    return line.toString().strip();
  }
}
