package netarium.engine.link;

import java.util.List;
import netarium.engine.wire.EthernetFrame;
import org.jspecify.annotations.Nullable;

/// The rules of one link and how often each has matched: one count for both directions, as a
/// capture of the link would number its frames.
final class LinkRules {
  /// What the rules do to one frame. `copyNanos`: how much later a copy follows, or -1.
  record Verdict(boolean isDropped, String why, long holdNanos, long copyNanos, boolean corrupts) {}

  private final List<LinkRule> rules;
  private final long[] matched;

  LinkRules(List<LinkRule> rules) {
    this.rules = List.copyOf(rules);
    this.matched = new long[rules.size()];
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /// Counts the frame; null when no rule touches it.
  @Nullable Verdict judge(EthernetFrame frame) {
    Verdict verdict = null;
    for (int i = 0; i < matched.length; i++) {
      LinkRule rule = rules.get(i);
      if (!rule.match().matches(frame)) {
        continue;
      }
      long count = ++matched[i];
      if (rule.nth().isEmpty() || rule.nth().getAsLong() == count) {
        verdict = with(verdict, rule);
      }
    }
    return verdict;
  }

  private static Verdict with(@Nullable Verdict so, LinkRule rule) {
    Verdict far = so == null ? new Verdict(false, "", 0, -1, false) : so;
    return switch (rule.action()) {
      case DROP ->
          new Verdict(
              true,
              far.isDropped() ? far.why() : rule.sentence(),
              far.holdNanos(),
              far.copyNanos(),
              far.corrupts());
      case DELAY ->
          new Verdict(
              far.isDropped(),
              far.why(),
              far.holdNanos() + rule.by().nanos(),
              far.copyNanos(),
              far.corrupts());
      case DUPLICATE ->
          new Verdict(
              far.isDropped(), far.why(), far.holdNanos(), rule.by().nanos(), far.corrupts());
      case CORRUPT ->
          new Verdict(far.isDropped(), far.why(), far.holdNanos(), far.copyNanos(), true);
    };
  }
}
