package netarium.app.canvas.scene;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import netarium.app.text.Texts;
import netarium.engine.trace.DropReason;

/// What a scene says of nodes, links and frames, in the language of whoever looks at it.
public final class SceneWords {
  private static final int MOST_REMEMBERED = 4_096;

  private final Texts texts;
  private final Map<Said, String> said = new LinkedHashMap<>();

  private record Said(String key, String value) {}

  public SceneWords(Locale locale) {
    texts = new Texts(SceneWords.class, locale);
  }

  String of(String key) {
    return texts.text(key);
  }

  /// The same few values come again and again, and formatting is slow.
  String of(String key, String value) {
    if (said.size() > MOST_REMEMBERED) {
      said.clear();
    }
    return said.computeIfAbsent(new Said(key, value), asked -> texts.text(asked.key, asked.value));
  }

  NodeState of(Deed deed, boolean isAtWork) {
    Deed.Phase phase = deed.phase();
    boolean isBusy = phase == Deed.Phase.ALIVE && isAtWork;
    NodeState.Mood mood = isBusy ? NodeState.Mood.GOOD : phase.mood();
    String word = of(isBusy ? "state.running" : phase.key());
    String doing = deed.what().isEmpty() ? deed.own() : of(deed.what(), deed.object());
    return new NodeState(mood, word, deed.place(), doing);
  }

  String counted(int count, String one, String many) {
    return count == 1 ? of(one) : of(many, Integer.toString(count));
  }

  String of(DropReason reason) {
    return switch (reason) {
      case LINK_DOWN -> of("drop.link-down");
      case NO_LINK -> of("drop.no-link");
      case LOSS -> of("drop.loss");
      case RULE -> of("drop.rule");
      case QUEUE_FULL -> of("drop.queue-full");
      case TOO_BIG -> of("drop.too-big");
      case NODE_DOWN -> of("drop.node-down");
      case NOT_ADDRESSED_HERE -> of("drop.not-addressed-here");
      case MALFORMED -> of("drop.malformed");
      case BAD_CHECKSUM -> of("drop.bad-checksum");
      case NOT_FORWARDING -> of("drop.not-forwarding");
      case NO_ROUTE -> of("drop.no-route");
      case TTL_EXPIRED -> of("drop.ttl-expired");
      case MUST_NOT_FRAGMENT -> of("drop.must-not-fragment");
      case ARP_UNANSWERED -> of("drop.arp-unanswered");
      case ARP_QUEUE_FULL -> of("drop.arp-queue-full");
      case NO_LISTENER -> of("drop.no-listener");
      case NO_CONNECTION -> of("drop.no-connection");
      case UNKNOWN_PROTOCOL -> of("drop.unknown-protocol");
      case BAD_SOURCE -> of("drop.bad-source");
      case REASSEMBLY_TIMEOUT -> of("drop.reassembly-timeout");
      case RECEIVE_QUEUE_FULL -> of("drop.receive-queue-full");
      case BACKLOG_FULL -> of("drop.backlog-full");
      case FILTERED -> of("drop.filtered");
      case STORM -> of("drop.storm");
    };
  }
}
