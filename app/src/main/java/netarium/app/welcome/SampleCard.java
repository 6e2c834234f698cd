package netarium.app.welcome;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import netarium.topologies.unit.TimeSpan;

/// What the gallery says of a sample.
///
/// @param name what it is opened by
/// @param minutes how long a newcomer needs for it; 0 where nobody has said
/// @param pictureAt the instant its picture shows; empty: the one with most on its way
public record SampleCard(
    String name,
    String title,
    String text,
    int minutes,
    List<String> topics,
    Optional<TimeSpan> pictureAt) {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  public SampleCard {
    topics = List.copyOf(topics);
  }

  /// Whether the words somebody looks for are all in it, and it has the topic; an empty topic is
  /// any.
  boolean fits(String topic, String search) {
    if (!topic.isEmpty() && !topics.contains(topic)) {
      return false;
    }
    String all = (title + " " + text + " " + name + " " + topics).toLowerCase(Locale.ROOT);
    return SPACES.splitAsStream(search.toLowerCase(Locale.ROOT)).allMatch(all::contains);
  }
}
