package netarium.engine.vm.gohttp;

import java.util.function.Consumer;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Table;

/// The metatables of tables that have methods: one for each kind in a machine, made when the first
/// table of that kind wants it.
public final class Metatables {
  private Metatables() {}

  /// `kind` as scripts know it: `Request`; `fill` puts in the methods.
  public static Table of(LuaMachine machine, String kind, Consumer<Table> fill) {
    String key = "netarium.http." + kind;
    if (machine.registry.get(key) instanceof Table known) {
      return known;
    }
    Table made = new Table(machine);
    made.set("__index", made);
    fill.accept(made);
    machine.registry.set(key, made);
    return made;
  }
}
