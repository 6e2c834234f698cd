package netarium.engine.analysis.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static netarium.engine.analysis.filter.FilterField.numeric;
import static netarium.engine.analysis.filter.FilterField.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import netarium.engine.analysis.SocksPart;
import netarium.engine.analysis.StreamPart;
import netarium.engine.analysis.WebSocketFrame;
import netarium.engine.analysis.filter.FilterField.Kind;
import netarium.engine.codec.socks.SocksAddress;
import netarium.engine.codec.socks.SocksMessage;
import netarium.engine.wire.TcpSegment;

/// Names for WebSocket frames and the steps of a SOCKS5 greeting. Both are known only from what the
/// connection said before, so all of them need a run; each belongs to the segment that ends it.
final class TalkFilterFields {
  private static final int MOST_OCTETS = 1 << 16;

  private TalkFilterFields() {}

  interface Numbers<T> {
    boolean any(T part, LongPredicate out);
  }

  interface Words<T> {
    boolean any(T part, Predicate<String> out);
  }

  static List<FilterField> all() {
    List<FilterField> all = new ArrayList<>();
    addWebSocket(all);
    addSocks(all);
    addIdentity(all);
    return all.stream().map(FilterField::inRun).toList();
  }

  private static void addWebSocket(List<FilterField> all) {
    Class<WebSocketFrame> type = WebSocketFrame.class;
    all.add(carried("websocket", type));
    all.add(number("websocket.fin", Kind.FLAG, type, (f, out) -> out.test(f.isFinal() ? 1 : 0)));
    all.add(number("websocket.rsv", Kind.NUMBER, type, (f, out) -> out.test(f.reserved())));
    all.add(number("websocket.opcode", Kind.NUMBER, type, (f, out) -> out.test(f.opcode())));
    all.add(number("websocket.mask", Kind.FLAG, type, (f, out) -> out.test(f.isMasked() ? 1 : 0)));
    all.add(
        number(
            "websocket.payload_length",
            Kind.NUMBER,
            type,
            (frame, out) -> out.test(frame.payloadOctets())));
    all.add(
        word(
            "websocket.payload.text",
            type,
            (frame, out) ->
                !frame.isControl()
                    && frame.messageOpcode() == WebSocketFrame.TEXT
                    && out.test(new String(frame.payload(MOST_OCTETS).toByteArray(), UTF_8))));
    all.add(
        number(
            "websocket.payload.close.status_code",
            Kind.NUMBER,
            type,
            (frame, out) ->
                frame.opcode() == WebSocketFrame.CLOSE
                    && frame.payloadOctets() >= 2
                    && out.test(frame.closeCode())));
    all.add(
        word(
            "websocket.payload.close.reason",
            type,
            (frame, out) ->
                frame.opcode() == WebSocketFrame.CLOSE
                    && frame.payloadOctets() > 2
                    && out.test(
                        new String(frame.payload(MOST_OCTETS).slice(2).toByteArray(), UTF_8))));
  }

  private static void addSocks(List<FilterField> all) {
    Class<SocksPart> type = SocksPart.class;
    all.add(carried("socks", type));
    all.add(
        number(
            "socks.version",
            Kind.NUMBER,
            type,
            (part, out) ->
                !(part.message() instanceof SocksMessage.Credentials)
                    && !(part.message() instanceof SocksMessage.CredentialsAnswer)
                    && out.test(SocksMessage.VERSION)));
    all.add(
        number(
            "socks.command",
            Kind.NUMBER,
            type,
            (part, out) ->
                part.message() instanceof SocksMessage.Request(int command, var _, int _)
                    && out.test(command)));
    all.add(
        number(
            "socks.results",
            Kind.NUMBER,
            type,
            (part, out) ->
                part.message() instanceof SocksMessage.Reply(int code, var _, int _)
                    && out.test(code)));
    all.add(
        number(
            "socks.dst",
            Kind.ADDRESS,
            type,
            (part, out) ->
                address(part) instanceof SocksAddress.V4(var address)
                    && out.test(Integer.toUnsignedLong(address.bits()))));
    all.add(
        word(
            "socks.remote_name",
            type,
            (part, out) ->
                address(part) instanceof SocksAddress.Name(String name) && out.test(name)));
    all.add(
        number(
            "socks.port",
            Kind.NUMBER,
            type,
            (part, out) ->
                switch (part.message()) {
                  case SocksMessage.Request(int _, var _, int port) -> out.test(port);
                  case SocksMessage.Reply(int _, var _, int port) -> out.test(port);
                  default -> false;
                }));
  }

  private static void addIdentity(List<FilterField> all) {
    Class<SocksPart> type = SocksPart.class;
    all.add(
        number(
            "socks.auth_method",
            Kind.NUMBER,
            type,
            (part, out) ->
                part.message() instanceof SocksMessage.Greeting(List<Integer> methods)
                    && methods.stream().anyMatch(out::test)));
    all.add(
        number(
            "socks.auth_accepted_method",
            Kind.NUMBER,
            type,
            (part, out) ->
                part.message() instanceof SocksMessage.MethodChoice(int method)
                    && out.test(method)));
    all.add(
        number(
            "socks.auth_status",
            Kind.NUMBER,
            type,
            (part, out) ->
                part.message() instanceof SocksMessage.CredentialsAnswer(int status)
                    && out.test(status)));
    all.add(
        word(
            "socks.username",
            type,
            (part, out) ->
                part.message() instanceof SocksMessage.Credentials(var user, var _)
                    && out.test(new String(user.toByteArray(), UTF_8))));
  }

  private static Object address(SocksPart part) {
    return switch (part.message()) {
      case SocksMessage.Request(int _, SocksAddress address, int _) -> address;
      case SocksMessage.Reply(int _, SocksAddress address, int _) -> address;
      default -> part;
    };
  }

  /// Whether a segment carries any of such a part.
  static FilterField carried(String name, Class<? extends StreamPart> type) {
    return numeric(
        name,
        Kind.PRESENCE,
        (subject, out) -> {
          TcpSegment segment = FilterFields.tcp(subject.frame());
          return segment != null
              && subject.place().parts(segment).stream().anyMatch(type::isInstance)
              && out.test(1);
        });
  }

  static <T extends StreamPart> FilterField number(
      String name, Kind kind, Class<T> type, Numbers<T> values) {
    return numeric(
        name,
        kind,
        (subject, out) -> told(subject, type).stream().anyMatch(each -> values.any(each, out)));
  }

  static <T extends StreamPart> FilterField word(String name, Class<T> type, Words<T> values) {
    return text(
        name,
        (subject, out) -> told(subject, type).stream().anyMatch(each -> values.any(each, out)));
  }

  private static <T extends StreamPart> List<T> told(FilterSubject subject, Class<T> type) {
    TcpSegment segment = FilterFields.tcp(subject.frame());
    return segment == null
        ? List.of()
        : subject.place().told(segment).stream().filter(type::isInstance).map(type::cast).toList();
  }
}
