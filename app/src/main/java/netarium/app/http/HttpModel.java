package netarium.app.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netarium.app.packets.FrameTable;
import netarium.app.packets.PacketsModel;
import netarium.app.session.Listeners;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;
import netarium.engine.analysis.HttpExchange;
import netarium.engine.analysis.HttpMessage;
import netarium.engine.analysis.StreamPart;
import netarium.engine.analysis.TlsConversation;
import netarium.engine.analysis.TlsRecord;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// Which HTTP exchanges of the run are listed, and which one is chosen: that of the selected frame.
public final class HttpModel {
  /// So many of the last exchanges may still change.
  private static final int MOST_REJUDGED = 1_000;

  private static final int FIRST_LOOKED_AT = 64;

  private final Listeners listeners = new Listeners();
  private final PacketsModel packets;
  private final Selection selection;
  private final Playhead playhead;
  private final List<Integer> matching = new ArrayList<>();
  private FrameTable table;
  private String filter = "";
  private Show show = Show.ALL;
  private int judged;
  private int generation;

  /// Which results are shown.
  public enum Show {
    ALL,
    GOOD,
    BAD,
    FLIGHT
  }

  public HttpModel(PacketsModel packets, Selection selection, Playhead playhead) {
    this.packets = packets;
    this.selection = selection;
    this.playhead = playhead;
    table = packets.frames();
    packets.listen(this::read);
    selection.listen(listeners::tell);
  }

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  private List<HttpExchange> all() {
    return table.conversations().exchanges();
  }

  private void read() {
    boolean isOtherRun = table != packets.frames();
    if (isOtherRun) {
      table = packets.frames();
      restart();
    }
    if (isFiltered() && !isOtherRun) {
      rejudge();
    }
    judgeNew();
    listeners.tell();
  }

  /// What has changed since is among the last; those before have been answered long ago.
  private void rejudge() {
    List<Integer> old = List.copyOf(matching);
    judged = Math.max(0, judged - MOST_REJUDGED);
    while (!matching.isEmpty() && matching.getLast() >= judged) {
      matching.removeLast();
    }
    judgeNew();
    boolean isLonger = matching.size() >= old.size();
    if (!isLonger || !matching.subList(0, old.size()).equals(old)) {
      generation++;
    }
  }

  private void restart() {
    generation++;
    judgeAll();
  }

  private void judgeAll() {
    matching.clear();
    judged = 0;
    judgeNew();
  }

  private void judgeNew() {
    List<HttpExchange> all = all();
    while (isFiltered() && judged < all.size()) {
      if (matches(all.get(judged))) {
        matching.add(judged);
      }
      judged++;
    }
  }

  private boolean matches(HttpExchange exchange) {
    boolean isOfKind =
        switch (show) {
          case ALL -> true;
          case GOOD -> exchange.status() / 100 == 2;
          case BAD -> exchange.status() >= 400 || exchange.failure() != null;
          case FLIGHT -> !exchange.isDone() && exchange.failure() == null;
        };
    if (!isOfKind || filter.isEmpty()) {
      return isOfKind;
    }
    String text =
        exchange.method()
            + " "
            + exchange.url()
            + " "
            + exchange.status()
            + " "
            + exchange.reason();
    TlsConversation tls = exchange.tls();
    return contains(text)
        || (tls != null && contains(tls.failure(true)))
        || contains(exchange.contentType())
        || hasHeader(exchange.request())
        || hasHeader(exchange.response());
  }

  private boolean hasHeader(@Nullable HttpMessage message) {
    return message != null
        && message.headers().fields().stream()
            .anyMatch(field -> contains(field.name() + ": " + field.value()));
  }

  private boolean contains(String text) {
    return text.toLowerCase(Locale.ROOT).contains(filter);
  }

  public boolean isFiltered() {
    return !filter.isEmpty() || show != Show.ALL;
  }

  /// Shows only exchanges in whose address, status, kind or header fields this text stands.
  public void filter(String text) {
    filter = text.strip().toLowerCase(Locale.ROOT);
    restart();
    listeners.tell();
  }

  public void show(Show wanted) {
    show = wanted;
    restart();
    listeners.tell();
  }

  public void clearFilter() {
    filter = "";
    show(Show.ALL);
  }

  public String filter() {
    return filter;
  }

  public Show show() {
    return show;
  }

  /// Another number whenever rows are others than before, and not only more.
  int generation() {
    return generation;
  }

  /// How many exchanges are shown.
  public int size() {
    return isFiltered() ? matching.size() : all().size();
  }

  /// How many there are.
  public int total() {
    return all().size();
  }

  /// The number of the exchange at a place.
  int number(int index) {
    return isFiltered() ? matching.get(index) : index;
  }

  public HttpExchange exchange(int index) {
    return all().get(number(index));
  }

  /// Where an exchange is shown, or -1.
  public int indexOf(HttpExchange exchange) {
    if (!isFiltered()) {
      return exchange.index();
    }
    int found = java.util.Collections.binarySearch(matching, exchange.index());
    return found < 0 ? -1 : found;
  }

  /// Whether there is a run at all.
  public boolean hasRun() {
    return packets.hasRun();
  }

  /// The exchange that the selected frame carries a part of, if it does.
  public @Nullable HttpExchange chosen() {
    int row = selection.hasEvent() ? rowOf(selection.event()) : FrameTable.NONE;
    if (row == FrameTable.NONE
        || !(table.sent(row).frame().payload() instanceof Ipv4Datagram datagram)
        || !(datagram.payload() instanceof TcpSegment segment)) {
      return null;
    }
    for (StreamPart part : table.place(row).parts(segment)) {
      if (part instanceof HttpMessage message && message.exchange() != null) {
        return message.exchange();
      }
    }
    return ofHandshake(table.place(row).parts(segment));
  }

  /// The exchange for which TLS was agreed on, or failed, if a frame belongs to that.
  private @Nullable HttpExchange ofHandshake(List<StreamPart> parts) {
    for (StreamPart part : parts) {
      if (part instanceof TlsRecord record) {
        for (HttpExchange each : all()) {
          if (record.conversation().equals(each.tls())) {
            return each;
          }
        }
      }
    }
    return null;
  }

  private int rowOf(long ordinal) {
    if (ordinal >= table.events()) {
      return FrameTable.NONE;
    }
    return switch (table.event(ordinal)) {
      case SimEvent.FrameSent sent -> table.rowOf(sent.ordinal());
      case SimEvent.FrameDelivered delivered -> table.rowOf(delivered.cause());
      default -> FrameTable.NONE;
    };
  }

  /// Chooses an exchange everywhere: the frame with which it begins, and an instant at which it is
  /// under way.
  public void choose(HttpExchange exchange) {
    if (exchange.equals(chosen())) {
      return;
    }
    long ordinal = exchange.ordinal();
    if (ordinal >= 0) {
      HttpExchange.State state = exchange.state(playhead.instant());
      selection.selectEvent(ordinal);
      if (state == HttpExchange.State.NOT_YET) {
        playhead.moveTo(table.event(ordinal).at().nanos());
      }
    }
  }

  /// How a frame list numbers the frames of a message: the first and the last; empty for none.
  String frames(@Nullable HttpMessage message) {
    if (message == null) {
      return "";
    }
    long end = message.isWhole() ? message.to() : message.side().octets().length();
    int first = number(message.side().octets().sentBy(message.from()));
    int last = number(message.side().octets().sentBy(end - 1));
    return first == last ? Integer.toString(first) : first + "–" + last;
  }

  private int number(long ordinal) {
    int row = table.rowOf(ordinal);
    return row == FrameTable.NONE ? 0 : table.journeyOf(row) + 1;
  }

  /// The line of a script that asked, as `scripts/client.lua:9`; empty when no script did.
  String sentBy(HttpExchange exchange) {
    int row = table.rowOf(exchange.ordinal());
    if (row == FrameTable.NONE) {
      return "";
    }
    var writing = table.writing(row);
    return writing.isKnown() && table.event(writing.ordinal()) instanceof SimEvent.SocketUsed used
        ? used.place()
        : "";
  }

  String nodeName(int node) {
    return table.nodeName(node);
  }

  Playhead playhead() {
    return playhead;
  }

  /// The instants between which all exchanges lie that are shown: from the first that began to the
  /// last step of the newest.
  long[] span() {
    long from = Long.MAX_VALUE;
    long to = 0;
    int size = size();
    for (int i = 0; i < Math.min(size, FIRST_LOOKED_AT); i++) {
      from = Math.min(from, exchange(i).atClient().start());
    }
    for (int i = Math.max(0, size - MOST_REJUDGED); i < size; i++) {
      HttpExchange exchange = exchange(i);
      boolean isOpen = exchange.atClient().responseLast() < 0 && exchange.failedAt() < 0;
      long end = Math.max(exchange.atClient().end(), exchange.failedAt());
      to = Math.max(to, isOpen ? Math.max(end, playhead.liveEdge()) : end);
    }
    return from > to ? new long[] {0, 1} : new long[] {from, Math.max(to, from + 1)};
  }
}
