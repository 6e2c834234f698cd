package netarium.engine.lua.lib;

import java.util.List;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;

/// The part of a library that holds no state: functions and constants made once and shared by all
/// machines, which cannot change them. A machine has only a table of its own, and that is filled
/// when the program first looks at it: most programs use few libraries.
public final class Library implements Table.Filler {
  private final Str name;
  private final List<Entry> entries;
  private final Table.Later later;

  /// A field: its name, and a value that belongs to no machine.
  public record Entry(Str name, LuaValue value) {}

  private Library(Str name, List<Entry> entries) {
    this.name = name;
    this.entries = entries;
    this.later = new Table.Later(entries.size(), this);
  }

  /// A library by the name of its table.
  public static Library of(String name, Entry... entries) {
    return new Library(Str.constant(name), List.of(entries));
  }

  /// A function of a library, by both names: `string.rep`.
  public static Entry function(String library, String name, Native.Body body) {
    return entry(name, Native.of(library + "." + name, body));
  }

  /// A function of a library that others can see or that sees others.
  public static Entry worldCall(String library, String name, Native.Body body) {
    return entry(name, Native.of(library + "." + name, body).asWorldCall());
  }

  /// Any other value that belongs to no machine.
  public static Entry entry(String name, LuaValue value) {
    return new Entry(Str.constant(name), value);
  }

  @Override
  public void fill(Table table) {
    for (Entry entry : entries) {
      table.set(entry.name, entry.value);
    }
  }

  /// Gives a machine its table, global and loaded under the library's name.
  public Table install(LuaMachine machine) {
    return publish(machine, Table.filledLater(machine, later));
  }

  /// As {@link #install(LuaMachine)}, with `more` fields of the machine's own.
  public Table install(LuaMachine machine, int more, Table.Filler own) {
    Table table =
        Table.filledLater(
            machine,
            entries.size() + more,
            t -> {
              fill(t);
              own.fill(t);
            });
    return publish(machine, table);
  }

  private Table publish(LuaMachine machine, Table table) {
    machine.globals.set(name, table);
    machine.loaded.set(name, table);
    return table;
  }
}
