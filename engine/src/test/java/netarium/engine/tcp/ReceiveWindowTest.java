package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import netarium.engine.wire.SeqNum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RFC 9293 §3.4, table 6, with the wrap-around.
class ReceiveWindowTest {
  @ParameterizedTest(name = "seq={0} len={1} rcv.nxt={2} rcv.wnd={3} -> {4}")
  @CsvSource({
    "10,0,10,0,true",
    "11,0,10,0,false",
    "9,0,10,0,false",
    "12,0,10,5,true",
    "14,0,10,5,true",
    "15,0,10,5,false",
    "9,0,10,5,false",
    "10,1,10,0,false",
    "10,5,10,5,true",
    "8,3,10,5,true",
    "8,2,10,5,false",
    "14,9,10,5,true",
    "15,1,10,5,false",
    "-1,2,0,5,true",
    "-3,2,-2,5,true",
    "-4,2,-2,5,false",
    "2147483647,1,2147483640,10,true",
    "-2147483648,1,2147483640,10,true",
    "-2147483645,1,2147483640,10,false"
  })
  void segmentAcceptability(int seq, int len, int nxt, int wnd, boolean acceptable) {
    assertEquals(acceptable, new ReceiveWindow(new SeqNum(nxt), wnd).accepts(new SeqNum(seq), len));
  }
}
