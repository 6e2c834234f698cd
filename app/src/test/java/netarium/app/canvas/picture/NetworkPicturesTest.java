package netarium.app.canvas.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import netarium.app.canvas.SampleRun;
import netarium.app.canvas.Toolkit;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.Glyph;
import netarium.app.canvas.scene.PacketMark;
import netarium.app.canvas.scene.SceneBuilder;
import netarium.app.canvas.scene.Track;
import netarium.app.canvas.scene.ViewState;
import netarium.app.canvas.scene.Viewport;
import netarium.app.edit.Building;
import netarium.app.theme.Theme;
import netarium.topologies.Topology;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class NetworkPicturesTest {
  private static final String NASTY = "a <b> & \"c\" \u0001 ü";

  private final NetworkPictures pictures = new NetworkPictures(Locale.ENGLISH);

  private static CanvasScene hello() {
    Topology topology = SampleRun.of("hello-http").topology();
    Topology noted = Building.note(NASTY, 700, 300).apply(topology);
    CanvasScene still = new SceneBuilder(noted, SampleRun.WORDS).scene(ViewState.PLAIN);
    Track track = new Track.OnLink(0, true);
    return still.withPackets(
        List.of(
            new PacketMark(1, Glyph.HTTP, track, 0.2, "GET /", false),
            new PacketMark(2, Glyph.ARP, track, 0.5, "who has", false),
            new PacketMark(3, Glyph.HTTP, track, 0.8, "200 OK", false)));
  }

  private static Document parsed(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    } catch (Exception e) {
      throw new AssertionError(svg, e);
    }
  }

  @Test
  void svg_isValidXmlWithEverythingInIt() {
    CanvasScene scene = hello();
    Viewport view = NetworkPictures.whole(scene, 1);
    for (Theme theme : Theme.values()) {
      String svg = Toolkit.on(() -> pictures.svg(scene, view, theme, NASTY));
      Document document = parsed(svg);
      Element root = document.getDocumentElement();
      assertEquals(Long.toString((long) view.width()), root.getAttribute("width"));
      String text = root.getTextContent();
      for (String name : List.of("client", "server", "sw", "10.0.1.2/24", "eth0", "10M")) {
        assertTrue(text.contains(name), name);
      }
      assertTrue(text.contains("a <b> & \"c\" \ufffd ü"), "a note may say anything");
      assertEquals(3, document.getElementsByTagName("use").getLength(), "three frames");
      assertEquals(2, document.getElementsByTagName("g").getLength(), "of two protocols");
      assertTrue(svg.contains("font-family=\"'JetBrains Mono', monospace\""));
      assertEquals(3, icons(document), "one for each node");
    }
  }

  private static int icons(Document document) {
    NodeList paths = document.getElementsByTagName("path");
    int count = 0;
    for (int i = 0; i < paths.getLength(); i++) {
      count += ((Element) paths.item(i)).hasAttribute("transform") ? 1 : 0;
    }
    return count;
  }

  /// The labels of links, of connections and of ports, at every zoom at which cards are shown.
  @Test
  void words_neverStandOnEachOther() {
    for (String sample :
        List.of("hello-http", "chat", "worker-pool", "socks-proxy", "queen-and-cells")) {
      SampleRun run = SampleRun.of(sample);
      long half = run.events().get(run.events().size() / 2).at().nanos();
      CanvasScene scene =
          new SceneBuilder(run.topology(), SampleRun.WORDS)
              .scene(half, run.flights(), ViewState.PLAIN);
      for (double zoom : new double[] {0.62, 0.8, 1}) {
        Viewport view = NetworkPictures.whole(scene, zoom);
        String svg = Toolkit.on(() -> pictures.svg(scene, view, Theme.LIGHT, ""));
        List<double[]> pills = pills(parsed(svg).getDocumentElement());
        for (int i = 0; i < pills.size(); i++) {
          for (int j = 0; j < i; j++) {
            assertFalse(meet(pills.get(i), pills.get(j)), sample + " at " + zoom);
          }
        }
      }
    }
  }

  private static List<double[]> pills(Element root) {
    List<double[]> pills = new ArrayList<>();
    NodeList boxes = root.getElementsByTagName("rect");
    for (int i = 0; i < boxes.getLength(); i++) {
      Element box = (Element) boxes.item(i);
      if (box.getAttribute("height").equals("20") && !box.getAttribute("fill").equals("none")) {
        pills.add(
            new double[] {
              Double.parseDouble(box.getAttribute("x")),
              Double.parseDouble(box.getAttribute("y")),
              Double.parseDouble(box.getAttribute("width"))
            });
      }
    }
    return pills;
  }

  private static boolean meet(double[] a, double[] b) {
    return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && Math.abs(a[1] - b[1]) < 20;
  }

  @Test
  void svg_isTheSameEachTime() {
    CanvasScene scene = hello();
    Viewport view = Viewport.START.sized(640, 480);
    String first = Toolkit.on(() -> pictures.svg(scene, view, Theme.DARK, "x"));
    assertEquals(first, Toolkit.on(() -> pictures.svg(scene, view, Theme.DARK, "x")));
  }

  @Test
  void png_hasTheSizeOfTheViewTimesItsScale() {
    CanvasScene scene = hello();
    Viewport view = Viewport.START.sized(320, 200).fitting(scene);
    byte[] png = Toolkit.on(() -> pictures.png(scene, view, Theme.LIGHT, 2));
    assertEquals((byte) 'P', png[1]);
    assertEquals(640, java.nio.ByteBuffer.wrap(png).getInt(16));
    assertEquals(400, java.nio.ByteBuffer.wrap(png).getInt(20));
  }

  @Test
  void hugeNetwork_isMadeToFit() {
    CanvasScene scene =
        new SceneBuilder(SampleRun.tree(40, 24), SampleRun.WORDS).scene(ViewState.PLAIN);
    Viewport view = NetworkPictures.whole(scene, 1);
    assertTrue(view.width() <= 8_192 && view.height() <= 8_192, view.toString());
  }
}
