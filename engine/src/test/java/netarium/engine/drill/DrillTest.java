package netarium.engine.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import netarium.engine.sim.SimDuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How scripts are read, what profiles compare, and what is told of a failure.
class DrillTest {
  private static final String CONNECTED =
      """
       0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
      +0 bind(3, ..., ...) = 0
      +0 listen(3, 1) = 0
      +0 < S 0:0(0) win 65535 <mss 1000>
      +0 > S. 0:0(0) ack 1 <...>
      +.1 < . 1:1(0) ack 1 win 65535
      +0 accept(3, ..., ...) = 4
      """;

  private static Outcome play(Profile profile, String text) {
    return new Drill(profile, Optional.of(SimDuration.ZERO)).play("x.pkt", text);
  }

  private static void passes(String text) {
    assertInstanceOf(Outcome.Passed.class, play(Profile.LINUX, text));
  }

  private static Outcome.Failed fails(Profile profile, String text) {
    return assertInstanceOf(Outcome.Failed.class, play(profile, text));
  }

  private static Outcome.Skipped skips(String text) {
    return assertInstanceOf(Outcome.Skipped.class, play(Profile.LINUX, text));
  }

  @Test
  void failure_tellsLineExpectedActualAndWhatWasBefore() {
    Outcome.Failed failed =
        fails(Profile.LINUX, CONNECTED + "+0 write(4, ..., 10) = 10\n+0 > P. 1:12(11) ack 1\n");
    assertEquals(9, failed.line());
    assertEquals("P. 1:12(11) ack 1", failed.expected());
    assertEquals("P. 1:11(10) ack 1 win 65535 (length)", failed.actual());
    assertEquals("x.pkt:8: 0.100000 write = 10", failed.transcript().getLast());
  }

  @Test
  void segmentThatNobodyExpects_standsInTheWayOfTheNext() {
    fails(
        Profile.LINUX,
        CONNECTED
            + "+0 write(4, ..., 10) = 10\n+.1 < . 1:1(0) ack 11 win 9\n"
            + "+0 close(4) = 0\n+0 > F. 11:11(0) ack 1\n");
  }

  @Test
  void segmentsBackToBack_countAsOne() {
    passes(CONNECTED + "+0 write(4, ..., 3000) = 3000\n+0 > P. 1:3001(3000) ack 1\n");
    passes(
        CONNECTED
            + "+0 write(4, ..., 3000) = 3000\n+0 > . 1:2001(2000) ack 1\n"
            + "+0 > P. 2001:3001(1000) ack 1\n");
  }

  @Test
  void times_areComparedWithTolerance() {
    String text = CONNECTED + "+0 write(4, ..., 9) = 9\n+0 > P. 1:10(9) ack 1\n+";
    passes(text + ".3 > P. 1:10(9) ack 1\n");
    passes(text + ".2~+.4 > P. 1:10(9) ack 1\n");
    passes(text.replaceFirst("\\+$", "* > P. 1:10(9) ack 1\n"));
    passes("--tolerance_usecs=10000\n" + text + ".29 > P. 1:10(9) ack 1\n");
    fails(Profile.LINUX, text + ".29 > P. 1:10(9) ack 1\n");
    fails(Profile.LINUX, text + ".31 > P. 1:10(9) ack 1\n");
    fails(Profile.LINUX, text + ".31~+.4 > P. 1:10(9) ack 1\n");
  }

  @Test
  void withoutToleranceAnywhere_fourMillisecondsAreAllowed() {
    String text = CONNECTED + "+0 write(4, ..., 9) = 9\n+0 > P. 1:10(9) ack 1\n+.30";
    Drill usual = new Drill(Profile.LINUX, Optional.empty());
    assertInstanceOf(Outcome.Passed.class, usual.play("x", text + "4 > P. 1:10(9) ack 1\n"));
    assertInstanceOf(Outcome.Failed.class, usual.play("x", text + "5 > P. 1:10(9) ack 1\n"));
  }

  @Test
  void optionOrder_countsForBsdOnly() {
    String text =
        "`sysctl -q net.ipv4.tcp_timestamps=0 net.ipv4.tcp_sack=0`\n"
            + CONNECTED
                .replace("<mss 1000>", "<mss 1000,nop,wscale 2>")
                .replace("<...>", "<nop,wscale N,mss 1460>");
    assertInstanceOf(Outcome.Passed.class, play(Profile.LINUX, text.replace("N", "8")));
    fails(Profile.LINUX, text.replace("N", "7"));
    fails(Profile.BSD, text.replace("N", "8"));
    assertInstanceOf(Outcome.Passed.class, play(Profile.LOOSE, text.replace("N", "7")));
  }

  @Test
  void windows_countWhereWrittenButNotForLoose() {
    String text = CONNECTED + "+0 write(4, ..., 9) = 9\n+0 > P. 1:10(9) ack 1 win 17\n";
    assertTrue(fails(Profile.LINUX, text).actual().endsWith("(win)"));
    assertInstanceOf(Outcome.Passed.class, play(Profile.LOOSE, text));
  }

  @Test
  void settings_changeTheStackOrSkipTheScript() {
    String listens = CONNECTED.replace("<...>", "win 3000 <mss 1460>");
    passes("`sysctl -w net.inet.tcp.recvspace=3000`\n" + listens);
    fails(Profile.LINUX, listens);
    fails(Profile.LOOSE, "`sysctl -w net.inet.tcp.nonsense=1`\n+0 close(3) = 0\n");
    Outcome.Skipped skipped = skips("`sysctl -w net.inet.tcp.nonsense=1`\n" + CONNECTED);
    assertEquals("the setting net.inet.tcp.nonsense=1", skipped.reason());
    assertEquals(1, skipped.line());
  }

  @Test
  void shellCommands_areLeftOutAndCounted() {
    Outcome outcome = play(Profile.LINUX, "`rm -rf /; echo x`\n" + CONNECTED + "`true`\n");
    assertEquals(new Outcome.Passed(3), outcome);
  }

  @Test
  void assertions_areCheckedOrSkipTheScript() {
    passes(CONNECTED + "+0 %{ assert 9 < tcpi_snd_cwnd <= 10 and not tcpi_unacked; print(1) }%\n");
    Outcome.Failed failed =
        fails(Profile.LINUX, CONNECTED + "+0 %{ assert tcpi_snd_cwnd == 3, tcpi_snd_cwnd }%\n");
    assertEquals("tcpi_snd_cwnd = 10", failed.actual());
    assertEquals("the variable tcpi_magic", skips("0 %{ assert tcpi_magic }%\n").reason());
  }

  @Test
  void whatWeDoNotHave_isSkippedWithTheReason() {
    assertEquals("IPv6", skips("--ip_version=ipv6\n" + CONNECTED).reason());
    assertEquals("packets of sctp", skips("0 > sctp: INIT[]\n").reason());
    assertEquals("the TCP option FO", skips("0 < S 0:0(0) win 1 <mss 9,FO>\n").reason());
    assertEquals(
        "the socket option TCP_MAGIC",
        skips(CONNECTED + "+0 setsockopt(4, SOL_TCP, TCP_MAGIC, [1], 4) = 0\n").reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 > S 0:9(0)",
        "0 > S 4294967296:4294967296(0)",
        "0 > X 0:0(0)",
        "0 < S 0:0(0) <mss 70000>",
        "0 < S 0:0(0) <...>",
        "0~1 < S 0:0(0)",
        "* close(3) = 0",
        "1~0 > S 0:0(0)",
        "0 close(3",
        "0 close(3) =",
        "0 `sysctl",
        "0 %{ assert",
        "/* no end",
        "#endif",
        "-1 close(3) = 0",
        "nonsense",
        "0 < icmp nonsense nonsense",
        "0 socket(..., SOCK_STREAM, {a=}) = 3",
        "99999999999999999999 close(3) = 0"
      })
  void textThatIsNoScript_isAFailureWithItsLine(String text) {
    Outcome outcome = play(Profile.LINUX, "\n" + text + "\n");
    if (outcome instanceof Outcome.Failed failed) {
      assertTrue(failed.line() >= 2 && failed.line() <= 4, text + ": " + failed);
    } else {
      assertInstanceOf(Outcome.Skipped.class, outcome, text);
    }
  }

  @Test
  void callThatWaitsWithoutARange_fails() {
    assertEquals(
        "the call waits", fails(Profile.LINUX, CONNECTED + "+0 read(4, ..., 1) = 1\n").actual());
    assertEquals(
        "the call still waits",
        fails(Profile.LINUX, CONNECTED + "+0...1 read(4, ..., 1) = 1\n").actual());
  }

  @Test
  void callOnNothing_isABadDescriptor() {
    passes("0 close(7) = -1 EBADF (Bad file descriptor)\n");
  }

  @Test
  void absoluteNumbers_areNotShifted() {
    passes("0 < S 0:0(0) win 9\n+0 > R. 0:0(0)! ack 1\n");
    fails(Profile.LINUX, "0 < S 0:0(0) win 9\n+0 > R. 5:5(0)! ack 1\n");
  }
}
