package netarium.app.packets;

import java.util.List;
import netarium.app.canvas.scene.Glyph;
import netarium.engine.analysis.ExpertNote;

/// A row as it is shown, made when somebody looks at it. `ordinal` is that of the frame's sending.
public record PacketRow(
    int number,
    long ordinal,
    long nanos,
    String source,
    String destination,
    String protocol,
    Glyph glyph,
    int length,
    String info,
    List<ExpertNote> notes) {
  public PacketRow {
    notes = List.copyOf(notes);
  }
}
