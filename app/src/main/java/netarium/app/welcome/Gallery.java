package netarium.app.welcome;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import netarium.app.samples.BundledSamples;
import netarium.topologies.Topology;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Projects;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.TimeSpan;

/// The samples as cards, in the order of the course. Titles and texts come from the file beside the
/// samples for the language, else from the samples themselves.
public final class Gallery {
  private static final String FILE = "/netarium/samples/gallery";

  private final List<SampleCard> cards;

  public Gallery(List<SampleCard> cards) {
    this.cards = List.copyOf(cards);
  }

  /// The samples that come with the program.
  public static Gallery bundled(Locale locale) {
    Properties texts = read(FILE + ".properties", new Properties());
    texts = read(FILE + "_" + locale.getLanguage() + ".properties", texts);
    List<SampleCard> cards = new ArrayList<>();
    for (String name : BundledSamples.names()) {
      cards.add(card(name, texts));
    }
    return new Gallery(cards);
  }

  private static SampleCard card(String name, Properties texts) {
    Topology topology = topology(name);
    String description = topology.description() == null ? "" : topology.description();
    String topics = texts.getProperty(name + ".topics", "");
    return new SampleCard(
        name,
        texts.getProperty(name + ".title", topology.name()),
        texts.getProperty(name + ".text", description),
        Integer.parseInt(texts.getProperty(name + ".minutes", "0")),
        Arrays.stream(topics.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList(),
        Optional.ofNullable(texts.getProperty(name + ".picture"))
            .map(TimeSpan::parse)
            .map(Parsed::orThrow));
  }

  private static Topology topology(String name) {
    Map<String, byte[]> files = BundledSamples.files(name).orElseThrow();
    if (Projects.open(files, name) instanceof OpenResult.Opened opened) {
      return opened.project().topology();
    }
    throw new IllegalStateException("invariant broken: the sample opens: " + name);
  }

  /// The properties of a resource on top of others; just the others where there is none.
  private static Properties read(String resource, Properties others) {
    Properties read = new Properties(others);
    try (InputStream in = Gallery.class.getResourceAsStream(resource)) {
      if (in != null) {
        read.load(new InputStreamReader(in, UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  public List<SampleCard> cards() {
    return cards;
  }

  /// All topics, in the order in which they first come up.
  public Set<String> topics() {
    Set<String> topics = new LinkedHashSet<>();
    cards.forEach(card -> topics.addAll(card.topics()));
    return topics;
  }
}
