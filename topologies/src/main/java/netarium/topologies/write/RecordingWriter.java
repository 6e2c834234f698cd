package netarium.topologies.write;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import netarium.topologies.json.Extras;
import netarium.topologies.json.JsonTextWriter;
import netarium.topologies.json.JsonValue;
import netarium.topologies.recording.LiveStimulus;
import netarium.topologies.recording.RecordedResult;
import netarium.topologies.recording.RecordedRun;
import org.jspecify.annotations.Nullable;

/// Writes a `recording.json`. Reading the text gives an equal recording, and the same recording
/// gives the same text.
public final class RecordingWriter {
  private RecordingWriter() {}

  /// The text in UTF-8, with a line end at its end.
  public static byte[] octets(RecordedRun run) {
    JsonValue value =
        new ObjectText()
            .text("format", RecordedRun.FORMAT)
            .whole("version", RecordedRun.VERSION)
            .whole("seed", run.seed())
            .text("until", run.until())
            .put("stimuli", ObjectText.items(run.stimuli(), RecordingWriter::stimulus))
            .put("result", result(run.result()))
            .with(Extras.NONE);
    return JsonTextWriter.write(value).getBytes(StandardCharsets.UTF_8);
  }

  /// The stimulus as a topology writes it, with its place in the run at the end.
  private static JsonValue stimulus(LiveStimulus live) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (StimulusText.of(live.stimulus()) instanceof JsonValue.Members(var written)) {
      members.putAll(written);
    }
    members.put(LiveStimulus.AFTER, JsonValue.of(live.after()));
    return new JsonValue.Members(members);
  }

  private static @Nullable JsonValue result(@Nullable RecordedResult result) {
    return result == null
        ? null
        : new ObjectText()
            .whole("events", result.events())
            .whole("frames", result.frames())
            .text("time", result.time())
            .text("hash", result.hash())
            .with(Extras.NONE);
  }
}
