package netarium.engine.lua.compile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import netarium.engine.lua.Bool;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Proto;
import netarium.engine.lua.Str;
import org.luaj.vm2.LocVars;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.Upvaldesc;

/// Turns LuaJ's prototypes into ours. Equal string constants of a chunk become one object, so that
/// table probes mostly succeed by identity.
final class ProtoConverter {
  private final String chunkName;
  private final Numbers numbers;
  private final Map<String, Str> strings = new LinkedHashMap<>();

  ProtoConverter(String chunkName, Numbers numbers) {
    this.chunkName = chunkName;
    this.numbers = numbers;
  }

  Proto convert(Prototype from) {
    Proto.Draft draft = new Proto.Draft();
    draft.code = from.code;
    draft.constants = new LuaValue[from.k.length];
    for (int i = 0; i < from.k.length; i++) {
      draft.constants[i] = constant(from.k[i]);
    }
    draft.protos = new Proto[from.p.length];
    for (int i = 0; i < from.p.length; i++) {
      draft.protos[i] = convert(from.p[i]);
    }
    draft.upvalues = new Proto.Capture[from.upvalues.length];
    for (int i = 0; i < from.upvalues.length; i++) {
      Upvaldesc u = from.upvalues[i];
      draft.upvalues[i] = new Proto.Capture(text(u.name), u.instack, u.idx & 0xFFFF);
    }
    draft.locals = new Proto.Local[from.locvars.length];
    for (int i = 0; i < from.locvars.length; i++) {
      LocVars v = from.locvars[i];
      draft.locals[i] = new Proto.Local(text(v.varname), v.startpc, v.endpc);
    }
    draft.lines = from.lineinfo;
    draft.chunkName = chunkName;
    draft.lineDefined = from.linedefined;
    draft.lastLineDefined = from.lastlinedefined;
    draft.parameters = from.numparams;
    draft.isVararg = from.is_vararg != 0;
    draft.maxStack = from.maxstacksize;
    return new Proto(draft);
  }

  private LuaValue constant(org.luaj.vm2.LuaValue k) {
    if (k instanceof LuaString s) {
      return strings.computeIfAbsent(latin1(s), t -> Str.latin1(t).asConstant());
    }
    if (k.type() == org.luaj.vm2.LuaValue.TNUMBER) {
      return new Num(numbers.meaning(k.todouble()));
    }
    if (k.type() == org.luaj.vm2.LuaValue.TBOOLEAN) {
      return Bool.of(k.toboolean());
    }
    return Nil.NIL;
  }

  private static String latin1(LuaString s) {
    return new String(s.m_bytes, s.m_offset, s.m_length, StandardCharsets.ISO_8859_1);
  }

  private static String text(LuaString s) {
    return new String(s.m_bytes, s.m_offset, s.m_length, StandardCharsets.UTF_8);
  }
}
