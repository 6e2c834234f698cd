package netarium.engine.vm.love;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import netarium.engine.screen.Pen;
import netarium.engine.screen.Placement;
import netarium.engine.screen.ScreenFrame;
import netarium.engine.screen.ScreenShape;
import netarium.engine.trace.SimEvent;
import netarium.engine.vm.Process;
import netarium.engine.vm.Vm;

/// Where `love.draw` draws: colour, line width and placement, and the shapes of this frame. A frame
/// that differs from the one before becomes an event.
///
/// Shapes that are the same as in the frame before are the same objects, so a picture in which
/// little moves takes little of the log. A program that draws more than [#FREE_OCTETS] altogether
/// is shown once a second from then on.
final class Canvas {
  /// Limits of one frame.
  static final int MAX_SHAPES = 4_096;

  static final int MAX_COORDINATES = 65_536;

  static final int MAX_DEPTH = 128;

  private static final int FIRST_WIDTH = 800;
  private static final int FIRST_HEIGHT = 600;
  private static final long FREE_OCTETS = 64L << 20;
  private static final int SHAPE_OCTETS = 120;
  private static final int REFERENCE_OCTETS = 8;
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final int OPAQUE = 0xff;

  private final Process process;
  private String title = "";
  private int width = FIRST_WIDTH;
  private int height = FIRST_HEIGHT;
  private Colour colour = Colour.WHITE;
  private Colour background = Colour.BLACK;
  private int frameBackground;
  private double lineWidth = 1;
  private double pointSize = 1;
  private LoveFont font = LoveFont.PLAIN;
  private Placement placement = Placement.IDENTITY;
  private final Deque<Saved> saved = new ArrayDeque<>();
  private final List<ScreenShape> shapes = new ArrayList<>();
  private int coordinates;

  /// The pen of the last shape: many in a row have the same.
  private Pen pen = new Pen(true, 0, 0, Placement.IDENTITY);

  private ScreenFrame shown = new ScreenFrame("", 0, 0, 0, List.of());
  private long shownNanos;
  private long octets;
  private boolean saidTooMuch;

  /// What `push` keeps; all but the placement only when it is asked to.
  private record Saved(
      Placement placement, boolean isAll, Colour colour, double lineWidth, LoveFont font) {}

  Canvas(Process process) {
    this.process = process;
  }

  /// A frame begins: an empty screen in the background's colour, nothing moved or scaled.
  void begin() {
    placement = Placement.IDENTITY;
    saved.clear();
    clear(background);
  }

  /// Everything drawn so far is gone.
  void clear(Colour with) {
    shapes.clear();
    coordinates = 0;
    frameBackground = with.rgba() >>> 8;
  }

  /// Shows what was drawn, if it is something else than before.
  void present() {
    process.screenInput().hasDrawn();
    ScreenFrame frame = new ScreenFrame(title, width, height, frameBackground, shapes);
    Vm vm = process.vm();
    long now = vm.simulator().nowNanos();
    boolean isTooMuch = octets > FREE_OCTETS;
    if (frame.equals(shown) || (isTooMuch && now - shownNanos < SECOND_NANOS)) {
      return;
    }
    if (isTooMuch && !saidTooMuch) {
      saidTooMuch = true;
      process.notice("has drawn very much: its screen is recorded once a second from now on");
    }
    octets += cost(frame);
    shown = frame;
    shownNanos = now;
    vm.recorder()
        .record(
            new SimEvent.ScreenDrawn(
                vm.recorder().stamp(vm.settings().node()), process.pid(), frame));
  }

  // Being the same object is what costs nothing.
  @SuppressWarnings("ReferenceEquality")
  private long cost(ScreenFrame frame) {
    long cost = (long) frame.shapes().size() * REFERENCE_OCTETS;
    for (int i = 0; i < frame.shapes().size(); i++) {
      if (i >= shown.shapes().size() || frame.shapes().get(i) != shown.shapes().get(i)) {
        cost += SHAPE_OCTETS;
      }
    }
    return cost + (long) coordinates * REFERENCE_OCTETS;
  }

  /// Adds a shape, or the one of the frame before if that is the same.
  void add(ScreenShape shape) {
    List<ScreenShape> before = shown.shapes();
    int at = shapes.size();
    shapes.add(at < before.size() && before.get(at).equals(shape) ? before.get(at) : shape);
  }

  /// Whether one more shape with so many coordinates fits into this frame.
  boolean hasRoom(int more) {
    coordinates += more;
    return shapes.size() < MAX_SHAPES && coordinates <= MAX_COORDINATES;
  }

  /// The pen for what is drawn next.
  Pen pen(boolean fills) {
    return pen(fills, placement);
  }

  Pen pen(boolean fills, Placement at) {
    Pen wanted = new Pen(fills, colour.rgba(), fills ? 0 : lineWidth, at);
    if (!wanted.equals(pen)) {
      pen = wanted;
    }
    return pen;
  }

  // ---- what is set --------------------------------------------------------------------------

  boolean push(boolean isAll) {
    if (saved.size() == MAX_DEPTH) {
      return false;
    }
    saved.push(new Saved(placement, isAll, colour, lineWidth, font));
    return true;
  }

  boolean pop() {
    Saved last = saved.poll();
    if (last == null) {
      return false;
    }
    placement = last.placement();
    if (last.isAll()) {
      colour = last.colour();
      lineWidth = last.lineWidth();
      font = last.font();
    }
    return true;
  }

  /// Colours, widths and font as at the start.
  void reset() {
    colour = Colour.WHITE;
    background = Colour.BLACK;
    lineWidth = 1;
    pointSize = 1;
    font = LoveFont.PLAIN;
    placement = Placement.IDENTITY;
  }

  Placement placement() {
    return placement;
  }

  void placement(Placement chosen) {
    placement = chosen;
  }

  Colour colour() {
    return colour;
  }

  void colour(Colour chosen) {
    colour = chosen;
  }

  Colour background() {
    return background;
  }

  void background(Colour chosen) {
    background = chosen;
  }

  double lineWidth() {
    return lineWidth;
  }

  void lineWidth(double pixels) {
    lineWidth = pixels;
  }

  double pointSize() {
    return pointSize;
  }

  void pointSize(double pixels) {
    pointSize = pixels;
  }

  LoveFont font() {
    return font;
  }

  void font(LoveFont chosen) {
    font = chosen;
  }

  String title() {
    return title;
  }

  void title(String text) {
    title = text;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  void size(int wide, int high) {
    width = wide;
    height = high;
  }

  /// A colour with components from 0 to 1.
  record Colour(double red, double green, double blue, double alpha) {
    static final Colour WHITE = new Colour(1, 1, 1, 1);
    static final Colour BLACK = new Colour(0, 0, 0, 1);

    int rgba() {
      return octet(red) << 24 | octet(green) << 16 | octet(blue) << 8 | octet(alpha);
    }

    private static int octet(double component) {
      return (int) Math.round(Math.max(0, Math.min(1, component)) * OPAQUE);
    }
  }
}
