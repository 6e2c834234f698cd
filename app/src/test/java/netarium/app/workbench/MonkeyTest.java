package netarium.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short walk of the [Monkey]; its `main` takes longer ones.
class MonkeyTest {
  private static final int EVENTS = 250;

  @TempDir Path folder;

  @Test
  void senselessInput_breaksNothing() {
    Monkey monkey = new Monkey(20, folder);
    monkey.play(EVENTS);
    assertEquals(List.of(), monkey.uncaught());
  }
}
