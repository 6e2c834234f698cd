package netarium.engine.lua;

import java.nio.charset.StandardCharsets;
import netarium.engine.syntax.ChunkName;
import org.jspecify.annotations.Nullable;

/// The code of a function, immutable and shared by all machines.
///
/// It exists twice: as the compiler made it ({@link #code}), which is what messages, the debugger
/// and the accounting of units refer to, and rewritten for speed (`fast`), instruction by
/// instruction at the same places.
public final class Proto {
  /// Turns at whose end a function was found running until it is made a class.
  private static final int HOT_SAMPLES = 10;

  /// A local variable and the instructions over which it lives: `startPc <= pc < endPc`.
  public record Local(String name, int startPc, int endPc) {}

  /// Where a closure finds a captured variable: a register of the enclosing function or one of its
  /// own captured variables.
  public record Capture(String name, boolean isInStack, int index) {}

  /// The original instructions of Lua 5.2.
  public final int[] code;

  final int[] fast;
  final LuaValue[] constants;
  final Proto[] protos;
  public final Capture[] upvalues;
  final int[] lines;
  public final Local[] locals;

  /// The name given at load, in C Lua's convention: `@file`, `=text`, or the source itself.
  public final String chunkName;

  /// The name as messages show it.
  public final String shortSource;

  public final int lineDefined;
  public final int lastLineDefined;
  public final int parameters;
  public final boolean isVararg;
  final int maxStack;

  /// Units charged on entry: the instructions outside all loops.
  final int entryUnits;

  /// The same as a class, once it is hot; only a matter of speed, so it does not matter which
  /// machine finds out, nor when.
  @Nullable FastFunction fastFunction;

  private int samples;

  /// The pieces a compiler hands over; see the fields of {@link Proto}.
  public static final class Draft {
    public int[] code = {};
    public LuaValue[] constants = {};
    public Proto[] protos = {};
    public Capture[] upvalues = {};
    public int[] lines = {};
    public Local[] locals = {};
    public String chunkName = "=?";
    public int lineDefined;
    public int lastLineDefined;
    public int parameters;
    public boolean isVararg;
    public int maxStack;
  }

  public Proto(Draft draft) {
    code = draft.code;
    constants = draft.constants;
    protos = draft.protos;
    upvalues = draft.upvalues;
    lines = draft.lines;
    locals = draft.locals;
    chunkName = draft.chunkName;
    shortSource = shortSource(chunkName);
    lineDefined = draft.lineDefined;
    lastLineDefined = draft.lastLineDefined;
    parameters = draft.parameters;
    isVararg = draft.isVararg;
    maxStack = Math.max(2, draft.maxStack);
    entryUnits = Opcodes.unitsOutsideLoops(code);
    fast = FastCode.rewrite(code, constants, protos.length > 0);
  }

  /// It was found running at the end of a turn: which functions take time shows without counting.
  void sample() {
    if (++samples == HOT_SAMPLES) {
      makeFast();
    }
  }

  void makeFast() {
    fastFunction = FastFunctionMaker.make(this);
  }

  /// The source line of an instruction, or -1.
  public int line(int pc) {
    return pc >= 0 && pc < lines.length ? lines[pc] : -1;
  }

  /// Whether this is the function of a whole chunk.
  public boolean isMain() {
    return lineDefined == 0;
  }

  /// The name of the local variable in a register (from 0) at an instruction, or null.
  public @Nullable String localName(int register, int pc) {
    int number = register;
    for (Local local : locals) {
      if (local.startPc() > pc) {
        break;
      }
      if (pc < local.endPc()) {
        if (number == 0) {
          return local.name();
        }
        number--;
      }
    }
    return null;
  }

  /// A chunk name as messages show it: at most 59 octets.
  public static String shortSource(String chunkName) {
    String shown = ChunkName.display(octets(chunkName));
    return new String(shown.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /// A text as the syntax package takes it: one character per octet.
  public static String octets(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
