package netarium.engine.lua.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.compile.LuaCompiler;
import netarium.engine.syntax.RecordedCases;
import org.junit.jupiter.api.Test;

class AcceptedChunksTest {
  @Test
  void compilerAndSyntax_acceptTheSameChunks() {
    List<String> wrong = new ArrayList<>();
    int accepted = 0;
    for (RecordedCases.Case c : RecordedCases.read(RecordedCases.class, "chunks.txt").cases()) {
      if (c.input().startsWith("#")) {
        continue; // a comment in files, which the compiler takes too
      }
      String answer = "ok";
      try {
        LuaCompiler.compileText(c.inputOctets(), "=x");
        accepted++;
      } catch (LuaError e) {
        answer = c.answer().equals("ok") ? String.valueOf(e.getMessage()) : c.answer();
      }
      if (!answer.equals(c.answer())) {
        wrong.add("line " + c.line() + ": " + c.answer() + " but was " + answer);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(accepted > 50, "accepted: " + accepted);
  }
}
