package netarium.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// A short walk of the [Monkey]; its `main` takes longer ones.
class MonkeyTest {
  private static final int EVENTS = 250;

  @TempDir Path folder;

  @RepeatedTest(2)
  void senselessInput_breaksNothingAndHoldsNothingUp(RepetitionInfo round) {
    Monkey monkey = new Monkey(20, folder, round.getCurrentRepetition() == 2);
    monkey.play(EVENTS);
    assertEquals(List.of(), monkey.uncaught());
    assertEquals(List.of(), monkey.late());
  }
}
