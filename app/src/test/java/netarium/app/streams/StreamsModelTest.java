package netarium.app.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.app.TalkRun;
import netarium.app.canvas.SampleRun;
import netarium.app.packets.PacketsModel;
import netarium.app.session.Selection;
import netarium.app.streams.StreamsModel.Line;
import netarium.app.streams.Turns.Reading;
import org.junit.jupiter.api.Test;

class StreamsModelTest {
  private final PacketsModel packets = new PacketsModel();
  private final Selection selection = new Selection();
  private final StreamsModel model = new StreamsModel(packets, selection);

  private void play(SampleRun run) {
    packets.begin(run.topology());
    run.events().forEach(packets::accept);
    packets.caughtUp();
  }

  private List<String> lines() {
    return model.lines().stream().map(line -> line.side() + " " + line.text()).toList();
  }

  @Test
  void httpStream_isReadAsQuestionAndAnswer() {
    play(SampleRun.of("hello-http"));
    List<String> lines = lines();
    assertEquals("0 GET / HTTP/1.0", lines.getFirst());
    assertTrue(lines.contains("1 HTTP/1.0 200 OK"), lines.toString());
    Line first = model.lines().getFirst();
    model.select(first);
    assertEquals(first.ordinal(), selection.event());
    assertEquals(0, model.ofSelection());
  }

  @Test
  void protectedStream_isReadEncryptedAndNot() {
    play(SampleRun.of("https"));
    model.follow(1);
    assertEquals(Reading.HTTP, model.reading());
    assertEquals("0 GET /safe HTTP/1.1", lines().getFirst());
    model.reading(Reading.TLS);
    assertEquals("0 GET /safe HTTP/1.1", lines().getFirst());
    model.reading(Reading.TCP);
    assertFalse(lines().toString().contains("GET /safe"), "encrypted");
  }

  @Test
  void oneSide_isShownAlone() {
    play(SampleRun.of("hello-http"));
    model.who(StreamsModel.Who.SERVER);
    assertTrue(lines().stream().allMatch(line -> line.startsWith("1 ")));
    model.hex(true);
    assertTrue(lines().getFirst().startsWith("1 000000  48 54 54 50"), lines().getFirst());
  }

  @Test
  void webSocketStream_isReadWithoutMasks() {
    play(TalkRun.run());
    model.follow(0);
    assertEquals(Reading.WEBSOCKET, model.reading());
    assertEquals("0 {\"move\":1}", lines().getFirst());
    model.reading(Reading.TCP);
    assertFalse(lines().contains("0 {\"move\":1}"), "masked");
    model.reading(Reading.HTTP);
    assertEquals("0 GET /duel HTTP/1.1", lines().getFirst());
  }

  @Test
  void search_goesFromLineToLine() {
    play(TalkRun.run());
    model.follow(0);
    model.search("MOVE");
    assertEquals(4, model.hits());
    int first = model.found();
    model.next(1);
    assertTrue(model.found() > first);
    model.next(-1);
    assertEquals(first, model.found());
    model.search("nowhere");
    assertEquals(-1, model.found());
  }

  @Test
  void all_isEverythingThatWasSaid() {
    play(SampleRun.of("hello-http"));
    model.reading(Reading.TCP);
    StringBuilder said = new StringBuilder();
    model.all().forEach(turn -> said.append(new String(turn.octets().toByteArray(), UTF_8)));
    assertTrue(said.toString().startsWith("GET / HTTP/1.0"), said.toString());
    assertTrue(said.toString().endsWith("Hello NTML"), said.toString());
  }
}
