package netarium.engine.lua.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.syntax.RecordedCases;
import org.junit.jupiter.api.Test;

class RecordedCallsTest {
  @Test
  void everyRecordedCall_givesLuasResults() {
    LibraryMachine lua = new LibraryMachine(64 << 20);
    List<RecordedCases.Case> cases =
        RecordedCases.read(RecordedCallsTest.class, "calls.txt").cases();
    List<String> wrong = new ArrayList<>();
    for (RecordedCases.Case c : cases) {
      String got = lua.run("return " + c.input());
      if (!got.equals(c.answer())) {
        wrong.add("line " + c.line() + ": " + c.answer() + " but was " + got);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(cases.size() > 400, "the table was read");
  }
}
