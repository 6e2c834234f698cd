package netarium.app.canvas.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import netarium.app.text.Texts;
import netarium.app.text.TimeText;
import netarium.engine.run.Waits;
import netarium.engine.trace.DropReason;
import netarium.engine.vm.Awaited;

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

  /// Of a machine that was asked what its programs wait for.
  NodeState of(Deed deed, Waits waits) {
    Waits.Wait wait = mostTelling(waits.all());
    String place = wait.place().isEmpty() ? deed.place() : NodeHistory.shortName(wait.place());
    int others = waits.all().size() - 1;
    String more = others == 0 ? "" : " +" + others;
    if (waits.isAtWork()) {
      return new NodeState(NodeState.Mood.GOOD, of("state.running"), deed.place(), of(wait) + more);
    }
    boolean sleeps = waits.all().stream().allMatch(SceneWords::isSleep);
    String word = of(sleeps ? "state.sleeping" : "state.waiting");
    return new NodeState(NodeState.Mood.QUIET, word, place, of(wait) + more);
  }

  /// The first that waits for somebody else; failing that, the first.
  private static Waits.Wait mostTelling(List<Waits.Wait> all) {
    for (Waits.Wait each : all) {
      if (!isSleep(each) && each.awaited().what() != Awaited.What.OTHER) {
        return each;
      }
    }
    return all.getFirst();
  }

  private static boolean isSleep(Waits.Wait wait) {
    return wait.awaited().what() == Awaited.What.SLEEP;
  }

  private String of(Waits.Wait wait) {
    String whom = wait.awaited().whom().replaceFirst("^0\\.0\\.0\\.0:", ":");
    return switch (wait.awaited().what()) {
      case CLIENT -> of("awaits.client", whom);
      case READ -> of("awaits.read", whom);
      case WRITE -> of("awaits.write", whom);
      case CONNECT -> of("awaits.connect", whom);
      case MESSAGE -> whom.isEmpty() ? of("awaits.any-message") : of("awaits.message", whom);
      case INPUT -> of("awaits.input");
      case SLEEP -> sleep(wait.untilNanos());
      case FRAME -> of("awaits.frame");
      case TASK -> of("awaits.task");
      case OTHER -> of("awaits.other");
    };
  }

  private String sleep(OptionalLong until) {
    return until.isEmpty()
        ? of("awaits.other")
        : of("awaits.instant", TimeText.micros(until.getAsLong()));
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
