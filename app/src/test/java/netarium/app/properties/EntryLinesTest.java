package netarium.app.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import netarium.app.properties.Field.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryLinesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENTRIES | to=10.0.3.0/24 via=10.0.1.1",
        "ENTRIES | do=drop protocol=tcp port=23",
        "PAIRS | GREETING=Hello, how are you = fine?",
        "TABLE | p1: 10",
        "TABLE | p2: trunk=10,20",
        "TABLE | eth0: from=10.0.1.50 to=10.0.1.99 dns=10.0.1.1,10.0.1.2",
        "TABLE | eth0: reserved=02:00:00:00:00:01@10.0.1.9",
      })
  void line_readsBackAsItWasWritten(Kind kind, String line) {
    assertEquals(Optional.empty(), EntryLines.wrong(kind, line));
    assertEquals(line, EntryLines.text(kind, EntryLines.value(kind, line)));
  }

  @ParameterizedTest
  @CsvSource({"ENTRIES, 10.0.3.0/24", "PAIRS, NAME", "TABLE, 10"})
  void lineWithoutItsForm_isToldHowToBeWritten(Kind kind, String line) {
    assertTrue(EntryLines.wrong(kind, "\n" + line).orElseThrow().contains("write "));
  }
}
