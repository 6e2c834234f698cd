package netarium.topologies.write;

import java.nio.charset.StandardCharsets;
import netarium.topologies.Note;
import netarium.topologies.Topology;
import netarium.topologies.json.JsonTextWriter;
import netarium.topologies.json.JsonValue;

/// Writes a topology as the text of version 1. Reading the text gives an equal topology.
public final class TopologyWriter {
  private TopologyWriter() {}

  /// The text, with a line end at its end.
  public static String write(Topology topology) {
    return JsonTextWriter.write(value(topology));
  }

  /// The same in UTF-8.
  public static byte[] octets(Topology topology) {
    return write(topology).getBytes(StandardCharsets.UTF_8);
  }

  /// The same as a value.
  public static JsonValue value(Topology t) {
    return new ObjectText()
        .text("format", Topology.FORMAT)
        .whole("version", Topology.VERSION)
        .text("name", t.name())
        .text("description", t.description())
        .whole("seed", t.seed())
        .text("epoch", t.epoch(), Topology.DEFAULT_EPOCH)
        .text("until", t.until())
        .map("hosts", t.hosts(), ObjectText::quoted)
        .put("nodes", ObjectText.items(t.nodes(), NodeText::of))
        .put("links", ObjectText.items(t.links(), LinkText::of))
        .list("notes", t.notes(), TopologyWriter::note)
        .list("stimuli", t.stimuli(), StimulusText::of)
        .with(t.extras());
  }

  private static JsonValue note(Note note) {
    return new ObjectText()
        .number("x", note.x())
        .number("y", note.y())
        .number("width", note.width())
        .number("height", note.height())
        .text("text", note.text())
        .with(note.extras());
  }
}
