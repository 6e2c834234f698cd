package netarium.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import netarium.app.packets.FrameTable;
import netarium.app.packets.PacketsModel;
import netarium.app.packets.Whereabouts;
import netarium.app.session.Listeners;
import netarium.app.session.Selection;
import netarium.engine.analysis.Causes;
import netarium.engine.analysis.Dissection;
import netarium.engine.analysis.ExpertNote;
import netarium.engine.analysis.FrameMeaning;
import netarium.engine.analysis.FramePlace;
import netarium.engine.analysis.LayerField;
import netarium.engine.analysis.Phrase;
import netarium.engine.analysis.Writings;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameQueued;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EthernetFrame;
import org.jspecify.annotations.Nullable;

/// What the inspector tells of the selected event: of a frame its layers and octets, of any other
/// its values, of all what led to them. One field and its octets may be marked.
public final class InspectorModel {
  private static final int MOST_CAUSES = 400;

  private final Listeners listeners = new Listeners();
  private final PacketsModel packets;
  private final Selection selection;
  private @Nullable SimEvent event;
  private @Nullable FrameTable table;
  private @Nullable Dissection dissection;
  private @Nullable LayerField field;
  private int row = FrameTable.NONE;
  private boolean showsAllCauses;

  public InspectorModel(PacketsModel packets, Selection selection) {
    this.packets = packets;
    this.selection = selection;
    selection.listen(this::selected);
    packets.listen(this::selected);
    selected();
  }

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  private void selected() {
    boolean isThere = selection.hasEvent() && selection.event() < frames().events();
    long ordinal = isThere ? selection.event() : Selection.NO_EVENT;
    boolean isSame = event == null ? !isThere : event.ordinal() == ordinal;
    if (isSame && table == frames()) {
      return;
    }
    table = frames();
    SimEvent found = isThere ? table.event(ordinal) : null;
    event = found;
    row = rowOf(found);
    EthernetFrame frame = frameOf(found);
    String marked = field == null ? "" : field.key();
    dissection = frame == null ? null : Dissection.of(frame, place());
    // The same field of the next frame, so that one can step through and watch it.
    field = dissection == null || marked.isEmpty() ? null : dissection.field(marked).orElse(null);
    showsAllCauses = false;
    listeners.tell();
  }

  private int rowOf(@Nullable SimEvent found) {
    return switch (found) {
      case FrameSent sent -> frames().rowOf(sent.ordinal());
      case FrameDelivered delivered -> frames().rowOf(delivered.cause());
      case FrameDropped dropped -> rowBehind(dropped.cause());
      case null, default -> FrameTable.NONE;
    };
  }

  private int rowBehind(long cause) {
    return cause < 0 ? FrameTable.NONE : rowOf(frames().event(cause));
  }

  private static @Nullable EthernetFrame frameOf(@Nullable SimEvent found) {
    return switch (found) {
      case FrameSent sent -> sent.frame();
      case FrameQueued queued -> queued.frame();
      case FrameDelivered delivered -> delivered.frame();
      case FrameDropped dropped -> dropped.frame();
      case null, default -> null;
    };
  }

  public FrameTable frames() {
    return packets.frames();
  }

  public Optional<SimEvent> event() {
    return Optional.ofNullable(event);
  }

  /// The layers, when the event is about a frame.
  public Optional<Dissection> dissection() {
    return Optional.ofNullable(dissection);
  }

  /// The frame's row in the frame table, or [FrameTable#NONE].
  public int row() {
    return row;
  }

  /// Its number in the list, as grouped there.
  public int number() {
    int index = row == FrameTable.NONE ? -1 : packets.indexOf(frames().sent(row).ordinal());
    return index >= 0
        ? packets.row(index).number()
        : row == FrameTable.NONE ? 0 : frames().journeyOf(row) + 1;
  }

  FramePlace place() {
    return row == FrameTable.NONE ? FramePlace.ALONE : frames().place(row);
  }

  /// The frame in a sentence.
  public Phrase meaning() {
    EthernetFrame frame = frameOf(event);
    return frame == null ? Phrase.NONE : FrameMeaning.of(frame, place());
  }

  /// What experts remark on the frame.
  public List<Phrase> remarks() {
    return row == FrameTable.NONE
        ? List.of()
        : frames().notes(row).stream().map(ExpertNote::sentence).toList();
  }

  public Optional<LayerField> field() {
    return Optional.ofNullable(field);
  }

  /// Marks a field and so its octets; null marks none.
  public void mark(@Nullable LayerField chosen) {
    if (!Objects.equals(chosen, field)) {
      field = chosen;
      listeners.tell();
    }
  }

  /// Marks the field that an octet belongs to.
  public void markOctet(int octet) {
    if (dissection != null) {
      mark(dissection.fieldAt(octet).orElse(null));
    }
  }

  /// The call that wrote the data of the frame, if a script's did.
  public Optional<SimEvent.SocketUsed> writer() {
    Writings.Writing writing = writing();
    return writing.isKnown()
            && frames().event(writing.ordinal()) instanceof SimEvent.SocketUsed used
        ? Optional.of(used)
        : Optional.empty();
  }

  Writings.Writing writing() {
    return row == FrameTable.NONE ? Writings.Writing.NONE : frames().writing(row);
  }

  /// What became of the frame on this link, if it was dropped there.
  public Optional<FrameDropped> drop() {
    if (event instanceof FrameDropped dropped) {
      return Optional.of(dropped);
    }
    return row == FrameTable.NONE ? Optional.empty() : Optional.ofNullable(frames().drop(row));
  }

  /// The event itself and what led to it, the nearest first.
  public List<SimEvent> causes() {
    if (event == null) {
      return List.of();
    }
    long ordinal = event.ordinal();
    return showsAllCauses
        ? Causes.all(frames()::event, ordinal, MOST_CAUSES)
        : Causes.nearest(frames()::event, ordinal, MOST_CAUSES);
  }

  public boolean showsAllCauses() {
    return showsAllCauses;
  }

  public void showAllCauses(boolean all) {
    if (all != showsAllCauses) {
      showsAllCauses = all;
      listeners.tell();
    }
  }

  /// Selects an event everywhere.
  public void select(SimEvent chosen) {
    selection.selectEvent(chosen.ordinal());
  }

  /// The values of an event that is no frame.
  List<Fact> facts() {
    return event == null
        ? new ArrayList<>()
        : EventFacts.of(event, frames().nodeName(event.node()));
  }

  /// Where the frame is at an instant, on this link.
  Whereabouts where(long instant) {
    return Whereabouts.ofRow(frames(), row, instant);
  }
}
