package netarium.engine.vm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ConsoleInputTest {
  private final FakeProcess process = new FakeProcess();

  @Test
  void read_waitsForALine() {
    assertEquals("", process.run("print(io.read())"));
    assertTrue(process.isWaiting());
    process.type("hel");
    assertEquals("", process.wake());
    assertTrue(process.isWaiting());
    process.type("lo\nnext\n");
    assertEquals("hello\n", process.wake());
    assertFalse(process.isWaiting());
  }

  @Test
  void read_thatHasItsLineDoesNotWait() {
    process.type("one\ntwo\n");
    assertEquals("one\ttwo\n", process.run("print(io.read(), io.stdin:read())"));
  }

  @Test
  void severalFormats_consumeNothingUntilAllAreThere() {
    process.type("1 2\n");
    process.run(
        "go = coroutine.wrap(function() return io.read('*n', '*n', '*n', '*l') end) print(go())");
    assertTrue(process.isWaiting());
    process.type("3 rest\n");
    assertEquals("1\t2\t3\t rest\n", process.wake());
  }

  @Test
  void waiting_mayStandInsidePcallAndSort() {
    process.run(
        """
        local t = {3, 1, 2}
        print(pcall(table.sort, t, function(a, b) io.read() return a < b end))
        print(table.concat(t, " "))
        """);
    while (process.isWaiting()) {
      process.type("\n").wake();
    }
    assertEquals("true\n1 2 3\n", process.out.toString());
  }

  @Test
  void numberAtTheEdgeOfALine_waitsForItsEnd() {
    process.type("12");
    process.run("print(io.read('*n'))");
    assertTrue(process.isWaiting());
    process.type("34\n");
    assertEquals("1234\n", process.wake());
  }

  @Test
  void octets_waitForTheirCount() {
    process.type("ab\n");
    process.run("print(io.read(5), io.read(0))");
    assertTrue(process.isWaiting());
    process.type("cdef");
    assertEquals("ab\ncd\t\n", process.wake());
  }

  @Test
  void all_waitsForTheEnd() {
    process.type("a\nb\n");
    process.run("print(#io.read('*a'), io.read('*a'), io.read('*l'), io.read(0), io.read('*n'))");
    assertTrue(process.isWaiting());
    process.isInputAtEnd = true;
    process.type("c");
    assertEquals("5\t\tnil\tnil\tnil\n", process.wake());
  }

  @Test
  void end_givesTheUnfinishedLineThenNil() {
    process.type("tail");
    process.isInputAtEnd = true;
    assertEquals("tail\tnil\n", process.run("print(io.read(), io.read())"));
  }

  @Test
  void lines_waitForEachLine() {
    process.run("for l in io.lines() do print('<' .. l .. '>') end print('end')");
    process.type("a\n").wake();
    process.type("b\n").wake();
    assertTrue(process.isWaiting());
    process.isInputAtEnd = true;
    assertEquals("<a>\n<b>\nend\n", process.wake());
  }

  @Test
  void wrongFormatAfterWaiting_raisesWithTheCallersPlace() {
    process.run("print(pcall(function() io.read('*l', 'x') end))");
    process.type("a\n");
    assertEquals("false\tx.lua:1: bad argument #2 to 'read' (invalid option)\n", process.wake());
  }

  @Test
  void manyLines_areReadInOneGo() {
    process.type("line\n".repeat(20_000));
    process.isInputAtEnd = true;
    assertEquals(
        "20000\n", process.run("local n = 0 for _ in io.lines() do n = n + 1 end print(n)"));
  }

  @Test
  void poll_givesALineOrNil() {
    assertEquals("nil\n", process.run("print(io.poll())"));
    process.type("a\nb");
    assertEquals("nil\na\tnil\n", process.run("print(io.poll(), io.poll())"));
  }

  @Test
  void vainPoll_mayHaveToWait() {
    process.mayAnswerVainPoll = false;
    process.run("print(io.poll()) print(io.poll())");
    assertTrue(process.isWaiting());
    process.type("a\n");
    process.wake();
    assertTrue(process.isWaiting());
    assertEquals("a\nnil\n", process.wake());
  }
}
