package netarium.engine.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.compile.LuaCompiler;
import netarium.engine.syntax.RecordedCases;
import netarium.engine.syntax.Syntax;
import netarium.engine.syntax.SyntaxResult;
import org.junit.jupiter.api.Test;

/// The parser and the compiler behind it accept one and the same language.
///
/// Beside C Lua the same corpus is compared by hand: `Fuzz language-peer` runs it through the
/// `lua5.2` of this computer, messages included.
class SameLanguageTest {
  private static final int GENERATED = 24_000;
  private static final int MUTATED = 24_000;

  private static final class Tally {
    private final List<String> wrong = new ArrayList<>();
    private int accepted;
    private int refused;

    void take(byte[] source) {
      boolean isRight = Syntax.check(source, "=x") instanceof SyntaxResult.Ok;
      String text = new String(source, StandardCharsets.ISO_8859_1);
      try {
        LuaCompiler.compileText(source, "=x");
        if (!isRight) {
          wrong.add("compiled though refused: " + text);
        }
      } catch (LuaError error) {
        String message = String.valueOf(error.getMessage());
        if (isRight && !message.contains("limit is")) {
          wrong.add("refused though accepted, " + message + ": " + text);
        }
      }
      accepted += isRight ? 1 : 0;
      refused += isRight ? 0 : 1;
    }
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void generatedAndMutatedPrograms_areJudgedAlike() {
    SplittableRandom random = new SplittableRandom(5_2_4);
    Tally tally = new Tally();
    for (int i = 0; i < GENERATED; i++) {
      tally.take(octets(ProgramWriter.program(random, 40)));
    }
    for (int i = 0; i < MUTATED; i++) {
      tally.take(octets(Mutations.of(ProgramWriter.program(random, 30), random)));
    }
    assertEquals(List.of(), tally.wrong);
    assertTrue(tally.accepted > 9_000 && tally.refused > 9_000, tally.accepted + " accepted");
  }

  @Test
  void recordedChunksAndAllScriptsOfTheProject_areJudgedAlike() throws IOException {
    Tally tally = new Tally();
    for (RecordedCases.Case c : RecordedCases.read(RecordedCases.class, "chunks.txt").cases()) {
      tally.take(c.inputOctets());
    }
    int before = tally.accepted;
    for (Path module : List.of(Path.of("src"), Path.of("../samples/src"), Path.of("../app/src"))) {
      try (Stream<Path> files = Files.walk(module)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".lua")).sorted().toList()) {
          tally.take(LuaCompiler.withoutFirstLineComment(Files.readAllBytes(file)));
        }
      }
    }
    assertEquals(List.of(), tally.wrong);
    assertTrue(tally.accepted - before > 100, "scripts found: " + (tally.accepted - before));
  }
}
