package netarium.app.packets;

import java.util.List;
import netarium.engine.analysis.ExpertNote;
import netarium.engine.analysis.FramePlace;
import netarium.engine.analysis.filter.FilterSubject;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.wire.EthernetFrame;

/// A row as a filter sees it; moved from row to row, so that judging many of them makes nothing.
final class RowSubject implements FilterSubject {
  private final FrameTable table;
  private int row;

  RowSubject(FrameTable table) {
    this.table = table;
  }

  RowSubject at(int newRow) {
    row = newRow;
    return this;
  }

  @Override
  public EthernetFrame frame() {
    return table.sent(row).frame();
  }

  @Override
  public long nanos() {
    return table.sent(row).at().nanos();
  }

  @Override
  public String link() {
    return table.sent(row).link();
  }

  @Override
  public String sender() {
    return table.nodeName(table.sent(row).from().node());
  }

  @Override
  public String receiver() {
    return table.nodeName(table.sent(row).to().node());
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
