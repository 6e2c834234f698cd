package netarium.engine.vm.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.lua.Bool;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.wire.Octets;

/// Something that happened to a conversation, until a script polls it; then it becomes a table.
final class NetworkEvent {
  private record Field(String name, Object value) {}

  private final String type;
  private final List<Field> fields = new ArrayList<>();
  private int octets;

  NetworkEvent(String type) {
    this.type = type;
  }

  NetworkEvent with(String name, LuaValue value) {
    fields.add(new Field(name, value));
    return this;
  }

  NetworkEvent with(String name, double value) {
    return with(name, new Num(value));
  }

  NetworkEvent with(String name, Octets value) {
    fields.add(new Field(name, value));
    octets += value.length();
    return this;
  }

  NetworkEvent with(String name, String value) {
    return with(name, Octets.wrap(value.getBytes(UTF_8)));
  }

  /// Only events about what is no text have this field.
  NetworkEvent binary(boolean isBinary) {
    return isBinary ? with("binary", Bool.TRUE) : this;
  }

  /// How much of a queue it takes.
  int octets() {
    return octets;
  }

  Table table(LuaMachine machine) {
    Table table = new Table(machine, 0, fields.size() + 1);
    table.set("type", machine.charged(Str.of(type)));
    for (Field field : fields) {
      LuaValue value =
          switch (field.value()) {
            case LuaValue known -> known;
            case Octets text -> machine.charged(Str.wrap(text.toByteArray()));
            default -> throw new IllegalStateException("invariant broken: a field has a value");
          };
      table.set(field.name(), value);
    }
    return table;
  }
}
