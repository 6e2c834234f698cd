package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.trace.SimEvent.TcpRetransmission;
import netarium.engine.trace.SimEvent.TcpVariables;
import netarium.engine.trace.SimEvent.TimerExpired;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// Remarks on frames, by the true causes that stand in the trace: why a segment is sent again, why
/// an acknowledgement is repeated. Reads events in order; remarks are of first sendings only.
///
/// That a segment is sent again is seen by its numbers; why is asked of [#reason], the one place
/// where a reason that the trace gives becomes a remark.
public final class ExpertNotes {
  private static final int REMEMBERED = 4096;

  private final Map<Long, SimEvent> reasons = new Journeys.Recent<>(REMEMBERED);
  private final List<@Nullable Flow[]> flows = new ArrayList<>();

  /// What one side of a stream has sent.
  private static final class Flow {
    private @Nullable SeqNum next;
    private @Nullable SeqNum acknowledged;
    private int window = -1;
    private int repeated;
  }

  /// Keeps what may be the reason of a frame.
  public void reason(SimEvent event) {
    if (event instanceof TcpRetransmission
        || event instanceof TcpVariables
        || event instanceof TimerExpired) {
      reasons.put(event.ordinal(), event);
    }
  }

  /// The remarks on a frame of a stream that its sender puts on the wire; `side` is the sender's.
  public List<ExpertNote> notes(FrameSent event, TcpStream stream) {
    if (!(event.frame().payload() instanceof Ipv4Datagram datagram)
        || !(datagram.payload() instanceof TcpSegment segment)) {
      return List.of();
    }
    int side = stream.side(datagram.source().bits(), segment.sourcePort());
    Flow own = flow(stream.index(), side);
    Flow other = flow(stream.index(), 1 - side);
    List<ExpertNote> notes = new ArrayList<>(0);
    noteSending(event, segment, own, notes);
    noteAcknowledging(event, segment, own, other, notes);
    if (segment.window() == 0 && !segment.flags().rst()) {
      String key =
          reasonOf(event).equals("window-closed") ? "note.zero-window.full" : "note.zero-window";
      notes.add(new ExpertNote(ExpertNote.Kind.ZERO_WINDOW, Phrase.of(key, datagram.source())));
    }
    if (segment.flags().rst()) {
      notes.add(new ExpertNote(ExpertNote.Kind.RESET, Phrase.of("note.reset", datagram.source())));
    }
    return notes;
  }

  private Flow flow(int stream, int side) {
    while (flows.size() <= stream) {
      flows.add(new Flow[2]);
    }
    @Nullable Flow[] both = flows.get(stream);
    Flow flow = both[side];
    if (flow == null) {
      flow = new Flow();
      both[side] = flow;
    }
    return flow;
  }

  private void noteSending(FrameSent event, TcpSegment segment, Flow own, List<ExpertNote> notes) {
    int length = segment.sequenceLength();
    SeqNum end = segment.seq().plus(length);
    String why = reasonOf(event);
    if (why.equals("window-probe") || why.equals("persist")) {
      notes.add(new ExpertNote(ExpertNote.Kind.WINDOW_PROBE, Phrase.of("note.window-probe")));
    } else if (why.equals("keep-alive")) {
      notes.add(new ExpertNote(ExpertNote.Kind.KEEP_ALIVE, Phrase.of("note.keep-alive")));
    } else if (length > 0 && own.next != null && segment.seq().isBefore(own.next)) {
      notes.add(sentAgain(event));
    }
    if (length > 0) {
      own.next = own.next == null ? end : own.next.max(end);
    }
  }

  private ExpertNote sentAgain(FrameSent event) {
    String why = reasonOf(event);
    String key =
        switch (why) {
          case "time-out", "retransmission", "sent-again" -> "time-out";
          case "syn-time-out", "syn-again" -> "syn";
          case "fast-retransmit",
              "partial-ack",
              "sack-hole",
              "rescue",
              "path-mtu",
              "tail-loss-probe",
              "rack" ->
              why;
          default -> "other";
        };
    return new ExpertNote(ExpertNote.Kind.RETRANSMISSION, Phrase.of("note.retransmission." + key));
  }

  private void noteAcknowledging(
      FrameSent event, TcpSegment segment, Flow own, Flow other, List<ExpertNote> notes) {
    if (!segment.flags().ack()) {
      return;
    }
    boolean isBare = segment.sequenceLength() == 0 && !segment.flags().rst();
    boolean isSame =
        isBare
            && segment.ack().equals(own.acknowledged)
            && segment.window() == own.window
            && other.next != null
            && other.next.isAfter(segment.ack());
    if (isSame) {
      own.repeated++;
      boolean isKnown = reasonOf(event).equals("out-of-order");
      notes.add(
          new ExpertNote(
              ExpertNote.Kind.DUPLICATE_ACK,
              Phrase.of(
                  isKnown ? "note.duplicate-ack.out-of-order" : "note.duplicate-ack",
                  own.repeated)));
    } else if (!segment.ack().equals(own.acknowledged)) {
      own.repeated = 0;
    }
    own.acknowledged = segment.ack();
    own.window = segment.window();
  }

  /// The word for the occasion of a sending, as the trace has it; empty where it says none.
  private String reasonOf(FrameSent event) {
    return switch (reasons.get(event.cause())) {
      case TcpRetransmission again -> again.why();
      case TcpVariables variables -> variables.why();
      case TimerExpired timer -> timer.timer();
      case null, default -> "";
    };
  }
}
