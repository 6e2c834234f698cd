package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import netarium.engine.codec.socks.SocksAddress;
import netarium.engine.codec.socks.SocksMessage;
import netarium.engine.codec.socks.SocksReplyCode;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// A step of the greeting of a SOCKS5 proxy: RFC 1928 §3, §4, §6 and RFC 1929 §2.
final class SocksLayer {
  private static final int KNOWN_REPLIES = 9;

  private SocksLayer() {}

  static Layer of(SocksPart part, TalkLayers.Carried carried) {
    Octets octets = carried.octets(part.from(), part.to());
    FieldList fields = carried.fields(octets, part.from());
    switch (part.step()) {
      case METHODS -> addMethods(fields);
      case METHOD -> {
        version(fields);
        method(fields, "socks.auth_accepted_method", 1);
      }
      case PASSWORD -> addPassword(fields);
      case PASSWORD_STATUS -> {
        fields.add("socks.subnegotiation_version", 0, 1, octets.at(0));
        String key = octets.at(1) == 0 ? "good" : "bad";
        fields.add(
            "socks.auth_status",
            1,
            1,
            octets.at(1),
            Phrase.of("remark.socks.status." + key),
            Phrase.of("explain.socks.status." + key));
      }
      case REQUEST, REPLY -> addAddressed(fields, part.step() == SocksPart.Step.REQUEST);
    }
    return carried.layer(Layer.Kind.SOCKS, "SOCKS", line(part), fields);
  }

  private static void version(FieldList fields) {
    fields.add("socks.version", 0, 1, fields.octets().at(0));
  }

  private static void method(FieldList fields, String key, int at) {
    int method = fields.octets().at(at);
    String name =
        switch (method) {
          case 0, 1, 2, 255 -> Integer.toString(method);
          default -> "other";
        };
    fields.add(
        key,
        at,
        1,
        method,
        Phrase.of("remark.socks.method." + name),
        Phrase.of("explain.socks.method." + name));
  }

  private static void addMethods(FieldList fields) {
    version(fields);
    int count = fields.octets().at(1);
    fields.add(
        "socks.auth_method_count",
        1,
        1,
        count,
        Phrase.NONE,
        Phrase.of("explain.socks.auth_method_count", count));
    for (int i = 0; i < count; i++) {
      method(fields, "socks.auth_method", 2 + i);
    }
  }

  private static void addPassword(FieldList fields) {
    Octets octets = fields.octets();
    fields.add("socks.subnegotiation_version", 0, 1, octets.at(0));
    int name = octets.at(1);
    fields.add("socks.username.length", 1, 1, name);
    if (name > 0) {
      fields.add("socks.username", 2, name, text(octets, 2, name));
    }
    int password = octets.at(2 + name);
    fields.add("socks.password.length", 2 + name, 1, password);
    if (password > 0) {
      fields.add("socks.password", 3 + name, password, text(octets, 3 + name, password));
    }
  }

  private static void addAddressed(FieldList fields, boolean isRequest) {
    Octets octets = fields.octets();
    version(fields);
    int code = octets.at(1);
    if (isRequest) {
      String key = code >= 1 && code <= 3 ? Integer.toString(code) : "other";
      fields.add(
          "socks.command",
          1,
          1,
          code,
          Phrase.of("remark.socks.command." + key),
          Phrase.of("explain.socks.command." + key));
    } else {
      String key = code < KNOWN_REPLIES ? Integer.toString(code) : "other";
      fields.add(
          "socks.results",
          1,
          1,
          code,
          Phrase.of("remark.socks.reply." + key),
          Phrase.of("explain.socks.reply." + key));
    }
    fields.add("socks.reserved", 2, 1, octets.at(2));
    int type = octets.at(3);
    String typeKey = type == 1 || type == 3 || type == 4 ? Integer.toString(type) : "other";
    fields.add(
        "socks.address_type",
        3,
        1,
        type,
        Phrase.of("remark.socks.address." + typeKey),
        Phrase.of("explain.socks.address_type"));
    int end = octets.length() - 2;
    switch (type) {
      case 1 -> fields.add("socks.dst", 4, 4, new Ipv4Address(octets.int32(4)));
      case 3 -> {
        fields.add("socks.remote_name.length", 4, 1, octets.at(4));
        if (end > 5) {
          fields.add("socks.remote_name", 5, end - 5, text(octets, 5, end - 5));
        }
      }
      default -> fields.add("socks.dstV6", 4, end - 4, octets.slice(4, end));
    }
    int port = octets.uint16(end);
    fields.add("socks.port", end, 2, port);
  }

  private static String text(Octets octets, int at, int length) {
    return new String(octets.slice(at, at + length).toByteArray(), UTF_8);
  }

  /// As packet lists write it.
  static String line(SocksPart part) {
    return "SOCKS5 "
        + switch (part.message()) {
          case SocksMessage.Greeting(List<Integer> methods) ->
              "greeting, " + methods.size() + (methods.size() == 1 ? " method" : " methods");
          case SocksMessage.MethodChoice(int method) -> methodName(method);
          case SocksMessage.Credentials(Octets user, Octets _) ->
              "user " + text(user, 0, user.length());
          case SocksMessage.CredentialsAnswer answer ->
              "user and password " + (answer.isAccepted() ? "accepted" : "refused");
          case SocksMessage.Request(int command, SocksAddress address, int port) ->
              command(command) + " " + address + ":" + port;
          case SocksMessage.Reply(int code, SocksAddress _, int _) ->
              "reply: " + SocksReplyCode.sentence(code);
        };
  }

  private static String methodName(int method) {
    return switch (method) {
      case SocksMessage.NO_AUTHENTICATION -> "no authentication";
      case 1 -> "GSSAPI";
      case SocksMessage.USER_AND_PASSWORD -> "user and password, please";
      case SocksMessage.NO_ACCEPTABLE_METHOD -> "no acceptable method";
      default -> "method " + method;
    };
  }

  private static String command(int command) {
    return switch (command) {
      case SocksMessage.CONNECT -> "connect to";
      case SocksMessage.BIND -> "bind for";
      case SocksMessage.UDP_ASSOCIATE -> "UDP associate";
      default -> "command " + command;
    };
  }
}
