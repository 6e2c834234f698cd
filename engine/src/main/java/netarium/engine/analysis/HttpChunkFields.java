package netarium.engine.analysis;

import java.util.List;
import netarium.engine.wire.Octets;

/// The chunks of a message's content (RFC 9112 §7.1), each with its size, its data and what ends
/// it.
final class HttpChunkFields {
  private static final int MOST_CHUNKS = 400;

  private HttpChunkFields() {}

  static void add(FieldList fields, HttpMessage message, TalkLayers.Carried carried) {
    StreamOctets sent = message.side().octets();
    ChunkWalk walk = new ChunkWalk(sent, message.headEnd());
    int shown = 0;
    ChunkWalk.Step step = walk.next();
    while (step == ChunkWalk.Step.CHUNK && walk.lineFrom() < carried.to() && shown < MOST_CHUNKS) {
      if (carried.endsHere() || walk.at() > carried.from()) {
        addChunk(fields, message, carried, walk);
        shown++;
      }
      step = walk.next();
    }
    if (step == ChunkWalk.Step.LAST) {
      addSize(fields, message, walk);
      int trailer = (int) (walk.dataFrom() - message.from());
      int end = (int) (walk.at() - message.from());
      boolean hasFields = end - trailer > 2;
      fields.add(
          hasFields ? "http.chunked_trailer_part" : "http.chunk_boundary",
          trailer,
          end - trailer,
          hasFields ? HttpLayer.shown(carried.octets(walk.dataFrom(), walk.at())) : "",
          Phrase.NONE,
          Phrase.of(hasFields ? "explain.http.chunked_trailer_part" : "explain.http.chunk_end"));
    } else if (step == ChunkWalk.Step.WAIT || step == ChunkWalk.Step.BROKEN) {
      addRest(fields, message, carried, Math.max(walk.at(), carried.from()));
    }
  }

  private static void addSize(FieldList fields, HttpMessage message, ChunkWalk walk) {
    long size = walk.dataTo() - walk.dataFrom();
    fields.add(
        "http.chunk_size",
        (int) (walk.lineFrom() - message.from()),
        (int) (walk.dataFrom() - walk.lineFrom()),
        Long.toString(size),
        Phrase.of("remark.literal", "0x" + Long.toHexString(size)),
        size == 0
            ? Phrase.of("explain.http.chunk_size.last")
            : Phrase.of("explain.http.chunk_size", size));
  }

  private static void addChunk(
      FieldList fields, HttpMessage message, TalkLayers.Carried carried, ChunkWalk walk) {
    addSize(fields, message, walk);
    long shownTo = Math.min(walk.dataTo(), walk.dataFrom() + 25);
    fields.add(
        "http.chunk_data",
        (int) (walk.dataFrom() - message.from()),
        (int) (walk.dataTo() - walk.dataFrom()),
        HttpLayer.shown(carried.octets(walk.dataFrom(), shownTo)),
        "",
        Phrase.NONE,
        Phrase.of("explain.http.chunk_data", walk.dataTo() - walk.dataFrom()),
        Check.NONE,
        List.of());
    fields.add(
        "http.chunk_boundary",
        (int) (walk.dataTo() - message.from()),
        (int) (walk.at() - walk.dataTo()),
        "",
        Phrase.NONE,
        Phrase.of("explain.http.chunk_boundary"));
  }

  /// A chunk whose end has not been sent.
  private static void addRest(
      FieldList fields, HttpMessage message, TalkLayers.Carried carried, long from) {
    if (from < carried.to()) {
      Octets octets = carried.octets(from, Math.min(carried.to(), from + 25));
      fields.add(
          "http.chunk_data",
          (int) (from - message.from()),
          (int) (carried.to() - from),
          HttpLayer.shown(octets),
          "",
          Phrase.NONE,
          Phrase.of("explain.http.chunk_data.part", carried.to() - from),
          Check.NONE,
          List.of());
    }
  }
}
