package netarium.engine.service.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.codec.dns.DnsMessage;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.codec.dns.RecordType;
import netarium.engine.codec.dns.ResponseCode;

/// How a machine asks (RFC 1034 §5.3.1): its servers in their order, and all of them once more if
/// none has answered. It keeps nothing: each look-up is seen on the network. A server that says
/// that a name does not exist has answered; one that fails, refuses or only knows others that may
/// know has not.
public final class StubResolver {
  /// As often as glibc and Go ask each server.
  public static final int ATTEMPTS = 2;

  private final List<? extends DnsPath> servers;
  private final int attempts;

  public StubResolver(List<? extends DnsPath> servers, int attempts) {
    this.servers = List.copyOf(servers);
    this.attempts = attempts;
  }

  /// Asks. `answer` is called once, at once or later, but not after what this answers was run: that
  /// takes the question back.
  public Runnable resolve(DnsQuestion question, Consumer<DnsAnswer> answer) {
    Lookup lookup = new Lookup(question, answer);
    lookup.next();
    return lookup::cancel;
  }

  private final class Lookup {
    private final Consumer<DnsAnswer> answer;
    private final List<DnsRecord> aliases = new ArrayList<>();
    private DnsQuestion question;
    private DnsAnswer last = new DnsAnswer.Unreachable("no name server is set");
    private int asked;
    private int turn;
    private boolean isOver;
    private Runnable cancel = () -> {};

    Lookup(DnsQuestion question, Consumer<DnsAnswer> answer) {
      this.question = question;
      this.answer = answer;
    }

    void cancel() {
      isOver = true;
      cancel.run();
    }

    void next() {
      if (asked >= attempts * servers.size()) {
        end(last);
        return;
      }
      DnsPath server = servers.get(asked++ % servers.size());
      int mine = ++turn;
      Runnable takesBack = server.ask(question, this::came);
      if (mine == turn) {
        cancel = takesBack;
      }
    }

    private void came(DnsReply reply) {
      if (isOver) {
        return;
      }
      switch (reply) {
        case DnsReply.Silent _ -> fails(new DnsAnswer.TimedOut());
        case DnsReply.Unreachable(String why) -> fails(new DnsAnswer.Unreachable(why));
        case DnsReply.Came(DnsMessage message) -> came(message);
      }
    }

    private void fails(DnsAnswer why) {
      last = why;
      next();
    }

    private void came(DnsMessage message) {
      switch (message.responseCode()) {
        case ResponseCode.NO_ERROR -> answered(message);
        case ResponseCode.NAME_ERROR -> {
          aliases.addAll(Aliases.follow(question, message.answers()).aliases());
          end(new DnsAnswer.NoSuchName(aliases, authority(message)));
        }
        default -> fails(new DnsAnswer.Refused(message.responseCode()));
      }
    }

    private void answered(DnsMessage message) {
      Aliases found = Aliases.follow(question, message.answers());
      if (!found.records().isEmpty()) {
        aliases.addAll(found.aliases());
        end(new DnsAnswer.Found(aliases, found.records()));
      } else if (!found.aliases().isEmpty()) {
        follow(found, message);
      } else if (isReferral(message)) {
        fails(new DnsAnswer.Refused(message.responseCode()));
      } else {
        end(new DnsAnswer.NoData(aliases, authority(message)));
      }
    }

    /// The server has said what the name is an alias of, but not what that is.
    private void follow(Aliases found, DnsMessage message) {
      aliases.addAll(found.aliases());
      if (aliases.size() >= Aliases.MOST) {
        end(new DnsAnswer.Refused(ResponseCode.SERVER_FAILURE));
      } else if (authority(message).isPresent()) {
        end(new DnsAnswer.NoData(aliases, authority(message)));
      } else {
        question = new DnsQuestion(found.name(), question.type(), question.classNumber());
        asked = 0;
        next();
      }
    }

    private void end(DnsAnswer result) {
      if (!isOver) {
        isOver = true;
        answer.accept(result);
      }
    }
  }

  /// It does not know, and names others that it will not ask itself.
  private static boolean isReferral(DnsMessage message) {
    return !message.isAuthoritative()
        && !message.offersRecursion()
        && message.authority().stream().anyMatch(each -> each.type() == RecordType.NS);
  }

  /// The record that says how long a negative answer holds.
  static Optional<DnsRecord> authority(DnsMessage message) {
    return message.authority().stream()
        .filter(each -> each.data() instanceof RecordData.Soa)
        .findFirst();
  }
}
