package netarium.engine.lua;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A table: an array part for keys 1 … count and open addressing for the rest.
///
/// The array part never shrinks when a slot becomes nil, and a cleared key keeps its place in the
/// hash part until it grows, so that fields may be cleared while `next` walks the table. Order of
/// traversal is a function of the operations done, never of addresses: array part first, then
/// slots.
// Identity first: most keys are constants, and the shared empty arrays are known by identity.
@SuppressWarnings("ReferenceEquality")
public final class Table extends LuaValue {
  /// Octets of the bare table, of one array slot, of one hash slot: what a count sees.
  static final int OCTETS = 56;

  static final int ARRAY_SLOT_OCTETS = 16;
  static final int HASH_SLOT_OCTETS = 40;

  private static final @Nullable LuaValue[] NO_NODES = new LuaValue[2];
  private static final LuaValue[] NO_ARRAY = new LuaValue[0];
  private static final int MAX_ARRAY = 1 << 28;
  static final int FINALIZABLE = 1 << 31;

  /// Array part; slots from `count` on are unused. The hash part never holds a value for the key
  /// `count + 1`: setting it appends and moves what follows over.
  LuaValue[] array = NO_ARRAY;

  /// Slots of the array part in use; some may be nil.
  int count;

  /// Keys at even, values at odd places; a null key ends a probe. Length a power of two.
  @Nullable LuaValue[] nodes = NO_NODES;

  /// Hash slots with a key, also those whose value is nil by now.
  int used;

  @Nullable Table metatable;

  /// As a metatable: bit e says that event e is surely absent ({@link Events}). The highest bit
  /// says that the table itself awaits its `__gc`.
  int absentEvents;

  int mark;
  final int id;
  final MemoryAccount account;

  /// An empty table.
  public Table(LuaMachine machine) {
    this(machine, 0, 0);
  }

  /// An empty table with room for array items and hash fields.
  public Table(LuaMachine machine, int arrayHint, int hashHint) {
    account = machine.account;
    account.charge(OCTETS);
    id = machine.nextId();
    if (arrayHint > 0) {
      resizeArray(arrayHint);
    }
    if (hashHint > 0) {
      nodes = allocateNodes(slotsFor(hashHint));
    }
  }

  /// What fills a table when a program first looks at it.
  @FunctionalInterface
  public interface Filler {
    void fill(Table table);
  }

  /// What will be in a table; any number of tables may share it.
  public static final class Later {
    private final int slots;
    private final Filler filler;

    /// The hash part of a table that is not filled yet: this is its only key.
    private final LuaValue[] nodes = {Userdata.unseen(this), Nil.NIL};

    /// At most so many fields.
    public Later(int fields, Filler filler) {
      this.slots = slotsFor(fields);
      this.filler = filler;
    }
  }

  /// A table whose fields are made when a program first looks at one, and count from then on; who
  /// reads it from outside must not be the first to look.
  public static Table filledLater(LuaMachine machine, Later later) {
    Table table = new Table(machine);
    table.nodes = later.nodes;
    return table;
  }

  /// As {@link #filledLater(LuaMachine, Later)}, for a table of its own kind.
  public static Table filledLater(LuaMachine machine, int fields, Filler filler) {
    return filledLater(machine, new Later(fields, filler));
  }

  private @Nullable Later pending() {
    return nodes.length == 2 && nodes[0] instanceof Userdata u && u.content instanceof Later later
        ? later
        : null;
  }

  /// Fills the table if that is still to be done. Who only looks is not told that memory is used
  /// up: the next who asks for some is.
  private void fill() {
    Later pending = pending();
    if (pending != null) {
      account.beLenient(true);
      nodes = allocateNodes(pending.slots);
      pending.filler.fill(this);
      account.beLenient(false);
      if (nodes.length != pending.slots * 2) {
        throw new IllegalStateException("a table got more fields than were announced");
      }
    }
  }

  /// Its metatable, if any.
  public @Nullable Table metatable() {
    return metatable;
  }

  /// Replaces the metatable; null takes it away.
  public void setMetatable(@Nullable Table table) {
    metatable = table;
  }

  boolean isFinalizable() {
    return (absentEvents & FINALIZABLE) != 0;
  }

  void isFinalizable(boolean awaits) {
    absentEvents = awaits ? absentEvents | FINALIZABLE : absentEvents & ~FINALIZABLE;
  }

  @Override
  public String typeName() {
    return "table";
  }

  @Override
  int tableHash() {
    return LuaFunction.spread(id);
  }

  // ---- reading -----------------------------------------------------------------------------

  /// The value of a key without metamethods; nil if there is none.
  public LuaValue get(LuaValue key) {
    if (key instanceof Str s) {
      return get(s);
    }
    if (key instanceof Num n) {
      int i = (int) n.v;
      if (i == n.v) {
        return get(i);
      }
    }
    int slot = find(key);
    return slot < 0 ? Nil.NIL : valueAt(slot);
  }

  /// The value of a string key.
  public LuaValue get(Str key) {
    LuaValue[] t = nodes();
    int mask = t.length - 2;
    int at = key.hash() & mask;
    for (; ; ) {
      LuaValue k = t[at];
      if (k == key) {
        return t[at + 1];
      }
      if (k instanceof Str s && s.contentEquals(key)) {
        if (s.mark == Str.UNCOUNTED && key.mark == Str.UNCOUNTED) {
          // Next time this chunk's constant is found by identity, in the opcode loop.
          t[at] = key;
        }
        return t[at + 1];
      }
      if (k == null) {
        return Nil.NIL;
      }
      if (mask == 0) {
        fill();
        return get(key);
      }
      at = (at + 2) & mask;
    }
  }

  /// The value of a string key named by Java text.
  public LuaValue get(String key) {
    return get(Str.of(key));
  }

  /// The value of an integer key.
  public LuaValue get(int key) {
    int i = key - 1;
    if (i >= 0 && i < count) {
      return array[i];
    }
    if (used == 0) {
      return Nil.NIL;
    }
    int slot = find(new Num(key));
    return slot < 0 ? Nil.NIL : valueAt(slot);
  }

  // A key at an even place always has a value behind it: null never leaves this class.
  @SuppressWarnings("NullAway")
  private LuaValue[] nodes() {
    return nodes;
  }

  private LuaValue valueAt(int slot) {
    return nodes()[slot + 1];
  }

  /// The slot of a key in the hash part, or -1.
  private int find(LuaValue key) {
    @Nullable LuaValue[] t = nodes;
    int mask = t.length - 2;
    int at = key.tableHash() & mask;
    for (; ; ) {
      LuaValue k = t[at];
      if (k == null) {
        return -1;
      }
      if (k == key || k.rawEquals(key)) {
        return at;
      }
      if (mask == 0) {
        fill();
        return find(key);
      }
      at = (at + 2) & mask;
    }
  }

  /// A border: some n whose item is there while that of n + 1 is not, as `#` without metamethods.
  public int length() {
    int n = count;
    if (n > 0 && array[n - 1] == Nil.NIL) {
      int low = 0;
      int high = n;
      while (high - low > 1) {
        int middle = (low + high) >>> 1;
        if (array[middle - 1] == Nil.NIL) {
          high = middle;
        } else {
          low = middle;
        }
      }
      return low;
    }
    return n;
  }

  // ---- writing -----------------------------------------------------------------------------

  /// Sets a field without metamethods. The key must be neither nil nor NaN: callers have their own
  /// messages for these.
  public void set(LuaValue key, LuaValue value) {
    if (key instanceof Num n) {
      int i = (int) n.v;
      if (i == n.v) {
        set(i, value);
        return;
      }
    }
    setHash(key, value);
  }

  /// Sets an integer key.
  public void set(int key, LuaValue value) {
    int i = key - 1;
    if (i >= 0 && i < count) {
      array[i] = value;
    } else if (i == count && value != Nil.NIL) {
      append(value);
    } else {
      setHash(new Num(key), value);
    }
  }

  /// Sets a string key that a library names: a constant of its source, as such keys are kept.
  public void set(String key, LuaValue value) {
    setHash(Str.constant(key), value);
  }

  private void append(LuaValue value) {
    if (count == array.length) {
      resizeArray(count < 4 ? 4 : Math.min(MAX_ARRAY, count * 2));
    }
    array[count++] = value;
    if (used > 0) {
      migrate();
    }
  }

  /// Moves the keys that follow the array part over from the hash part.
  private void migrate() {
    for (; ; ) {
      int slot = find(new Num(count + 1.0));
      if (slot < 0 || valueAt(slot) == Nil.NIL) {
        return;
      }
      if (count == array.length) {
        resizeArray(Math.min(MAX_ARRAY, count * 2));
      }
      array[count++] = valueAt(slot);
      nodes[slot + 1] = Nil.NIL;
    }
  }

  private void resizeArray(int size) {
    if (size <= array.length) {
      throw LuaError.text("table overflow");
    }
    account.charge((long) (size - array.length) * ARRAY_SLOT_OCTETS);
    array = Arrays.copyOf(array, size);
  }

  /// Makes room for array items that are about to be appended.
  public void reserveArray(int size) {
    if (size > array.length) {
      resizeArray(size);
    }
  }

  /// Stores an item of a constructor in its place even if it is nil, as the array part was made for
  /// it.
  void setListItem(int key, LuaValue value) {
    if (key == count + 1 && key <= array.length) {
      array[count++] = value;
      if (used > 0) {
        migrate();
      }
    } else {
      set(key, value);
    }
  }

  /// Sets a string key.
  void set(Str key, LuaValue value) {
    setHash(key, value);
  }

  private void setHash(LuaValue key, LuaValue value) {
    int slot = find(key);
    if (slot >= 0) {
      if (nodes[slot + 1] == Nil.NIL) {
        absentEvents &= FINALIZABLE;
      }
      nodes[slot + 1] = value;
      return;
    }
    if (value == Nil.NIL) {
      return;
    }
    absentEvents &= FINALIZABLE;
    if ((used + 1) * 4 > nodes.length / 2 * 3) {
      rehash();
    }
    insertNew(nodes, key, value);
    used++;
  }

  private static void insertNew(@Nullable LuaValue[] t, LuaValue key, LuaValue value) {
    int mask = t.length - 2;
    int at = key.tableHash() & mask;
    while (t[at] != null) {
      at = (at + 2) & mask;
    }
    t[at] = key;
    t[at + 1] = value;
  }

  /// Drops cleared keys and makes room for at least one more.
  private void rehash() {
    @Nullable LuaValue[] old = nodes;
    int live = 0;
    for (int i = 1; i < old.length; i += 2) {
      if (old[i] != null && old[i] != Nil.NIL) {
        live++;
      }
    }
    @Nullable LuaValue[] fresh = allocateNodes(slotsFor(live + 1 + live / 4));
    for (int i = 0; i < old.length; i += 2) {
      LuaValue key = old[i];
      LuaValue value = old[i + 1];
      if (key != null && value != null && value != Nil.NIL) {
        insertNew(fresh, key, value);
      }
    }
    nodes = fresh;
    used = live;
  }

  /// Slots so that `keys` fill at most three quarters.
  private static int slotsFor(int keys) {
    int slots = 4;
    while (slots * 3L < keys * 4L) {
      slots <<= 1;
      if (slots > 1 << 28) {
        throw LuaError.text("table overflow");
      }
    }
    return slots;
  }

  private @Nullable LuaValue[] allocateNodes(int slots) {
    account.charge((long) slots * HASH_SLOT_OCTETS);
    return new LuaValue[slots * 2];
  }

  /// Octets a count sees for this table as it stands.
  long octets() {
    long hashSlots = nodes == NO_NODES ? 0 : hashSlots();
    return OCTETS + (long) array.length * ARRAY_SLOT_OCTETS + hashSlots * HASH_SLOT_OCTETS;
  }

  // ---- traversal ---------------------------------------------------------------------------

  /// How many places for items and fields there are, in use or not.
  public int slots() {
    return count + hashSlots();
  }

  /// The position after a key for {@link #nextPosition}: 0 for nil, -1 for a key never seen.
  public int positionAfter(LuaValue key) {
    if (key == Nil.NIL) {
      return 0;
    }
    if (key instanceof Num n) {
      int i = (int) n.v;
      if (i == n.v && i > 0 && i <= count) {
        return i;
      }
    }
    int slot = find(key);
    return slot < 0 ? -1 : count + slot / 2 + 1;
  }

  private int hashSlots() {
    return pending() == null ? nodes.length / 2 : 0;
  }

  /// The first position at or after one that holds a value, or -1 at the end.
  public int nextPosition(int position) {
    fill();
    int at = position;
    for (; at < count; at++) {
      if (array[at] != Nil.NIL) {
        return at;
      }
    }
    @Nullable LuaValue[] t = nodes;
    for (int slot = (at - count) * 2; slot < t.length; slot += 2) {
      if (t[slot] != null && t[slot + 1] != Nil.NIL) {
        return count + slot / 2;
      }
    }
    return -1;
  }

  /// The key at a position that {@link #nextPosition} gave.
  public LuaValue keyAt(int position) {
    return position < count ? new Num(position + 1.0) : nodes()[(position - count) * 2];
  }

  /// The value at a position that {@link #nextPosition} gave.
  public LuaValue valueAtPosition(int position) {
    return position < count ? array[position] : nodes()[(position - count) * 2 + 1];
  }
}
