package netarium.engine.analysis.filter;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.analysis.HlhvFrame;
import netarium.engine.analysis.filter.FilterField.Kind;
import org.jspecify.annotations.Nullable;

/// Names for the frames between a queen and her cells; the fields of their JSON objects are those
/// that the inspector shows.
final class HlhvFilterFields {
  private static final Class<HlhvFrame> TYPE = HlhvFrame.class;

  private HlhvFilterFields() {}

  static List<FilterField> all() {
    List<FilterField> all = new ArrayList<>();
    all.add(TalkFilterFields.carried("hlhv", TYPE));
    all.add(
        TalkFilterFields.number(
            "hlhv.length", Kind.NUMBER, TYPE, (f, out) -> out.test(f.payloadOctets() + 1)));
    all.add(
        TalkFilterFields.number(
            "hlhv.kind",
            Kind.NUMBER,
            TYPE,
            (frame, out) -> frame.kindNumber() >= 0 && out.test(frame.kindNumber())));
    all.add(
        TalkFilterFields.number(
            "hlhv.leash",
            Kind.FLAG,
            TYPE,
            (frame, out) -> out.test(frame.channel().isLeash() ? 1 : 0)));
    all.add(
        TalkFilterFields.number(
            "hlhv.band",
            Kind.NUMBER,
            TYPE,
            (frame, out) -> frame.channel().band() > 0 && out.test(frame.channel().band())));
    number(all, "hlhv.conn_kind", "connKind");
    word(all, "hlhv.uuid", "uuid");
    word(all, "hlhv.key", "key");
    word(all, "hlhv.host", "host");
    word(all, "hlhv.path", "path");
    number(all, "hlhv.count", "count");
    word(all, "hlhv.remote_addr_real", "remoteAddrReal");
    word(all, "hlhv.remote_addr", "remoteAddr");
    word(all, "hlhv.method", "method");
    word(all, "hlhv.scheme", "scheme");
    number(all, "hlhv.port", "port");
    word(all, "hlhv.fragment", "fragment");
    entries(all, "hlhv.query.entry", "query");
    word(all, "hlhv.proto", "proto");
    number(all, "hlhv.proto_major", "protoMajor");
    number(all, "hlhv.proto_minor", "protoMinor");
    entries(all, "hlhv.headers.entry", "headers");
    entries(all, "hlhv.cookies.entry", "cookies");
    number(all, "hlhv.max_size", "maxSize");
    number(all, "hlhv.status_code", "statusCode");
    return all.stream().map(FilterField::inRun).toList();
  }

  private static void word(List<FilterField> all, String name, String field) {
    all.add(
        TalkFilterFields.word(
            name,
            TYPE,
            (frame, out) -> {
              String text = frame.text(field);
              return text != null && out.test(text);
            }));
  }

  private static void entries(List<FilterField> all, String name, String field) {
    all.add(
        TalkFilterFields.word(
            name, TYPE, (frame, out) -> frame.entries(field).stream().anyMatch(out)));
  }

  private static void number(List<FilterField> all, String name, String field) {
    all.add(
        TalkFilterFields.number(
            name,
            Kind.NUMBER,
            TYPE,
            (frame, out) -> {
              Long value = whole(frame.text(field));
              return value != null && out.test(value);
            }));
  }

  private static @Nullable Long whole(@Nullable String text) {
    return text != null && text.matches("-?[0-9]{1,15}") ? Long.valueOf(text) : null;
  }
}
