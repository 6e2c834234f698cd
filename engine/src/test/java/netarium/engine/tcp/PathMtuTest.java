package netarium.engine.tcp;

import org.junit.jupiter.api.Test;

/// RFC 1191 §6: the path takes less than was thought.
class PathMtuTest {
  @Test
  void fragmentationNeeded_sendsAgainInSmallerSegments() {
    Transcript.play(
        """
        +0    established mss=1460
        +0    write 2000
        +0    > . 1:1461(1460)
        +0    icmp mtu 1 1040
        +0    > . 1:1001(1000), P. 1001:2001(1000)
        """);
  }

  @Test
  void messageBoundaries_surviveTheNewCut() {
    Transcript.play(
        """
        +0    established mss=1460
        +0    message 1460
        +0    > P. 1:1461(1460)
        +0    message 100
        +0    > P. 1461:1561(100)
        +0    icmp mtu 1 1040
        +0    > . 1:1001(1000), P. 1001:1461(460), P. 1461:1561(100)
        """);
  }

  @Test
  void errorAboutSomethingElse_isIgnored() {
    Transcript.play(
        """
        +0    established mss=1460
        +0    write 100
        +0    > P. 1:101(100)
        +0    icmp mtu 101 1040
        +0    icmp mtu -5 1040
        +0    icmp mtu 1 1500
        +0    icmp mtu 1 40
        +0.1  < . 1:1(0) ack 101
        +0    write 1460
        +0    > P. 101:1561(1460)
        """);
  }
}
