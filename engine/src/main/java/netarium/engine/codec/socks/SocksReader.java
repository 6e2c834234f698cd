package netarium.engine.codec.socks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.codec.socks.SocksMessage.Credentials;
import netarium.engine.codec.socks.SocksMessage.CredentialsAnswer;
import netarium.engine.codec.socks.SocksMessage.Greeting;
import netarium.engine.codec.socks.SocksMessage.MethodChoice;
import netarium.engine.codec.socks.SocksMessage.Reply;
import netarium.engine.codec.socks.SocksMessage.Request;
import netarium.engine.wire.Field;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// Octets to SOCKS messages. Each method reads one kind from the front of what has come; which one
/// is due, the conversation knows.
public final class SocksReader {
  private SocksReader() {}

  public static SocksParse<Greeting> greeting(Octets octets) {
    if (isOther(octets, SocksMessage.VERSION)) {
      return badVersion(octets, SocksMessage.VERSION);
    }
    if (octets.length() < 2) {
      return new SocksParse.Incomplete<>(2);
    }
    int length = 2 + octets.at(1);
    if (octets.length() < length) {
      return new SocksParse.Incomplete<>(length);
    }
    List<Integer> methods = new ArrayList<>();
    for (int at = 2; at < length; at++) {
      methods.add(octets.at(at));
    }
    return new SocksParse.Whole<>(new Greeting(methods), length);
  }

  public static SocksParse<MethodChoice> methodChoice(Octets octets) {
    if (isOther(octets, SocksMessage.VERSION)) {
      return badVersion(octets, SocksMessage.VERSION);
    }
    return octets.length() < 2
        ? new SocksParse.Incomplete<>(2)
        : new SocksParse.Whole<>(new MethodChoice(octets.at(1)), 2);
  }

  public static SocksParse<Credentials> credentials(Octets octets) {
    if (isOther(octets, SocksMessage.CREDENTIALS_VERSION)) {
      return badVersion(octets, SocksMessage.CREDENTIALS_VERSION);
    }
    if (octets.length() < 2) {
      return new SocksParse.Incomplete<>(2);
    }
    int userEnd = 2 + octets.at(1);
    if (octets.length() <= userEnd) {
      return new SocksParse.Incomplete<>(userEnd + 1);
    }
    int end = userEnd + 1 + octets.at(userEnd);
    return octets.length() < end
        ? new SocksParse.Incomplete<>(end)
        : new SocksParse.Whole<>(
            new Credentials(octets.slice(2, userEnd), octets.slice(userEnd + 1, end)), end);
  }

  public static SocksParse<CredentialsAnswer> credentialsAnswer(Octets octets) {
    if (isOther(octets, SocksMessage.CREDENTIALS_VERSION)) {
      return badVersion(octets, SocksMessage.CREDENTIALS_VERSION);
    }
    return octets.length() < 2
        ? new SocksParse.Incomplete<>(2)
        : new SocksParse.Whole<>(new CredentialsAnswer(octets.at(1)), 2);
  }

  public static SocksParse<Request> request(Octets octets) {
    return switch (place(octets)) {
      case SocksParse.Whole<Place>(Place place, int length) ->
          new SocksParse.Whole<>(new Request(octets.at(1), place.address(), place.port()), length);
      case SocksParse.Incomplete<Place>(int atLeast) -> new SocksParse.Incomplete<>(atLeast);
      case SocksParse.Malformed<Place>(Field field, String why) ->
          new SocksParse.Malformed<>(field, why);
    };
  }

  public static SocksParse<Reply> reply(Octets octets) {
    return switch (place(octets)) {
      case SocksParse.Whole<Place>(Place place, int length) ->
          new SocksParse.Whole<>(new Reply(octets.at(1), place.address(), place.port()), length);
      case SocksParse.Incomplete<Place>(int atLeast) -> new SocksParse.Incomplete<>(atLeast);
      case SocksParse.Malformed<Place>(Field field, String why) ->
          new SocksParse.Malformed<>(field, why);
    };
  }

  private record Place(SocksAddress address, int port) {}

  /// The form that requests and replies share: version, what, reserved, type, address, port.
  private static SocksParse<Place> place(Octets octets) {
    if (isOther(octets, SocksMessage.VERSION)) {
      return badVersion(octets, SocksMessage.VERSION);
    }
    if (octets.length() < 4) {
      return new SocksParse.Incomplete<>(4);
    }
    int type = octets.at(3);
    int start = type == SocksAddress.Name.TYPE ? 5 : 4;
    if (octets.length() < start) {
      return new SocksParse.Incomplete<>(start);
    }
    int addressOctets =
        switch (type) {
          case SocksAddress.V4.TYPE -> 4;
          case SocksAddress.Name.TYPE -> octets.at(4);
          case SocksAddress.V6.TYPE -> SocksAddress.V6.LENGTH_OCTETS;
          default -> 0;
        };
    if (addressOctets == 0) {
      boolean isName = type == SocksAddress.Name.TYPE;
      return new SocksParse.Malformed<>(
          isName ? new Field("domain length", 4, 1) : new Field("address type", 3, 1),
          isName ? "the name is empty" : "there is no address type " + type);
    }
    int end = start + addressOctets;
    if (octets.length() < end + 2) {
      return new SocksParse.Incomplete<>(end + 2);
    }
    Octets address = octets.slice(start, end);
    return new SocksParse.Whole<>(new Place(address(type, address), octets.uint16(end)), end + 2);
  }

  private static SocksAddress address(int type, Octets octets) {
    return switch (type) {
      case SocksAddress.V4.TYPE -> new SocksAddress.V4(new Ipv4Address(octets.int32(0)));
      case SocksAddress.V6.TYPE -> new SocksAddress.V6(octets);
      default -> new SocksAddress.Name(new String(octets.toByteArray(), ISO_8859_1));
    };
  }

  private static boolean isOther(Octets octets, int version) {
    return !octets.isEmpty() && octets.at(0) != version;
  }

  private static <T> SocksParse<T> badVersion(Octets octets, int wanted) {
    return new SocksParse.Malformed<>(
        new Field("version", 0, 1), "the version is " + octets.at(0) + " instead of " + wanted);
  }
}
