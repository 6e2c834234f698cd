package netarium.engine.analysis;

import netarium.engine.analysis.SocksPart.Step;
import netarium.engine.codec.socks.SocksMessage;
import netarium.engine.codec.socks.SocksParse;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Reads the greeting of a SOCKS5 proxy (RFC 1928); what is tunnelled behind it is read as what it
/// turns out to be. The client is the side that opened the connection.
final class SocksTalk implements StreamTalk.Talk {
  private static final int CLIENT = 0;
  private static final int PROXY = 1;
  private static final int LONGEST_OCTETS = 600;

  private final Channel channel;
  private final StreamTalk talk;
  private final long[] at;
  private @Nullable Step next = Step.METHODS;

  SocksTalk(Channel channel, StreamTalk talk, long ofClient, long ofProxy) {
    this.channel = channel;
    this.talk = talk;
    at = new long[] {ofClient, ofProxy};
  }

  /// Whether the client begins with a whole greeting, and has said nothing behind it.
  static boolean isGreeting(StreamOctets octets, long from) {
    return Step.METHODS.read(octets.slice(from, from + LONGEST_OCTETS))
            instanceof SocksParse.Whole<? extends SocksMessage>(SocksMessage _, int length)
        && from + length == octets.length();
  }

  @Override
  public void more(int side) {
    while (next != null) {
      Step step = next;
      int who = step.isOfClient() ? CLIENT : PROXY;
      StreamSide speaker = channel.side(who);
      Octets octets = speaker.octets().slice(at[who], at[who] + LONGEST_OCTETS);
      switch (step.read(octets)) {
        case SocksParse.Incomplete<? extends SocksMessage> _ -> {
          return;
        }
        case SocksParse.Malformed<? extends SocksMessage> _ -> next = null;
        case SocksParse.Whole<? extends SocksMessage>(SocksMessage message, int length) -> {
          speaker.add(new SocksPart(speaker, at[who], at[who] + length, step, message));
          at[who] += length;
          next = after(message);
          if (message instanceof SocksMessage.Reply(int code, var _, int _) && code == 0) {
            talk.beginAnew(at[CLIENT], at[PROXY]);
          }
        }
      }
    }
  }

  private static @Nullable Step after(SocksMessage message) {
    return switch (message) {
      case SocksMessage.Greeting _ -> Step.METHOD;
      case SocksMessage.MethodChoice(int method) ->
          switch (method) {
            case SocksMessage.USER_AND_PASSWORD -> Step.PASSWORD;
            case SocksMessage.NO_ACCEPTABLE_METHOD -> null;
            default -> Step.REQUEST;
          };
      case SocksMessage.Credentials _ -> Step.PASSWORD_STATUS;
      case SocksMessage.CredentialsAnswer answer -> answer.isAccepted() ? Step.REQUEST : null;
      case SocksMessage.Request _ -> Step.REPLY;
      case SocksMessage.Reply _ -> null;
    };
  }
}
