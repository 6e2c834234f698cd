package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Fields of recorded frames against tshark, and what holds for the fields of any octets at all.
class DissectionTest {
  record Recorded(EthernetFrame frame, String values) {
    @Override
    public String toString() {
      return values.replaceFirst("^.*?(arp|icmp|udp|tcp)\\.", "$1.");
    }
  }

  static Stream<Recorded> recorded() throws IOException {
    try (InputStream in = DissectionTest.class.getResourceAsStream("dissected.txt")) {
      assertTrue(in != null, "dissected.txt lies beside this test");
      List<String> lines =
          new String(in.readAllBytes(), UTF_8).lines().filter(l -> !l.startsWith("#")).toList();
      List<Recorded> all = new ArrayList<>();
      for (int i = 0; i < lines.size(); i += 2) {
        Octets octets = Octets.wrap(HexFormat.of().parseHex(lines.get(i)));
        all.add(new Recorded(EthernetFrame.parse(octets), lines.get(i + 1)));
      }
      return all.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recorded")
  void recordedFrame_hasTheValuesOfTshark(Recorded recorded) {
    Dissection dissection = Dissection.of(recorded.frame());
    for (String each : recorded.values().split(" ", -1)) {
      String name = each.substring(0, each.indexOf('='));
      String value = each.substring(each.indexOf('=') + 1).replace('_', ' ');
      if (name.endsWith(".status")) {
        String key = name.substring(0, name.length() - ".status".length());
        Check check = dissection.field(key).orElseThrow().check();
        assertEquals(value.equals("1") ? Check.RIGHT : Check.WRONG, check, name);
      } else {
        LayerField field = dissection.field(name).orElse(null);
        assertTrue(field != null, name + " is missing in " + dissection);
        assertEquals(value, field.filterValue(), name);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recorded")
  void recordedFrame_hasFieldsForEveryOctet(Recorded recorded) {
    Dissection dissection = Dissection.of(recorded.frame());
    boolean[] covered = new boolean[dissection.octets().length()];
    for (Layer layer : dissection.layers()) {
      for (LayerField field : layer.fields()) {
        for (int at = field.offset(); at < field.end(); at++) {
          covered[at] = true;
        }
      }
    }
    boolean isWhole = dissection.layers().stream().noneMatch(l -> l.kind() == Layer.Kind.MALFORMED);
    for (int at = 0; isWhole && at < covered.length; at++) {
      assertTrue(covered[at], "octet " + at + " belongs to no field of " + dissection.layers());
    }
  }

  @Test
  void anyOctets_giveFieldsThatLieInTheFrameBesideEachOther() throws IOException {
    SplittableRandom random = new SplittableRandom(20261120);
    List<Recorded> seeds = recorded().toList();
    for (int round = 0; round < 20_000; round++) {
      EthernetFrame frame = damaged(seeds.get(random.nextInt(seeds.size())).frame(), random);
      Dissection dissection = Dissection.of(frame);
      int length = frame.octets().length();
      assertEquals(frame.octets(), dissection.octets());
      String about = "round " + round + ": " + frame.octets();
      int end = 0;
      for (Layer layer : dissection.layers()) {
        assertTrue(layer.offset() >= 0 && layer.end() <= length, about);
        boolean isRemark = layer.kind() == Layer.Kind.MALFORMED;
        assertTrue(isRemark || layer.offset() >= end, about + " " + layer.kind());
        end = isRemark ? end : layer.end();
        checkFields(layer.fields(), 0, length, about);
      }
      assertTrue(dissection.fieldAt(0).isPresent(), about);
    }
  }

  /// Flips octets and cuts the end off, so that lengths and offsets lie.
  private static EthernetFrame damaged(EthernetFrame frame, SplittableRandom random) {
    byte[] octets = frame.octets().toByteArray();
    int flips = random.nextInt(6);
    for (int i = 0; i < flips; i++) {
      octets[random.nextInt(octets.length)] = (byte) random.nextInt();
    }
    int length = random.nextInt(4) == 0 ? random.nextInt(octets.length + 1) : octets.length;
    return EthernetFrame.parse(Octets.copyOf(octets, 0, length));
  }

  private static void checkFields(List<LayerField> fields, int from, int to, String about) {
    boolean isOfBits =
        fields.stream().allMatch(field -> field.offset() == from && field.end() == to);
    int end = from;
    for (LayerField field : fields) {
      assertTrue(field.offset() >= from && field.end() <= to, about + " " + field);
      assertTrue(isOfBits || field.offset() >= end, about + " overlaps: " + field);
      end = field.end();
      checkFields(field.children(), field.offset(), field.end(), about);
    }
  }

  @Test
  void octetOfAnOption_belongsToItsPart() throws IOException {
    EthernetFrame syn = recorded().toList().get(2).frame();
    Dissection dissection = Dissection.of(syn);
    LayerField stamp = dissection.field("tcp.options.timestamp.tsval").orElseThrow();
    assertEquals(stamp, dissection.fieldAt(stamp.offset() + 3).orElseThrow());
    assertEquals("tcp.flags", dissection.fieldAt(14 + 20 + 13).orElseThrow().key());
    assertEquals("ip.ttl", dissection.fieldAt(14 + 8).orElseThrow().key());
  }

  @Test
  void response_isReadLineByLine() throws IOException {
    EthernetFrame response = recorded().toList().get(5).frame();
    Layer http = Dissection.of(response).layer(Layer.Kind.HTTP).orElseThrow();
    List<String> rows =
        http.fields().stream().map(f -> f.key() + "|" + f.label() + "|" + f.value()).toList();
    assertEquals(
        List.of(
            "http.response.line||HTTP/1.1 404 Not Found",
            "http.content_type|Content-Type|text/plain",
            "http.content_length_header|Content-Length|5",
            "http.blank||"),
        rows);
    assertEquals(
        "explain.http.response.404",
        http.field("http.response.code").orElseThrow().explanation().key());
    assertEquals("5 B", Dissection.of(response).layer(Layer.Kind.DATA).orElseThrow().summary());
  }

  @Test
  void damagedSegment_saysWhereAndWhatIsWrong() throws IOException {
    Dissection dissection = Dissection.of(recorded().toList().get(11).frame());
    Layer malformed = dissection.layer(Layer.Kind.MALFORMED).orElseThrow();
    LayerField field = malformed.fields().getFirst();
    assertEquals("checksum", field.label());
    assertEquals(14 + 20 + 16, field.offset());
    assertEquals("remark.should-be", dissection.field("tcp.checksum").orElseThrow().remark().key());
  }
}
