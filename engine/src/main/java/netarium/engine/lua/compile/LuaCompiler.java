package netarium.engine.lua.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.Proto;
import netarium.engine.lua.Str;
import netarium.engine.syntax.Syntax;
import netarium.engine.syntax.SyntaxResult;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.jse.JseMathLib;

/// Compiles source text with the messages of C Lua.
///
/// `LuaC` folds `^` with whatever math library was made last in the JVM, and wrongly when none was:
/// hence the library that is made here and never used.
public final class LuaCompiler {
  static {
    new JseMathLib();
  }

  private LuaCompiler() {}

  /// The code of a chunk. The name follows C Lua: `@file`, `=text`, or the source itself. Raises a
  /// {@link LuaError} whose text has chunk and line.
  public static Proto compile(byte[] source, String chunkName) {
    String shown = Proto.shortSource(chunkName);
    byte[] text = withoutFirstLineComment(source);
    SyntaxResult checked = Syntax.check(text, Proto.octets(chunkName));
    if (checked instanceof SyntaxResult.Rejected rejected) {
      throw new LuaError(Str.wrap(rejected.messageOctets()));
    }
    Numbers numbers = Numbers.respelled(text);
    Prototype compiled;
    try {
      compiled = LuaC.instance.compile(new ByteArrayInputStream(numbers.source), chunkName);
    } catch (org.luaj.vm2.LuaError e) {
      throw LuaError.text(String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw LuaError.text(shown + ": the compiler cannot translate this chunk (" + e + ")");
    }
    return new ProtoConverter(chunkName, numbers).convert(compiled);
  }

  /// As {@link #compile(byte[], String)} for a string value.
  public static Proto compile(Str source, String chunkName) {
    return compile(source.toByteArray(), chunkName);
  }

  /// A first line that starts with `#` is for Unix shells; its line end stays, so lines keep their
  /// numbers.
  private static byte[] withoutFirstLineComment(byte[] source) {
    if (source.length == 0 || source[0] != '#') {
      return source;
    }
    byte[] text = source.clone();
    for (int i = 0; i < text.length && text[i] != '\n'; i++) {
      text[i] = ' ';
    }
    return text;
  }
}
