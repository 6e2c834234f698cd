package netarium.engine.analysis;

/// Something an expert would remark on a frame, and why it is so: the engine's own reason, not one
/// guessed from outside.
public record ExpertNote(Kind kind, Phrase sentence) {
  public enum Kind {
    RETRANSMISSION("tcp.analysis.retransmission"),
    DUPLICATE_ACK("tcp.analysis.duplicate_ack"),
    ZERO_WINDOW("tcp.analysis.zero_window"),
    WINDOW_PROBE("tcp.analysis.zero_window_probe"),
    KEEP_ALIVE("tcp.analysis.keep_alive"),
    RESET("tcp.analysis.reset");

    private final String filterName;

    Kind(String filterName) {
      this.filterName = filterName;
    }

    /// The name in the filter language.
    public String filterName() {
      return filterName;
    }
  }
}
