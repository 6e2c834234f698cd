package netarium.app.dialogs;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import netarium.app.project.Choosers;
import netarium.app.text.Texts;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.project.Projects;
import org.jspecify.annotations.Nullable;

/// The file dialogs of the operating system. They begin in the folder that was used last.
public final class FileChoosers implements Choosers {
  private final Supplier<@Nullable Window> owner;
  private final Texts texts;
  private @Nullable File folder;

  public FileChoosers(Supplier<@Nullable Window> owner, Locale locale) {
    this.owner = owner;
    texts = new Texts(FileChoosers.class, locale);
  }

  @Override
  public Optional<Path> openFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.text("open.folder"));
    if (isThere()) {
      chooser.setInitialDirectory(folder);
    }
    return chosen(chooser.showDialog(owner.get()));
  }

  @Override
  public Optional<Path> openFile() {
    FileChooser chooser = chooser("open.file");
    chooser
        .getExtensionFilters()
        .add(
            new ExtensionFilter(
                texts.text("filter.project"), "*" + Projects.BUNDLE_ENDING, ProjectPath.TOPOLOGY));
    return chosen(chooser.showOpenDialog(owner.get()));
  }

  @Override
  public Optional<Path> saveProject(String suggestedName) {
    FileChooser chooser = chooser("save.project");
    ExtensionFilter asFolder = new ExtensionFilter(texts.text("filter.folder"), "*");
    ExtensionFilter asFile =
        new ExtensionFilter(texts.text("filter.bundle"), "*" + Projects.BUNDLE_ENDING);
    chooser.getExtensionFilters().addAll(asFolder, asFile);
    chooser.setInitialFileName(suggestedName);
    Optional<Path> path = chosen(chooser.showSaveDialog(owner.get()));
    return asFile.equals(chooser.getSelectedExtensionFilter())
        ? path.map(each -> ending(each, Projects.BUNDLE_ENDING))
        : path;
  }

  @Override
  public Optional<Path> saveFile(String suggestedName, String ending) {
    FileChooser chooser = chooser("save.file");
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter(texts.text("filter.ending", ending), "*" + ending));
    chooser.setInitialFileName(suggestedName + ending);
    return chosen(chooser.showSaveDialog(owner.get())).map(each -> ending(each, ending));
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.text(title));
    if (isThere()) {
      chooser.setInitialDirectory(folder);
    }
    return chooser;
  }

  private boolean isThere() {
    File last = folder;
    return last != null && last.isDirectory();
  }

  private Optional<Path> chosen(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    folder = file.getParentFile();
    return Optional.of(file.toPath());
  }

  /// Not every system's dialog adds the ending of the filter.
  static Path ending(Path path, String ending) {
    String name = String.valueOf(path.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(ending)
        ? path
        : path.resolveSibling(name + ending);
  }
}
