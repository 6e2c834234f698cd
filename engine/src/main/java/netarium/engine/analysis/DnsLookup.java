package netarium.engine.analysis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A question for a name and its answer, as the machine sees it that asks.
public final class DnsLookup {
  /// By what the question goes.
  public enum Way {
    UDP,
    TCP,
    HTTPS
  }

  private final Way way;
  private final int node;
  private final DnsMessage question;
  private final long askedAt;
  private final long ordinal;
  private long answeredAt = StreamOctets.NEVER;
  private @Nullable DnsMessage answer;
  private @Nullable HttpExchange carrier;
  private @Nullable HttpExchange forWhom;

  DnsLookup(Way way, int node, DnsMessage question, long askedAt, long ordinal) {
    this.way = way;
    this.node = node;
    this.question = question;
    this.askedAt = askedAt;
    this.ordinal = ordinal;
  }

  void answered(DnsMessage message, long nanos) {
    if (answer == null) {
      answer = message;
      answeredAt = nanos;
    }
  }

  /// As above, with a response of HTTP, whose end may be on its way.
  void answered(DnsMessage message, HttpExchange by) {
    answer = message;
    carrier = by;
  }

  public Way way() {
    return way;
  }

  /// The index of the machine that asks.
  public int node() {
    return node;
  }

  public String name() {
    return question.questions().isEmpty() ? "" : question.questions().getFirst().name();
  }

  boolean isAbout(String host) {
    return plain(name()).equals(plain(host));
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  int id() {
    return question.id();
  }

  public DnsMessage question() {
    return question;
  }

  public @Nullable DnsMessage answer() {
    return answer;
  }

  public long askedAt() {
    return askedAt;
  }

  /// When the answer was there, or [StreamOctets#NEVER].
  public long answeredAt() {
    return carrier == null ? answeredAt : carrier.atClient().responseLast();
  }

  /// The event that sent the question.
  public long ordinal() {
    return ordinal;
  }

  /// The exchange for which the address was wanted, as far as one can tell.
  @Nullable HttpExchange forWhom() {
    return forWhom;
  }

  void isFor(HttpExchange exchange) {
    forWhom = exchange;
  }
}
