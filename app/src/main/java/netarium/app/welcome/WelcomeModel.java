package netarium.app.welcome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import netarium.app.project.Autosave;
import netarium.app.project.Background;
import netarium.app.project.Documents;
import netarium.app.project.RecentProjects;
import netarium.app.project.Recovery;
import netarium.app.project.Templates;
import netarium.app.session.Listeners;

/// What can be opened, and what of it is shown: the filter of the gallery, recent projects with
/// those that are gone, unsaved work that was found.
public final class WelcomeModel {
  private final Listeners listeners = new Listeners();
  private final Gallery gallery;
  private final Documents documents;
  private final RecentProjects recent;
  private final Background background;
  private final Autosave autosave;
  private String topic = "";
  private String search = "";
  private Set<Path> missing = Set.of();
  private List<Recovery.Offer> offers = List.of();

  public WelcomeModel(
      Gallery gallery,
      Documents documents,
      RecentProjects recent,
      Background background,
      Autosave autosave) {
    this.gallery = gallery;
    this.documents = documents;
    this.recent = recent;
    this.background = background;
    this.autosave = autosave;
    recent.listen(this::lookForMissing);
  }

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  /// Looks for unsaved work of processes that have ended, and for projects that are gone.
  public void start(Path recoveryRoot) {
    background.run(
        () -> Recovery.offers(recoveryRoot),
        found -> {
          offers = found;
          listeners.tell();
        });
    lookForMissing();
  }

  private void lookForMissing() {
    List<RecentProjects.Entry> entries = recent.entries();
    background.run(
        () -> {
          Set<Path> gone = new LinkedHashSet<>();
          for (RecentProjects.Entry each : entries) {
            if (!Files.exists(each.location())) {
              gone.add(each.location());
            }
          }
          return gone;
        },
        gone -> {
          missing = gone;
          listeners.tell();
        });
  }

  public Gallery gallery() {
    return gallery;
  }

  /// The chosen topic; empty for all.
  public String topic() {
    return topic;
  }

  public void topic(String chosen) {
    topic = chosen;
    listeners.tell();
  }

  public void search(String words) {
    search = words;
    listeners.tell();
  }

  /// Whether all samples are shown.
  public boolean isUnfiltered() {
    return topic.isEmpty() && search.isBlank();
  }

  /// The samples that fit topic and search.
  public List<SampleCard> shown() {
    return gallery.cards().stream().filter(card -> card.fits(topic, search)).toList();
  }

  public List<RecentProjects.Entry> recent() {
    return recent.entries();
  }

  public RecentProjects recentProjects() {
    return recent;
  }

  public boolean isMissing(RecentProjects.Entry entry) {
    return missing.contains(entry.location());
  }

  public List<Recovery.Offer> offers() {
    return offers;
  }

  /// Opens a sample; `then` follows once it is open.
  public void openSample(String name, Runnable then) {
    documents.openSample(name, then);
  }

  public void open(Path location) {
    documents.open(location);
  }

  public void chooseFile() {
    documents.chooseFile();
  }

  public void create(Templates template, String name) {
    documents.create(template.project(name));
  }

  /// Opens unsaved work. Its copy in the recovery folder goes once this process has kept its own.
  public void recover(Recovery.Offer offer) {
    documents.open(offer.document());
    autosave.now(offer::discard);
    forget(offer);
  }

  /// Opens what is on the disk; the unsaved work stays on offer at the next start.
  public void openDisk(Recovery.Offer offer) {
    Path location = offer.location();
    if (location != null) {
      documents.open(location);
    }
  }

  /// Throws unsaved work away.
  public void discard(Recovery.Offer offer) {
    background.run(
        () -> {
          offer.discard();
          return true;
        },
        _ -> forget(offer));
  }

  private void forget(Recovery.Offer offer) {
    List<Recovery.Offer> rest = new ArrayList<>(offers);
    rest.remove(offer);
    offers = List.copyOf(rest);
    listeners.tell();
  }
}
