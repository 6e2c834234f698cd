package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.analysis.FieldList.Sight;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;

/// What a segment carries, as parts of what its side of the connection says: whole ones, and pieces
/// of those that took several segments.
final class TalkLayers {
  private static final int MOST_SEGMENTS = 64;

  private TalkLayers() {}

  /// Reads the text of a segment whose header is `header` octets long and begins at `base`.
  static void read(Octets segment, int header, int base, FramePlace place, List<Layer> layers) {
    Octets text = segment.slice(header);
    int at = base + header;
    boolean isSyn = (segment.at(13) & 2) != 0;
    long first = place.firstOctet(new SeqNum(segment.int32(4)), isSyn);
    long end = first + text.length();
    if (place.side().parts(first, end).isEmpty()) {
      HttpLayer.read(text, at, place.speaksHttp() && !place.hasContent(), layers);
      return;
    }
    read(place.side(), text, at, first, layers);
  }

  /// Reads what a side says from its octet `first` on, which stands at `at` of the frame.
  private static void read(StreamSide side, Octets text, int at, long first, List<Layer> layers) {
    long next = first;
    for (StreamPart part : side.parts(first, first + text.length())) {
      Carried carried = new Carried(side, part, text, at, first);
      data(text, at, (int) (next - first), (int) (carried.from() - first), layers);
      switch (part) {
        case HttpMessage message -> {
          layers.add(HttpLayer.of(message, carried));
          DnsLayer.addContent(message, carried, layers);
        }
        case WebSocketFrame frame -> layers.add(WebSocketLayer.of(frame, carried));
        case SocksPart step -> layers.add(SocksLayer.of(step, carried));
        case HlhvFrame frame -> layers.add(HlhvLayer.of(frame, carried));
        case DnsPart message -> layers.add(DnsLayer.of(message, carried));
        case TlsRecord record -> {
          layers.add(TlsLayer.of(record, carried));
          inside(record, carried, layers);
        }
      }
      next = carried.to();
    }
    data(text, at, (int) (next - first), text.length(), layers);
  }

  /// What is said inside a record, in the octets that carry it encrypted.
  private static void inside(TlsRecord record, Carried carried, List<Layer> layers) {
    TlsRecord.Run run = record.carried(carried.from(), carried.to());
    if (run != null) {
      Octets plain = run.side().octets().slice(run.first(), run.end());
      List<Layer> found = new ArrayList<>();
      read(run.side(), plain, carried.place(record.place(run.first())), run.first(), found);
      found.forEach(layer -> layers.add(layer.decrypted()));
    }
  }

  private static void data(Octets text, int base, int from, int to, List<Layer> layers) {
    if (from < to) {
      layers.add(PlainLayers.data(text.slice(from, to), base + from));
    }
  }

  /// A part and how much of it is in this frame.
  ///
  /// @param text the text of the segment, which begins at `base` of the frame and is octet `first`
  ///   of what its side says
  record Carried(StreamSide side, StreamPart part, Octets text, int base, long first) {
    private long end() {
      return first + text.length();
    }

    /// The first octet of it that is here.
    long from() {
      return Math.max(part.from(), first);
    }

    /// The octet behind the last that is here.
    long to() {
      return part.to() == StreamPart.OPEN ? end() : Math.min(part.to(), end());
    }

    boolean beginsHere() {
      return part.from() >= first;
    }

    boolean endsHere() {
      return part.to() != StreamPart.OPEN && part.to() <= end();
    }

    boolean isWhole() {
      return beginsHere() && endsHere();
    }

    /// Where an octet of the stream stands, or would stand, in this frame.
    int place(long octet) {
      return Math.clamp(base + octet - first, Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2);
    }

    /// Octets of the part, those that are here as this frame has them, the others as they were
    /// sent.
    Octets octets(long start, long stop) {
      if (start >= first && stop <= end()) {
        return text.slice((int) (start - first), (int) (stop - first));
      }
      byte[] all = side.octets().slice(start, stop).toByteArray();
      long low = Math.max(start, first);
      long high = Math.min(start + all.length, end());
      if (low < high) {
        text.slice((int) (low - first), (int) (high - first)).copyTo(all, (int) (low - start));
      }
      return Octets.wrap(all);
    }

    /// For fields that count from octet `start` of the stream. All fields of the part are shown
    /// where it ends; before that those that are here.
    FieldList fields(Octets octets, long start) {
      Sight sight = new Sight(place(from()), place(to()), endsHere());
      return new FieldList(octets, place(start), sight);
    }

    /// How many segments carry the part.
    int segments() {
      return side.octets().segments(part.from(), part.to() == StreamPart.OPEN ? end() : part.to());
    }

    Layer layer(Layer.Kind kind, String name, String summary, FieldList fields) {
      List<LayerField> list = new ArrayList<>();
      if (!isWhole()) {
        list.add(reassembled());
      }
      list.addAll(fields.list());
      int at = place(from());
      return new Layer(kind, name, summary, at, place(to()) - at, list);
    }

    /// From which segments the part is put together.
    private LayerField reassembled() {
      boolean isOpen = part.to() == StreamPart.OPEN;
      StreamOctets octets = side.octets();
      long stop = isOpen ? octets.length() : Math.min(part.to(), octets.length());
      int count = octets.segments(part.from(), stop);
      List<LayerField> children = new ArrayList<>();
      long at = part.from();
      while (at < stop && children.size() < MOST_SEGMENTS) {
        long next = Math.min(stop, octets.segmentEnd(at));
        boolean isHere = at < end() && next > first;
        children.add(segment(at - part.from(), next - part.from(), isHere));
        at = next;
      }
      Phrase meaning =
          endsHere()
              ? Phrase.of("explain.tcp.segments.last", count, stop - part.from())
              : Phrase.of("explain.tcp.segments", count, stop - part.from());
      return new LayerField(
          side.isWithin() ? "tls.segments" : "tcp.segments",
          "",
          Integer.toString(count),
          "",
          Phrase.of(endsHere() ? "remark.tcp.segments" : "remark.tcp.segments.part", count),
          meaning,
          Check.NONE,
          place(from()),
          0,
          children);
    }

    private LayerField segment(long from, long to, boolean isHere) {
      return new LayerField(
          "tcp.segment",
          "",
          from + "–" + (to - 1),
          "",
          isHere ? Phrase.of("remark.tcp.segment.here") : Phrase.NONE,
          Phrase.of("explain.tcp.segment", Long.toString(from), Long.toString(to - 1), to - from),
          Check.NONE,
          place(from()),
          0,
          List.of());
    }
  }
}
