package netarium.engine.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import netarium.engine.screen.ScreenShape.Ellipse;
import netarium.engine.screen.ScreenShape.Line;
import netarium.engine.screen.ScreenShape.Polygon;
import netarium.engine.screen.ScreenShape.Rectangle;
import netarium.engine.screen.ScreenShape.Text;
import org.junit.jupiter.api.Test;

/// Shapes as pixels.
final class ScreenPictureTest {
  private static final int WHITE = 0xffffffff;
  private static final int HALF_WHITE = 0xffffff80;

  private static Pen pen(int rgba) {
    return new Pen(true, rgba, 0, Placement.IDENTITY);
  }

  private static Pen line(int rgba, double width) {
    return new Pen(false, rgba, width, Placement.IDENTITY);
  }

  private static ScreenPicture picture(ScreenShape... shapes) {
    return ScreenPicture.of(new ScreenFrame("", 20, 10, 0, List.of(shapes)));
  }

  private static int red(ScreenPicture picture, int x, int y) {
    return picture.pixel(x, y) >> 16;
  }

  private static ScreenShape box(Pen pen, double x, double y, double width, double height) {
    return new Rectangle(pen, x, y, width, height, 0, 0);
  }

  @Test
  void pixelCoveredInPart_isThatMuchBrighter() {
    ScreenPicture picture = picture(box(pen(WHITE), 2.5, 2, 2, 1.25));
    assertEquals(128, red(picture, 2, 2));
    assertEquals(255, red(picture, 3, 2));
    assertEquals(128, red(picture, 4, 2));
    assertEquals(64, red(picture, 3, 3));
    assertEquals(32, red(picture, 2, 3));
    assertEquals(0, red(picture, 5, 2));
    assertEquals(0, red(picture, 3, 4));
  }

  @Test
  void laterShape_isMixedOverTheEarlierByItsAlpha() {
    ScreenPicture picture =
        picture(box(pen(0xff0000ff), 0, 0, 4, 4), box(pen(0x0000ff80), 0, 0, 4, 4));
    assertEquals(0x7f0080, picture.pixel(1, 1));
  }

  @Test
  void lineThatTurnsBack_isOneAreaNotTwo() {
    Line there = new Line(line(HALF_WHITE, 2), Coordinates.of(2, 5, 18, 5, 2, 5));
    assertEquals(128, red(picture(there), 10, 5), "no pixel is painted twice");
  }

  @Test
  void widthOfALine_growsWithItsScale() {
    Placement twice = Placement.IDENTITY.scale(2, 2);
    Pen pen = new Pen(false, WHITE, 1, twice);
    ScreenPicture picture = picture(new Line(pen, Coordinates.of(0, 2.5, 10, 2.5)));
    assertEquals(255, red(picture, 5, 4));
    assertEquals(255, red(picture, 5, 5));
    assertEquals(0, red(picture, 5, 3));
    assertEquals(0, red(picture, 5, 6));
  }

  @Test
  void rotationByAQuarter_swapsWidthAndHeight() {
    Placement turned = Placement.IDENTITY.translate(10, 0).rotate(Math.PI / 2);
    Pen pen = new Pen(true, WHITE, 0, turned);
    ScreenPicture picture = picture(box(pen, 0, 0, 8, 2));
    assertEquals(255, red(picture, 9, 7));
    assertEquals(255, red(picture, 8, 0));
    assertEquals(0, red(picture, 7, 5));
    assertEquals(0, red(picture, 9, 8));
  }

  @Test
  void circle_coversItsArea() {
    ScreenFrame frame =
        new ScreenFrame("", 100, 100, 0, List.of(new Ellipse(pen(WHITE), 50, 50, 30, 30)));
    ScreenPicture picture = ScreenPicture.of(frame);
    long sum = 0;
    for (int rgb : picture.pixels()) {
      sum += rgb >> 16;
    }
    assertEquals(Math.PI * 900, sum / 255.0, 10);
  }

  @Test
  void text_standsOnWholePixels() {
    Pen at = new Pen(true, WHITE, 0, Placement.IDENTITY.translate(0.4, -3.3));
    ScreenPicture picture = picture(new Text(at, "!", 12));
    for (int y = 0; y < 7; y++) {
      assertEquals(y == 5 ? 0 : 255, red(picture, 0, y), "row " + y);
      assertEquals(0, red(picture, 1, y));
    }
  }

  @Test
  void fontHasAllOfAscii_andABoxForTheRest() {
    for (char c = ' '; c <= '~'; c++) {
      double width = PixelFont.width(Character.toString(c), 12);
      assertTrue(width >= 2 && width <= 7, "width of " + c);
    }
    assertEquals(PixelFont.width("\ufffd", 12), PixelFont.width("\u4e2d", 12));
    assertEquals(2 * PixelFont.width("Netarium", 12), PixelFont.width("Netarium", 24));
  }

  @Test
  void anyShape_staysWithinThePicture() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      double[] values = new double[8];
      for (int k = 0; k < values.length; k++) {
        double size = random.nextInt(4) == 0 ? 1e300 : random.nextInt(3) == 0 ? 1e4 : 30;
        values[k] = (random.nextDouble() - 0.4) * size;
      }
      Placement placement =
          Placement.IDENTITY.rotate(random.nextDouble() * 7).scale(values[0], values[1]);
      Pen pen = new Pen(random.nextBoolean(), WHITE, Math.abs(values[2]), placement);
      Coordinates points = Coordinates.of(values);
      ScreenShape shape =
          switch (random.nextInt(6)) {
            case 0 -> new Polygon(pen, points);
            case 1 -> new Line(pen, points);
            case 2 -> new Ellipse(pen, values[3], values[4], values[5], values[6]);
            case 3 -> new Rectangle(pen, values[3], values[4], values[5], values[6], 3, values[7]);
            case 4 ->
                new ScreenShape.Arc(
                    pen, ScreenShape.Ends.OPEN, 5, 5, values[5], values[6], values[7]);
            default -> new ScreenShape.Points(pen, Math.abs(values[3]), points);
          };
      assertEquals(200, picture(shape).pixels().length);
    }
  }

  @Test
  void digests_tellFramesApart() {
    ScreenFrame one = new ScreenFrame("a", 20, 10, 0, List.of(box(pen(WHITE), 1, 1, 2, 2)));
    ScreenFrame same = new ScreenFrame("a", 20, 10, 0, List.of(box(pen(WHITE), 1, 1, 2, 2)));
    assertEquals(one.digest(), same.digest());
    assertEquals(one, same);
    for (ScreenFrame other :
        List.of(
            new ScreenFrame("b", 20, 10, 0, one.shapes()),
            new ScreenFrame("a", 10, 20, 0, one.shapes()),
            new ScreenFrame("a", 20, 10, 1, one.shapes()),
            new ScreenFrame("a", 20, 10, 0, List.of()),
            new ScreenFrame("a", 20, 10, 0, List.of(box(pen(HALF_WHITE), 1, 1, 2, 2))),
            new ScreenFrame("a", 20, 10, 0, List.of(box(pen(WHITE), 1, 1, 2, 3))))) {
      assertNotEquals(one.digest(), other.digest());
      assertNotEquals(one, other);
    }
  }
}
