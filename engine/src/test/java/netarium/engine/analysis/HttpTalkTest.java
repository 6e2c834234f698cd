package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Octets;
import netarium.engine.wire.TcpFlags;
import org.junit.jupiter.api.Test;

/// HTTP exchanges read from segments, whole, in pieces, several in one, and broken off.
class HttpTalkTest {
  private static final String GET = "GET /hello HTTP/1.1\r\nHost: www\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  private static String told(HttpExchange exchange) {
    HttpMessage response = exchange.response();
    return exchange.method()
        + " "
        + exchange.url()
        + " "
        + exchange.status()
        + " "
        + exchange.contentOctets()
        + " "
        + exchange.state(Long.MAX_VALUE)
        + " "
        + (response == null ? "" : new String(response.content(99).toByteArray(), ISO_8859_1));
  }

  @Test
  void exchange_hasItsTimesAtBothEnds() {
    TalkRig rig = new TalkRig().open().client(GET).server(OK);
    HttpExchange exchange = rig.exchange(0);
    assertEquals("GET http://www/hello 200 5 DONE hello", told(exchange));
    // The handshake takes 4 events a segment; the SYN comes to the server with the fourth.
    assertEquals(millis(1, 8, 13, 13, 20, 20), exchange.atClient());
    assertEquals(millis(4, 12, 16, 16, 17, 17), exchange.atServer());
    assertEquals(0, exchange.client().node());
    assertEquals(2, exchange.server().node());
    assertEquals(12, exchange.ordinal());
  }

  private static HttpTimes millis(long... times) {
    for (int i = 0; i < times.length; i++) {
      times[i] *= 1_000_000;
    }
    return new HttpTimes(
        -1, -1, times[0], times[1], -1, -1, times[2], times[3], times[4], times[5]);
  }

  @Test
  void state_followsTheInstant() {
    TalkRig rig = new TalkRig().open().client(GET).server(OK);
    List<HttpExchange.State> states = new ArrayList<>();
    for (int milli = 0; milli <= 20; milli++) {
      HttpExchange.State state = rig.exchange(0).state(milli * 1_000_000L);
      if (states.isEmpty() || states.getLast() != state) {
        states.add(state);
      }
    }
    assertEquals(
        List.of(
            HttpExchange.State.NOT_YET,
            HttpExchange.State.CONNECTING,
            HttpExchange.State.WAITING,
            HttpExchange.State.DONE),
        states);
  }

  @Test
  void requestInFortySegments_isOne() {
    TalkRig rig = new TalkRig().open().says(0, TalkRig.octets(GET), 1).server(OK);
    assertEquals(1, rig.conversations().exchanges().size());
    assertEquals("GET http://www/hello 200 5 DONE hello", told(rig.exchange(0)));
    List<String> rows = rig.rows();
    assertEquals(
        "HTTP | GET /hello HTTP/1.1", rows.get(GET.indexOf('\n')).replaceFirst(" \\[.*", ""));
    assertTrue(rows.get(2).startsWith("HTTP | Part of GET /hello HTTP/1.1"), rows.get(2));
    assertTrue(
        rows.get(GET.length() - 1).endsWith("[GET /hello HTTP/1.1, reassembled from 34 segments]"),
        rows.get(GET.length() - 1));
    Layer last = rig.dissection(3 + GET.length() - 1).layer(Layer.Kind.HTTP).orElseThrow();
    assertEquals(1, last.length());
    assertEquals("34", last.field("tcp.segments").orElseThrow().value());
    assertEquals("www", last.field("http.host").orElseThrow().value());
    assertEquals(0, last.field("http.host").orElseThrow().length());
    assertEquals(1, last.field("http.blank").orElseThrow().length());
    Layer middle = rig.dissection(3 + 25).layer(Layer.Kind.HTTP).orElseThrow();
    assertEquals(1, middle.field("http.host").orElseThrow().length());
    assertTrue(middle.field("http.request.line").isEmpty());
  }

  @Test
  void twoRequestsInOneSegment_areAnsweredInTheirOrder() {
    TalkRig rig = new TalkRig().open().client(GET + GET.replace("hello", "two"));
    rig.server(OK + "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    assertEquals("GET http://www/hello 200 5 DONE hello", told(rig.exchange(0)));
    assertEquals("GET http://www/two 404 0 DONE ", told(rig.exchange(1)));
    assertTrue(rig.exchange(0).isFirstOfStream());
    assertFalse(rig.exchange(1).isFirstOfStream());
    assertEquals("HTTP | GET /hello HTTP/1.1, GET /two HTTP/1.1", rig.rows().getFirst());
    long layers =
        rig.dissection(3).layers().stream().filter(l -> l.kind() == Layer.Kind.HTTP).count();
    assertEquals(2, layers);
  }

  @Test
  void chunkedResponse_isPutTogether() {
    TalkRig rig = new TalkRig().open().client(GET);
    String body = "4;x=1\r\nWiki\r\n6\r\npedia.\r\n0\r\nDigest: abc\r\n\r\n";
    rig.server("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
    rig.client(GET).server(OK);
    assertEquals("GET http://www/hello 200 10 DONE Wikipedia.", told(rig.exchange(0)));
    assertEquals("GET http://www/hello 200 5 DONE hello", told(rig.exchange(1)));
    Layer http = rig.dissection(4).layer(Layer.Kind.HTTP).orElseThrow();
    List<String> chunks =
        http.fields().stream()
            .filter(field -> field.key().startsWith("http.chunk"))
            .map(field -> field.key() + " " + field.value() + " " + field.length())
            .toList();
    assertEquals(
        List.of(
            "http.chunk_size 4 7",
            "http.chunk_data Wiki 4",
            "http.chunk_boundary  2",
            "http.chunk_size 6 3",
            "http.chunk_data pedia. 6",
            "http.chunk_boundary  2",
            "http.chunk_size 0 3",
            "http.chunked_trailer_part Digest: abc  15"),
        chunks);
  }

  @Test
  void chunksInAnyPieces_giveTheSameContent() {
    String all =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "4\r\nWiki\r\n6\r\npedia.\r\n0\r\n\r\n";
    for (int size = 1; size < 40; size++) {
      TalkRig rig = new TalkRig().open().client(GET).says(1, TalkRig.octets(all), size);
      rig.client(GET).server(OK);
      assertEquals("GET http://www/hello 200 10 DONE Wikipedia.", told(rig.exchange(0)), "" + size);
      assertEquals("GET http://www/hello 200 5 DONE hello", told(rig.exchange(1)), "" + size);
      for (int i = 3; i < rig.frames().size(); i++) {
        assertCovered(rig.dissection(i), size + " " + i);
      }
    }
  }

  private static void assertCovered(Dissection dissection, String about) {
    int end = 0;
    for (Layer layer : dissection.layers()) {
      assertEquals(end, layer.offset(), about);
      end = layer.end();
      int next = layer.offset();
      for (LayerField field : layer.fields()) {
        if (field.length() > 0 && layer.kind() == Layer.Kind.HTTP) {
          assertEquals(next, field.offset(), about + field);
          next = field.end();
        }
      }
      assertTrue(layer.kind() != Layer.Kind.HTTP || next == layer.end(), about + layer);
    }
  }

  @Test
  void headAndNoContent_endWithTheirHead() {
    TalkRig rig = new TalkRig().open().client(GET.replace("GET", "HEAD"));
    rig.server("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n").client(GET);
    rig.server("HTTP/1.1 204 No Content\r\n\r\n").client(GET).server(OK);
    assertEquals("HEAD http://www/hello 200 0 DONE ", told(rig.exchange(0)));
    assertEquals("GET http://www/hello 204 0 DONE ", told(rig.exchange(1)));
    assertEquals("GET http://www/hello 200 5 DONE hello", told(rig.exchange(2)));
  }

  @Test
  void interimResponse_isNotTheAnswer() {
    TalkRig rig = new TalkRig().open().client("POST /x HTTP/1.1\r\nContent-Length: 3\r\n\r\n");
    rig.server("HTTP/1.1 100 Continue\r\n\r\n");
    assertEquals(100, rig.exchange(0).status());
    assertFalse(rig.exchange(0).isDone());
    rig.client("abc").server(OK);
    assertEquals(1, rig.conversations().exchanges().size());
    assertEquals(200, rig.exchange(0).status());
    assertEquals(1, rig.exchange(0).interim());
  }

  @Test
  void contentWithoutLength_goesOnToTheEnd() {
    TalkRig rig = new TalkRig().open().client(GET).server("HTTP/1.0 200 OK\r\n\r\nall ");
    rig.server("there is");
    assertEquals(HttpExchange.State.RECEIVING, rig.exchange(0).state(Long.MAX_VALUE));
    rig.fin(1);
    assertEquals(
        "GET http://10.0.1.2:8080/hello 200 12 DONE all there is",
        told(
            new TalkRig()
                .open()
                .client("GET /hello HTTP/1.0\r\n\r\n")
                .server("HTTP/1.0 200 OK\r\n\r\nall ")
                .server("there is")
                .fin(1)
                .exchange(0)));
    assertTrue(rig.exchange(0).isDone());
  }

  @Test
  void connectionBrokenOff_failsWhatWaits() {
    TalkRig rig = new TalkRig().open().client(GET).reset(1);
    assertEquals(HttpExchange.State.FAILED, rig.exchange(0).state(Long.MAX_VALUE));
    assertEquals(HttpExchange.Failure.RESET, rig.exchange(0).failure());
    assertEquals(HttpExchange.State.WAITING, rig.exchange(0).state(16_500_000));
    TalkRig closed = new TalkRig().open().client(GET).server(OK.substring(0, 40)).fin(1);
    assertEquals(HttpExchange.Failure.CLOSED, closed.exchange(0).failure());
    TalkRig half = new TalkRig().open().client(GET).fin(0);
    assertEquals(HttpExchange.State.WAITING, half.exchange(0).state(Long.MAX_VALUE));
  }

  @Test
  void lostSegment_arrivesWhenItIsSentAgain() {
    TalkRig rig = new TalkRig().open().client(GET);
    Octets answer = TalkRig.octets(OK);
    EthernetFrame lost = rig.send(1, TcpFlags.ACK, answer.slice(0, 20));
    EthernetFrame second = rig.send(1, TcpFlags.PSH_ACK, answer.slice(20));
    rig.deliver(1, second);
    assertEquals(-1, rig.exchange(0).atClient().responseFirst());
    rig.sent(2, lost);
    rig.deliver(1, lost);
    HttpTimes atServer = rig.exchange(0).atServer();
    HttpTimes atClient = rig.exchange(0).atClient();
    assertEquals(17_000_000, atServer.responseFirst());
    assertEquals(18_000_000, atServer.responseLast());
    assertEquals(rig.millis() * 1_000_000, atClient.responseFirst());
    assertEquals(rig.millis() * 1_000_000, atClient.responseLast());
    assertTrue(rig.rows().get(1).startsWith("HTTP | HTTP/1.1 200 OK"), rig.rows().get(1));
    assertTrue(rig.rows().get(2).contains("reassembled from 2 segments"), rig.rows().get(2));
  }

  @Test
  void tunnel_isReadAsWhatItCarries() {
    TalkRig rig = new TalkRig().open().client("CONNECT www:80 HTTP/1.1\r\nHost: www:80\r\n\r\n");
    rig.server("HTTP/1.1 200 Connection established\r\n\r\n").client(GET).server(OK);
    assertEquals("CONNECT www:80 200 0 DONE ", told(rig.exchange(0)));
    assertEquals("GET http://www/hello 200 5 DONE hello", told(rig.exchange(1)));
  }

  @Test
  void unreadableRequest_leavesTheAnswer() {
    TalkRig rig = new TalkRig().open().client("WHAT IS THIS\r\n\r\n");
    rig.server("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    assertEquals(1, rig.conversations().exchanges().size());
    assertEquals("", rig.exchange(0).method());
    assertEquals(400, rig.exchange(0).status());
    assertTrue(rig.rows().getFirst().startsWith("TCP | "), rig.rows().getFirst());
  }

  @Test
  void anyOctets_neverBreakTheReader() {
    SplittableRandom random = new SplittableRandom(6455);
    String[] seeds = {
      GET,
      OK,
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nWiki\r\n0\r\n\r\n",
      "GET /chat HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"
          + "\u0081\u0005hello\u0088\u0002\u0003\u00e8",
      "\u0005\u0001\u0000",
      "\u0005\u0001\u0000\u0003\u0003www\u0000P",
      "\u0005\u0000\u0005\u0000\u0000\u0001\n\u0000\u0000\u0001\u0000P"
    };
    for (int round = 0; round < 3000; round++) {
      TalkRig rig = new TalkRig().open();
      for (int i = random.nextInt(6); i >= 0; i--) {
        byte[] octets = seeds[random.nextInt(seeds.length)].getBytes(ISO_8859_1);
        for (int flips = random.nextInt(3); flips > 0; flips--) {
          octets[random.nextInt(octets.length)] = (byte) random.nextInt();
        }
        rig.says(random.nextInt(2), Octets.wrap(octets), 1 + random.nextInt(60));
      }
      for (int i = 0; i < rig.frames().size(); i++) {
        Dissection dissection = rig.dissection(i);
        int end = 0;
        for (Layer layer : dissection.layers()) {
          assertTrue(layer.offset() >= end && layer.length() >= 0, round + " " + layer);
          end = layer.end();
        }
        assertTrue(end <= dissection.octets().length(), "" + round);
      }
      rig.rows();
    }
  }
}
