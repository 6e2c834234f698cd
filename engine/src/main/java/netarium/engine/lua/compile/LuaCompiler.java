package netarium.engine.lua.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
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

  /// The code of a file. The name follows C Lua: `@file`, `=text`, or the source itself. Raises a
  /// {@link LuaError} whose text has chunk and line.
  public static Proto compile(byte[] source, String chunkName) {
    return compileText(withoutFirstLineComment(source), chunkName);
  }

  /// As {@link #compile(byte[], String)}, for text that is no file: a first line with `#` is wrong.
  public static Proto compileText(byte[] text, String chunkName) {
    SyntaxResult checked = Syntax.check(text, Proto.octets(chunkName));
    if (checked instanceof SyntaxResult.Rejected rejected) {
      throw new LuaError(Str.wrap(rejected.messageOctets()));
    }
    try {
      return translate(text, chunkName);
    } catch (LuaError refused) {
      if (checked instanceof SyntaxResult.Ok right) {
        byte[] easier = LongForLists.respelled(text, right.chunk());
        if (!Arrays.equals(easier, text)
            && Syntax.check(easier, chunkName) instanceof SyntaxResult.Ok) {
          return translate(easier, chunkName);
        }
      }
      throw refused;
    }
  }

  private static Proto translate(byte[] text, String chunkName) {
    String shown = Proto.shortSource(chunkName);
    Numbers numbers = Numbers.respelled(text);
    Prototype compiled;
    try {
      compiled = LuaC.instance.compile(new ByteArrayInputStream(numbers.source), chunkName);
    } catch (org.luaj.vm2.LuaError e) {
      throw LuaError.text(String.valueOf(e.getMessage()));
    } catch (NullPointerException e) {
      // What it does at 200 locals of nested functions together; the parser checks all else.
      throw LuaError.text(
          shown + ": too many local variables in nested functions (limit is 200 together)");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw LuaError.text(shown + ": the compiler cannot translate this chunk (" + e + ")");
    }
    return new ProtoConverter(chunkName, numbers).convert(compiled);
  }

  /// The text of a file as `luaL_loadfilex` passes it on: a byte order mark is blanked out, and so
  /// is a first line that starts with `#`, which is for Unix shells; its line end stays, so lines
  /// keep their numbers.
  public static byte[] withoutFirstLineComment(byte[] source) {
    boolean hasMark =
        source.length >= 3
            && source[0] == (byte) 0xEF
            && source[1] == (byte) 0xBB
            && source[2] == (byte) 0xBF;
    int start = hasMark ? 3 : 0;
    boolean hasComment = source.length > start && source[start] == '#';
    if (!hasMark && !hasComment) {
      return source;
    }
    byte[] text = source.clone();
    Arrays.fill(text, 0, start, (byte) ' ');
    for (int i = start; hasComment && i < text.length && text[i] != '\n'; i++) {
      text[i] = ' ';
    }
    return text;
  }
}
