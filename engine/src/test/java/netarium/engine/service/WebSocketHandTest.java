package netarium.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.codec.websocket.Opcode;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

/// A hand that holds, changes, drops and sends frames between the two ends.
class WebSocketHandTest extends WebSocketLab {
  @Test
  void hand_holdsEditsDropsAndResends() {
    converse(() -> {
      client.socket().hold();
      client.socket().send(true, text("one"));
      client.socket().send(true, text("two"));
      client.socket().send(true, text("three"));
      at(
          200,
          () -> {
            assertEquals(List.of("open"), server.told);
            client.socket().edit(1, text("ONE"));
            client.socket().drop(2);
            client.socket().release(3);
          });
      at(
          300,
          () -> {
            assertEquals(List.of("open", "text three"), server.told);
            client.socket().resend(Opcode.TEXT, text("two"));
          });
      at(
          400,
          () -> {
            assertEquals(List.of("open", "text three", "text two"), server.told);
            client.socket().flow();
            client.socket().send(true, text("four"));
            client.socket().close(1000, Octets.EMPTY);
          });
    });
    assertEquals(
        List.of("open", "text three", "text two", "text ONE", "text four", "ended 1000 "),
        server.told);
    assertEquals(
        List.of(
            "hold 0 ",
            "held 1 one",
            "held 2 two",
            "held 3 three",
            "edited 1 ONE",
            "dropped 2 two",
            "released 3 three",
            "resent 4 two",
            "released 1 ONE",
            "flow 0 "),
        heldEvents());
  }

  private List<String> heldEvents() {
    List<String> held = new ArrayList<>();
    for (SimEvent event : lab.lab.log.events()) {
      if (event instanceof SimEvent.WebSocketHeld each) {
        String payload = new String(each.payload().toByteArray(), UTF_8);
        held.add(each.change() + " " + each.frame() + " " + payload);
      }
    }
    return held;
  }

  @Test
  void editThatMakesTextInvalid_isAnsweredWith1007() {
    converse(() -> {
      client.socket().hold();
      client.socket().send(true, text("one"));
      client.socket().edit(1, ServiceLab.hex("ff"));
      client.socket().flow();
    });
    assertEquals(List.of("open", "ended 1007 the text is not UTF-8"), client.told);
  }

  @Test
  void heldCloseFrame_endsWhenItIsLetGo() {
    converse(() -> {
      client.socket().hold();
      client.socket().close(1000, Octets.EMPTY);
      at(
          30_000,
          () -> {
            assertEquals(List.of("open"), server.told);
            client.socket().release(1);
          });
    });
    assertEquals(List.of("open", "ended 1000 "), server.told);
    assertEquals(List.of("open", "ended 1000 "), client.told);
  }
}
