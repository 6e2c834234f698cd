package netarium.engine.tcp;

import org.junit.jupiter.api.Test;

/// Flow control: RFC 9293 §3.8.6.
class WindowTest {
  @Test
  void zeroWindow_isProbedWithOneOctetForEver() {
    Transcript.play(
        """
        +0    established mss=1000 win=0
        +0    write 2000
        +1    > . 1:2(1) ack 1
        +0    < . 1:1(0) ack 1 win 0
        +2    > . 1:2(1) ack 1
        +0    < . 1:1(0) ack 1 win 0
        +4    > . 1:2(1) ack 1
        +0    < . 1:1(0) ack 1 win 0
        +8    > . 1:2(1) ack 1
        +0    < . 1:1(0) ack 1 win 0
        +16   > . 1:2(1) ack 1
        +0    < . 1:1(0) ack 1 win 0
        +32   > . 1:2(1) ack 1
        +0    < . 1:1(0) ack 1 win 0
        +60   > . 1:2(1) ack 1
        +0    < . 1:1(0) ack 1 win 0
        +60   > . 1:2(1) ack 1
        +0    < . 1:1(0) ack 1 win 0
        +60   > . 1:2(1) ack 1
        +0.1  < . 1:1(0) ack 2 win 5000
        +0    > . 2:1002(1000) ack 1
        +0.1  < . 1:1(0) ack 1002 win 5000
        +0    > P. 1002:2001(999) ack 1
        """);
  }

  @Test
  void probesThatNobodyAnswers_endInATimeOut() {
    Transcript.play(
        """
        +0    established mss=1000 win=0
        +0    write 2000
        +1    > . 1:2(1) ack 1
        +2    > . 1:2(1) ack 1
        +4    > . 1:2(1) ack 1
        +8    > . 1:2(1) ack 1
        +16   > . 1:2(1) ack 1
        +32   > . 1:2(1) ack 1
        +60   > . 1:2(1) ack 1
        +60   > . 1:2(1) ack 1
        +60   > . 1:2(1) ack 1
        +60   > . 1:2(1) ack 1
        +60   error TIMED_OUT
        """);
  }

  @Test
  void windowUpdate_letsTextGo() {
    Transcript.play(
        """
        +0    established mss=1000 win=0
        +0    write 2000
        +0.5  < . 1:1(0) ack 1 win 1000
        +0    > . 1:1001(1000) ack 1
        +0.1  < . 1:1(0) ack 1001 win 1000
        +0    > P. 1001:2001(1000) ack 1
        """);
  }

  @Test
  void olderSegment_doesNotSetTheWindow() {
    Transcript.play(
        """
        +0    established mss=1000 win=5000
        +0    < . 1:11(10) ack 1 win 5000
        +0    > . 1:1(0) ack 11
        +0    < . 1:11(10) ack 1 win 0
        +0    > . 1:1(0) ack 11
        +0    write 1000
        +0    > P. 1:1001(1000) ack 11
        """);
  }

  @Test
  void smallWindow_isNotFilledWithASmallSegment() { // silly window, §3.8.6.2.1
    Transcript.play(
        """
        +0    established mss=1000 win=4000
        +0    write 6000
        +0    > . 1:1001(1000), . 1001:2001(1000), . 2001:3001(1000), . 3001:4001(1000)
        +0.1  < . 1:1(0) ack 4001 win 100
        +1    > . 4001:4101(100)
        +0.1  < . 1:1(0) ack 4101 win 4000
        +0    > . 4101:5101(1000)
        +0.1  < . 1:1(0) ack 5101 win 4000
        +0    > P. 5101:6001(900)
        """);
  }

  @Test
  void halfOfTheLargestWindow_isWorthASegment() {
    Transcript.play(
        """
        +0    established mss=1000 win=600
        +0    write 1000
        +0    > . 1:601(600)
        +0.1  < . 1:1(0) ack 601 win 300
        +0    > . 601:901(300)
        +0.1  < . 1:1(0) ack 901 win 600
        +0    > P. 901:1001(100)
        """);
  }

  @Test
  void unreadText_closesOurWindowAndReadingOpensItInOneStep() { // §3.8.6.2.2
    Transcript.play(
        Transcript.plain().withReceiveBuffer(4000).withMss(1000),
        """
        +0    established
        +0    < . 1:1001(1000) ack 1
        +0    > . 1:1(0) ack 1001 win 3000
        +0    < . 1001:4001(3000) ack 1
        +0    > . 1:1(0) ack 4001 win 0
        +0    < . 4001:4002(1) ack 1
        +0    > . 1:1(0) ack 4001 win 0
        +0    read 500
        +0    read 499
        +0    read 1
        +0    > . 1:1(0) ack 4001 win 1000
        +0    read 100
        +0    < . 4001:5001(1000) ack 1
        +0    > . 1:1(0) ack 5001 win 0
        """);
  }

  @Test
  void acksAndResets_countWhileOurWindowIsZero() {
    Transcript.play(
        Transcript.plain().withReceiveBuffer(1000),
        """
        +0    established
        +0    write 100
        +0    > P. 1:101(100)
        +0    < . 1:1001(1000) ack 1
        +0    > . 101:101(0) ack 1001 win 0
        +0    < . 1001:2001(1000) ack 101
        +0    > . 101:101(0) ack 1001 win 0
        +5    < R. 1001:1001(0) ack 101
        +0    error RESET
        """);
  }

  @Test
  void ourProbe_doesNotShiftOurAcks() {
    Transcript.play(
        """
        +0    established mss=1000 win=0
        +0    write 10
        +1    > . 1:2(1) ack 1
        +0    < . 1:101(100) ack 1 win 0
        +0    > . 1:1(0) ack 101
        """);
  }

  @Test
  void windowScale_isUsedWhenBothOfferIt() { // RFC 7323 §2
    Transcript.play(
        Transcript.plain().withWindowScale(true).withReceiveBuffer(1 << 20),
        """
        +0    open
        +0    > S 0:0(0) win 65535 mss 1460 wscale 5
        +0.1  < S. 0:0(0) ack 1 win 1000 mss 1000 wscale 7
        +0    > . 1:1(0) ack 1 win 32768
        +0    write 3000
        +0    > . 1:1001(1000)
        +0.1  < . 1:1(0) ack 1001 win 8
        +0    > . 1001:2001(1000)
        +0.1  < . 1:1(0) ack 2001 win 16
        +0    > P. 2001:3001(1000)
        """);
  }

  @Test
  void windowScale_isNotUsedWhenTheOtherDoesNotOfferIt() {
    Transcript.play(
        Transcript.plain().withWindowScale(true).withReceiveBuffer(1 << 20),
        """
        +0    listen
        +0    < S 0:0(0) win 1000 mss 1000
        +0    > S. 0:0(0) ack 1 win 65535
        +0.1  < . 1:1(0) ack 1 win 1000
        +0    < . 1:11(10) ack 1 win 1000
        +0    > . 1:1(0) ack 11 win 65535
        """);
  }
}
