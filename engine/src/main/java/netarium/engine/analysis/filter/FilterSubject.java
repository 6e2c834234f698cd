package netarium.engine.analysis.filter;

import java.util.List;
import netarium.engine.analysis.ExpertNote;
import netarium.engine.analysis.FramePlace;
import netarium.engine.wire.EthernetFrame;

/// What a filter judges: a frame, and what a run knows about its sending.
public interface FilterSubject {
  EthernetFrame frame();

  /// The instant of its sending, since the start of the run.
  long nanos();

  String link();

  /// The name of the node that sent it over its link.
  String sender();

  /// The name of the node at the link's other end.
  String receiver();

  FramePlace place();

  List<ExpertNote> notes();

  /// The stable name of the reason why it was dropped; empty when it was not.
  String dropReason();

  /// A frame of which nothing else is known.
  static FilterSubject of(EthernetFrame frame) {
    return new Bare(frame);
  }

  /// No filter that asks for more than the frame is compiled for it.
  record Bare(EthernetFrame frame) implements FilterSubject {
    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public String link() {
      return "";
    }

    @Override
    public String sender() {
      return "";
    }

    @Override
    public String receiver() {
      return "";
    }

    @Override
    public FramePlace place() {
      return FramePlace.ALONE;
    }

    @Override
    public List<ExpertNote> notes() {
      return List.of();
    }

    @Override
    public String dropReason() {
      return "";
    }
  }
}
