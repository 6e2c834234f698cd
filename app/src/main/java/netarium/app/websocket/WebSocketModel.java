package netarium.app.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netarium.app.packets.FrameTable;
import netarium.app.packets.PacketsModel;
import netarium.app.session.EventReader;
import netarium.app.session.Listeners;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;
import netarium.engine.analysis.StreamPart;
import netarium.engine.analysis.StreamSide;
import netarium.engine.analysis.WebSocketConversation;
import netarium.engine.analysis.WebSocketFrame;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpSegment;
import netarium.topologies.Topology;
import org.jspecify.annotations.Nullable;

/// Which WebSocket conversation is looked at and which of its frames are listed; what hands hold
/// back. It has to read events after the list of packets has.
public final class WebSocketModel implements EventReader {
  private static final int SEARCHED_OCTETS = 4096;

  private final Listeners listeners = new Listeners();
  private final PacketsModel packets;
  private final Selection selection;
  private final Playhead playhead;
  private final Hands hands = new Hands();
  private final List<Integer> matching = new ArrayList<>();
  private @Nullable WebSocketConversation open;
  private @Nullable WebSocketFrame chosenFrame;
  private @Nullable HeldFrame chosenHeld;
  private String filter = "";
  private Direction direction = Direction.BOTH;
  private int judged;
  private int generation;
  private Topology topology = Topology.empty("");

  /// Whose frames are listed.
  public enum Direction {
    CLIENT,
    SERVER,
    BOTH
  }

  public WebSocketModel(PacketsModel packets, Selection selection, Playhead playhead) {
    this.packets = packets;
    this.selection = selection;
    this.playhead = playhead;
    selection.listen(this::selected);
  }

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  @Override
  public void begin(Topology newTopology) {
    topology = newTopology;
    hands.clear();
    open = null;
    chosenFrame = null;
    chosenHeld = null;
    restart();
  }

  @Override
  public void accept(SimEvent event) {
    if (event instanceof SimEvent.WebSocketHeld held) {
      hands.accept(held);
    }
  }

  @Override
  public void caughtUp() {
    if (open == null && !conversations().isEmpty()) {
      open = conversations().getFirst();
      restart();
    }
    judgeNew();
    HeldFrame looked = chosenHeld;
    if (looked != null) {
      chosenHeld =
          held().stream()
              .filter(each -> each.number() == looked.number() && each.node() == looked.node())
              .findFirst()
              .orElse(null);
    }
    listeners.tell();
  }

  private FrameTable table() {
    return packets.frames();
  }

  public boolean hasRun() {
    return packets.hasRun();
  }

  Playhead playhead() {
    return playhead;
  }

  public List<WebSocketConversation> conversations() {
    return table().conversations().webSockets();
  }

  /// The conversation that is looked at.
  public @Nullable WebSocketConversation open() {
    return open;
  }

  public void open(WebSocketConversation conversation) {
    if (!conversation.equals(open)) {
      open = conversation;
      chosenFrame = null;
      chosenHeld = null;
      restart();
      listeners.tell();
    }
  }

  private void restart() {
    generation++;
    matching.clear();
    judged = 0;
    judgeNew();
  }

  private void judgeNew() {
    WebSocketConversation current = open;
    if (current == null || !isFiltered()) {
      return;
    }
    while (judged < current.frames().size()) {
      if (matches(current, current.frames().get(judged))) {
        matching.add(judged);
      }
      judged++;
    }
  }

  private boolean matches(WebSocketConversation current, WebSocketFrame frame) {
    boolean isOfClient = current.isFromClient(frame);
    boolean isWanted =
        switch (direction) {
          case BOTH -> true;
          case CLIENT -> isOfClient;
          case SERVER -> !isOfClient;
        };
    if (!isWanted || filter.isEmpty()) {
      return isWanted;
    }
    String text = new String(frame.payload(SEARCHED_OCTETS).toByteArray(), UTF_8);
    return (opcode(frame.opcode()) + " " + text).toLowerCase(Locale.ROOT).contains(filter);
  }

  /// The name of an opcode, as programs write it.
  static String opcode(int opcode) {
    return switch (opcode) {
      case WebSocketFrame.CONTINUATION -> "continuation";
      case WebSocketFrame.TEXT -> "text";
      case WebSocketFrame.BINARY -> "binary";
      case WebSocketFrame.CLOSE -> "close";
      case WebSocketFrame.PING -> "ping";
      case WebSocketFrame.PONG -> "pong";
      default -> "0x" + Integer.toHexString(opcode);
    };
  }

  public boolean isFiltered() {
    return !filter.isEmpty() || direction != Direction.BOTH;
  }

  /// Lists only frames in whose payload or opcode this text stands.
  public void filter(String text) {
    filter = text.strip().toLowerCase(Locale.ROOT);
    restart();
    listeners.tell();
  }

  public Direction direction() {
    return direction;
  }

  public void direction(Direction wanted) {
    direction = wanted;
    restart();
    listeners.tell();
  }

  /// Another number whenever rows are others than before, and not only more.
  int generation() {
    return generation;
  }

  /// How many frames are listed, without what is held.
  public int size() {
    WebSocketConversation current = open;
    return current == null ? 0 : isFiltered() ? matching.size() : current.frames().size();
  }

  /// How many the conversation has.
  public int total() {
    return open == null ? 0 : open.frames().size();
  }

  /// How many all conversations of the run have.
  public int ofAll() {
    return conversations().stream().mapToInt(each -> each.frames().size()).sum();
  }

  int number(int index) {
    return isFiltered() ? matching.get(index) : index;
  }

  public WebSocketFrame frame(int index) {
    WebSocketConversation current = open;
    if (current == null) {
      throw new IllegalStateException("invariant broken: frames are of an open conversation");
    }
    return current.frames().get(number(index));
  }

  /// What is held in the open conversation.
  public List<HeldFrame> held() {
    WebSocketConversation current = open;
    return current == null
        ? List.of()
        : hands.between(end(current.client()), end(current.server()));
  }

  static Endpoint end(StreamSide side) {
    return new Endpoint(side.address(), side.port());
  }

  /// Whether what this side sends is held.
  public boolean isHolding(StreamSide side, StreamSide other) {
    return hands.isHolding(end(side), end(other));
  }

  public @Nullable WebSocketFrame chosenFrame() {
    return chosenFrame;
  }

  public @Nullable HeldFrame chosenHeld() {
    return chosenHeld;
  }

  /// Chooses a frame everywhere, and an instant at which it has been sent.
  public void choose(WebSocketFrame frame) {
    if (frame.equals(chosenFrame)) {
      return;
    }
    chosenFrame = frame;
    chosenHeld = null;
    long ordinal = frame.ordinal();
    if (ordinal >= 0 && !isOf(frame, selection.event())) {
      selection.selectEvent(ordinal);
      if (playhead.instant() < frame.sentAt()) {
        playhead.moveTo(frame.sentAt());
      }
    } else {
      listeners.tell();
    }
  }

  public void choose(HeldFrame frame) {
    chosenHeld = frame;
    chosenFrame = null;
    selection.selectEvent(frame.ordinal());
    listeners.tell();
  }

  private void selected() {
    WebSocketFrame current = chosenFrame;
    if (current != null && isOf(current, selection.event())) {
      listeners.tell();
      return;
    }
    for (StreamPart part : parts(selection.event())) {
      if (part instanceof WebSocketFrame frame) {
        WebSocketConversation of = conversationOf(frame);
        if (of != null) {
          if (!of.equals(open)) {
            open = of;
            restart();
          }
          chosenFrame = frame;
          chosenHeld = null;
        }
        break;
      }
    }
    listeners.tell();
  }

  private @Nullable WebSocketConversation conversationOf(WebSocketFrame frame) {
    for (WebSocketConversation each : conversations()) {
      if (each.client().equals(frame.side()) || each.server().equals(frame.side())) {
        return each;
      }
    }
    return null;
  }

  private boolean isOf(WebSocketFrame frame, long ordinal) {
    return parts(ordinal).contains(frame);
  }

  private List<StreamPart> parts(long ordinal) {
    FrameTable table = table();
    int row = ordinal < 0 || ordinal >= table.events() ? FrameTable.NONE : rowOf(table, ordinal);
    return row != FrameTable.NONE
            && table.sent(row).frame().payload() instanceof Ipv4Datagram datagram
            && datagram.payload() instanceof TcpSegment segment
        ? table.place(row).parts(segment)
        : List.of();
  }

  private static int rowOf(FrameTable table, long ordinal) {
    return switch (table.event(ordinal)) {
      case SimEvent.FrameSent sent -> table.rowOf(sent.ordinal());
      case SimEvent.FrameDelivered delivered -> table.rowOf(delivered.cause());
      default -> FrameTable.NONE;
    };
  }

  /// Where a frame is listed, or -1.
  public int indexOf(WebSocketFrame frame) {
    if (!isFiltered()) {
      return frame.number();
    }
    int found = java.util.Collections.binarySearch(matching, frame.number());
    return found < 0 ? -1 : found;
  }

  /// What people call a machine.
  String name(int node) {
    return table().nodeName(node);
  }

  /// How files call a machine.
  String id(int node) {
    return topology.nodes().get(node).id();
  }
}
