package netarium.engine.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent.StimulusApplied;
import org.junit.jupiter.api.Test;

class EventLogTest {
  /// Beyond the first list of chunks, so that it has been replaced.
  private static final int MANY = 300_000;

  @Test
  void events_standAtTheirOrdinal() {
    EventLog log = new EventLog();
    List<SimEvent> written = write(log, 0, 20_000);
    assertEquals(20_000, log.size());
    assertSame(written.getFirst(), log.event(0));
    assertSame(written.get(8_192), log.event(8_192));
    assertSame(written.getLast(), log.event(19_999));
  }

  @Test
  void view_doesNotGrowWithTheLog() {
    EventLog log = new EventLog();
    List<SimEvent> written = write(log, 0, 9_000);
    List<SimEvent> all = log.events();
    List<SimEvent> some = log.events(8_190, 8_195);
    write(log, 9_000, 100);
    assertEquals(written, all);
    assertEquals(written.subList(8_190, 8_195), some);
    assertThrows(IndexOutOfBoundsException.class, () -> all.get(9_000));
    assertThrows(IndexOutOfBoundsException.class, () -> some.get(5));
    assertThrows(UnsupportedOperationException.class, () -> some.set(0, written.getFirst()));
  }

  @Test
  void ordinalNotYetWritten_isRefused() {
    EventLog log = new EventLog();
    write(log, 0, 3);
    assertThrows(IndexOutOfBoundsException.class, () -> log.event(3));
    assertThrows(IndexOutOfBoundsException.class, () -> log.event(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> log.event(1L << 32));
    assertThrows(IndexOutOfBoundsException.class, () -> log.events(0, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> log.events(2, 1));
  }

  @Test
  void readersOnOtherThreads_seeEveryCountedEventWhole() throws Exception {
    EventLog log = new EventLog();
    try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
      Callable<Long> reading = () -> sumWhileItGrows(log);
      List<Future<Long>> sums = List.of(readers.submit(reading), readers.submit(reading));
      write(log, 0, MANY);
      for (Future<Long> sum : sums) {
        assertEquals(MANY * (MANY - 1L) / 2, sum.get());
      }
    }
  }

  /// Reads each event once, as soon as it is counted.
  private static long sumWhileItGrows(EventLog log) {
    long sum = 0;
    int read = 0;
    while (read < MANY) {
      int there = log.size();
      for (SimEvent event : log.events(read, there)) {
        assertEquals(read, event.ordinal());
        assertEquals(Integer.toString(read), ((StimulusApplied) event).action());
        sum += event.at().nanos();
        read++;
      }
      Thread.onSpinWait();
    }
    return sum;
  }

  private static List<SimEvent> write(EventLog log, int from, int count) {
    List<SimEvent> written = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      StimulusApplied event =
          new StimulusApplied(new Stamp(i, new SimTime(i), -1, -1), Integer.toString(i));
      written.add(event);
      log.accept(event);
    }
    return written;
  }
}
