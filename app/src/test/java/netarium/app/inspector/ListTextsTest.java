package netarium.app.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import netarium.app.LossyRun;
import netarium.app.canvas.SampleRun;
import netarium.engine.analysis.Dissection;
import netarium.engine.analysis.ExpertNote;
import netarium.engine.analysis.FrameMeaning;
import netarium.engine.analysis.FramePlace;
import netarium.engine.analysis.Layer;
import netarium.engine.analysis.LayerField;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.EventKind;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

/// The words of packet list and inspector: the same keys in both languages, none too many, and none
/// missing for whatever octets come.
class ListTextsTest {
  private static final Path MAIN = Path.of(System.getProperty("basedir", "")).resolve("src/main");

  /// Keys that are put together while the program runs, by how they begin.
  private static final List<String> MADE =
      List.of(
          "column.",
          "drop.",
          "grouping.",
          "note.",
          "event.",
          "kind.",
          "fact.",
          "field.",
          "layer.",
          "remark.",
          "explain.",
          "frame.");

  private static Map<String, String> bundle(String tool, String language) throws IOException {
    Path file =
        MAIN.resolve("resources/netarium/app/" + tool + "/texts" + language + ".properties");
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(file, UTF_8)));
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> texts.put(k, properties.getProperty(k)));
    return texts;
  }

  @Test
  void languages_haveTheSameKeysAndValues() throws IOException {
    for (String tool : List.of("packets", "inspector")) {
      var english = bundle(tool, "");
      var german = bundle(tool, "_de");
      assertEquals(english.keySet(), german.keySet(), tool);
      for (String key : english.keySet()) {
        assertFalse(english.get(key).contains("'") && !key.contains("brace"), key);
        assertEquals(places(english.get(key)), places(german.getOrDefault(key, "")), key);
      }
    }
  }

  private static Set<Integer> places(String pattern) {
    Set<Integer> places = new TreeSet<>();
    var braces = java.util.regex.Pattern.compile("\\{(\\d)[,}]").matcher(pattern);
    while (braces.find()) {
      places.add(Integer.parseInt(braces.group(1)));
    }
    assertTrue(new MessageFormat(pattern, Locale.ENGLISH) != null);
    return places;
  }

  @Test
  void key_isSaidSomewhere() throws IOException {
    for (String tool : List.of("packets", "inspector")) {
      StringBuilder sources = new StringBuilder();
      try (Stream<Path> files = Files.list(MAIN.resolve("java/netarium/app/" + tool))) {
        for (Path file : files.toList()) {
          sources.append(Files.readString(file, UTF_8));
        }
      }
      List<String> unused = new ArrayList<>();
      for (String key : bundle(tool, "").keySet()) {
        boolean isMade = MADE.stream().anyMatch(key::startsWith);
        if (!isMade && sources.indexOf('"' + key + '"') < 0) {
          unused.add(tool + ": " + key);
        }
      }
      assertEquals(List.of(), unused);
    }
  }

  @Test
  void kindOfEventAndReason_haveWords() throws IOException {
    var inspector = bundle("inspector", "");
    var packets = bundle("packets", "");
    for (EventKind kind : EventKind.values()) {
      assertTrue(inspector.containsKey("kind." + kind.label()), kind.label());
      assertTrue(inspector.containsKey("event." + kind.label()), kind.label());
    }
    for (DropReason reason : DropReason.values()) {
      assertTrue(packets.containsKey("drop." + reason.label()), reason.label());
    }
    for (ExpertNote.Kind kind : ExpertNote.Kind.values()) {
      assertTrue(packets.containsKey("note.short." + kind.filterName()), kind.filterName());
    }
  }

  @Test
  void valueOfEveryEvent_hasNameAndExplanation() throws IOException {
    var inspector = bundle("inspector", "");
    for (SimEvent event : LossyRun.run().events()) {
      for (Fact fact : EventFacts.of(event, "node")) {
        assertTrue(inspector.containsKey("fact." + fact.key()), fact.key());
        assertTrue(inspector.containsKey("explain.fact." + fact.key()), fact.key());
      }
    }
  }

  /// Every type and code, flag, option and status, damaged in every way: all can be said.
  @Test
  void anyFrame_canBeExplainedInBothLanguages() {
    List<Words> languages = List.of(new Words(Locale.ENGLISH), new Words(Locale.GERMAN));
    List<byte[]> seeds = new ArrayList<>();
    for (SampleRun run : List.of(LossyRun.run(), SampleRun.of("hello-http"))) {
      for (SimEvent event : run.events()) {
        if (event instanceof SimEvent.FrameSent sent) {
          seeds.add(sent.frame().octets().toByteArray());
        }
      }
    }
    seeds.add(HexFormat.of().parseHex(ECHO));
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] octets = seeds.get(random.nextInt(seeds.size())).clone();
      for (int i = random.nextInt(5); i > 0; i--) {
        octets[random.nextInt(Math.min(octets.length, 90))] = (byte) random.nextInt();
      }
      explain(EthernetFrame.parse(Octets.wrap(octets)), languages);
    }
    for (int type = 0; type < 256; type++) {
      for (int code = 0; code < 20; code++) {
        byte[] octets = HexFormat.of().parseHex(ECHO);
        octets[34] = (byte) type;
        octets[35] = (byte) code;
        octets[36] = 0;
        octets[37] = 0;
        explain(EthernetFrame.parse(mended(octets)), languages);
      }
    }
  }

  private static final String ECHO =
      "02000a00010202000a00010308004500002400060000400163cf0a0001030a000202"
          + "0800666000070003616263646566676800000000000000000000";

  private static Octets mended(byte[] octets) {
    int sum = Octets.wrap(octets, 34, 16).onesSum();
    octets[36] = (byte) (~sum >>> 8);
    octets[37] = (byte) ~sum;
    return Octets.wrap(octets);
  }

  private static void explain(EthernetFrame frame, List<Words> languages) {
    Dissection dissection = Dissection.of(frame);
    for (Words words : languages) {
      assertFalse(words.sentence(FrameMeaning.of(frame, FramePlace.ALONE)).isEmpty());
      for (Layer layer : dissection.layers()) {
        assertFalse(words.title(layer).isEmpty());
        explain(layer.fields(), words);
      }
    }
  }

  private static void explain(List<LayerField> fields, Words words) {
    for (LayerField field : fields) {
      assertFalse(words.label(field).isEmpty(), field.key());
      assertFalse(words.sentence(field.explanation()).isEmpty(), field.key());
      words.sentence(field.remark());
      explain(field.children(), words);
    }
  }
}
