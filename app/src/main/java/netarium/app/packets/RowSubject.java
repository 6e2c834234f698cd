package netarium.app.packets;

import java.util.List;
import netarium.engine.analysis.ExpertNote;
import netarium.engine.analysis.FramePlace;
import netarium.engine.analysis.filter.FilterSubject;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EthernetFrame;
import org.jspecify.annotations.Nullable;

/// A row as a filter sees it; moved from row to row, so that judging many of them makes nothing.
final class RowSubject implements FilterSubject {
  private final FrameTable table;
  private int row;
  private @Nullable FrameSent sent;

  RowSubject(FrameTable table) {
    this.table = table;
  }

  RowSubject at(int newRow) {
    row = newRow;
    sent = null;
    return this;
  }

  private FrameSent sent() {
    FrameSent read = sent;
    if (read == null) {
      read = table.sent(row);
      sent = read;
    }
    return read;
  }

  @Override
  public EthernetFrame frame() {
    return sent().frame();
  }

  @Override
  public long nanos() {
    return sent().at().nanos();
  }

  @Override
  public String link() {
    return sent().link();
  }

  @Override
  public String sender() {
    return table.nodeName(sent().from().node());
  }

  @Override
  public String receiver() {
    return table.nodeName(sent().to().node());
  }

  @Override
  public FramePlace place() {
    return table.place(row);
  }

  @Override
  public List<ExpertNote> notes() {
    return table.notes(row);
  }

  @Override
  public String dropReason() {
    FrameDropped drop = table.drop(row);
    return drop == null ? "" : drop.reason().label();
  }
}
