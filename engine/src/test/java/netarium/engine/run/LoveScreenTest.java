package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import netarium.engine.screen.PngFile;
import netarium.engine.screen.ScreenPicture;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// What `love.draw` draws, as pixels.
final class LoveScreenTest {
  /// Set to write the golden picture anew; then look at it.
  private static final String UPDATE = "golden.update";

  private static final Path GOLDEN =
      Path.of("src/test/resources/netarium/engine/run/love-frame.png");

  private static final String SCRIPT =
      """
      local g = love.graphics
      love.window.setMode(400, 300)
      function love.load()
        g.setBackgroundColor(0.1, 0.12, 0.2)
      end
      function love.draw()
        g.setLineWidth(1)
        g.setColor(1, 0.8, 0.2)
        g.print("The quick brown fox jumps over the lazy dog.", 10, 4)
        g.print("0123456789 !?\\"#$%&'()*+,-./:;<=>@[]^_{|}~ ÄÖÜ äöü ß €", 10, 20)
        g.setFont(g.newFont(24))
        g.print("Score 120", 10, 34)
        g.setNewFont(12)
        g.setColor({0.3, 0.9, 0.4})
        g.circle("fill", 60, 110, 30)
        g.setColor(1, 1, 1, 0.5)
        g.circle("line", 60, 110, 36)
        g.circle("fill", 80, 120, 20)
        g.setColor(0.9, 0.3, 0.3)
        g.rectangle("fill", 120, 80, 60, 40)
        g.setLineWidth(3)
        g.setColor(1, 1, 1)
        g.rectangle("line", 120, 80, 60, 40)
        g.rectangle("fill", 200, 80, 60, 40, 10)
        g.setLineWidth(1)
        g.line(10, 160, 60, 200, 110, 160, 160, 200)
        g.setLineWidth(6)
        g.setColor(0.4, 0.6, 1)
        g.line({180, 160, 230, 200, 280, 160})
        g.polygon("fill", 300, 200, 330, 150, 360, 200)
        g.setLineWidth(2)
        g.setColor(1, 0.5, 1)
        g.polygon("line", 300, 90, 340, 70, 370, 100, 340, 130)
        g.ellipse("line", 60, 240, 50, 20)
        g.arc("fill", 160, 240, 30, 0, math.pi / 3)
        g.arc("line", "open", 160, 240, 30, math.pi / 2, math.pi)
        g.setPointSize(4)
        g.points(200, 230, 210, 240, 220, 250)
        g.push()
        g.translate(280, 240)
        g.rotate(math.pi / 6)
        g.scale(2, 1)
        g.rectangle("line", -15, -10, 30, 20)
        g.print("turned", -12, -7)
        g.pop()
        g.printf("words that are broken into lines", 320, 214, 70, "center")
      end
      """;

  private static SimEvent.ScreenDrawn firstFrame() {
    TestProject.Run run =
        new TestProject()
            .vm("pc", "", "game.lua")
            .script("game.lua", SCRIPT)
            .run(RunSettings.with(_ -> {}).withUntil(new SimTime(100_000_000)));
    List<SimEvent.ScreenDrawn> drawn = run.all(SimEvent.ScreenDrawn.class);
    assertEquals("", run.console("pc"));
    assertEquals(1, drawn.size(), "the same picture again is no event");
    return drawn.getFirst();
  }

  @Test
  void frame_equalsItsGoldenPicture() throws IOException {
    ScreenPicture picture = ScreenPicture.of(firstFrame().frame());
    byte[] png =
        PngFile.write(
            picture.width(),
            picture.height(),
            Arrays.stream(picture.pixels()).map(rgb -> 0xff000000 | rgb).toArray());
    if (Boolean.getBoolean(UPDATE)) {
      Files.write(GOLDEN, png);
    }
    assertArrayEquals(picture.pixels(), pixels(new ByteArrayInputStream(png)), "own file");
    try (InputStream golden = LoveScreenTest.class.getResourceAsStream("love-frame.png")) {
      assertNotNull(golden);
      assertArrayEquals(pixels(golden), picture.pixels());
    }
  }

  private static int[] pixels(InputStream png) throws IOException {
    BufferedImage image = ImageIO.read(png);
    int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (int i = 0; i < argb.length; i++) {
      argb[i] &= 0xffffff;
    }
    return argb;
  }
}
