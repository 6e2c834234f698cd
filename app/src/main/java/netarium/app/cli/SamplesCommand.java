package netarium.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netarium.app.samples.BundledSamples;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Projects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `netarium samples [list | copy NAME DIR]`.
@Command(
    name = "samples",
    description = "Lists the bundled samples, or copies one to change it.",
    mixinStandardHelpOptions = true)
final class SamplesCommand implements Streams.Command {
  private final Streams streams;

  @Parameters(arity = "0..3", paramLabel = "list | copy NAME DIR")
  List<String> words = List.of("list");

  SamplesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (words.equals(List.of("list"))) {
      BundledSamples.names().forEach(this::list);
      return ExitCode.DONE;
    }
    if (words.size() == 3 && words.getFirst().equals("copy")) {
      return copy(words.get(1), Path.of(words.get(2)));
    }
    streams.err().println("netarium: write 'samples list' or 'samples copy NAME DIR'");
    return ExitCode.COULD_NOT_OPEN;
  }

  private void list(String name) {
    Map<String, byte[]> files = BundledSamples.files(name).orElseThrow();
    String about =
        Projects.open(files, name) instanceof OpenResult.Opened opened
            ? Optional.ofNullable(opened.project().topology().description()).orElse("")
            : "";
    streams.out().printf(Locale.ROOT, "%-14s %s%n", name, about);
  }

  private int copy(String name, Path folder) throws IOException {
    Optional<Map<String, byte[]>> files = BundledSamples.files(name);
    if (files.isEmpty()) {
      streams.err().println("netarium: there is no sample " + name + "; see 'netarium samples'");
      return ExitCode.COULD_NOT_OPEN;
    }
    Path target = Files.isDirectory(folder) ? folder.resolve(name) : folder;
    if (Files.exists(target)) {
      streams.err().println("netarium: " + target + " exists already; name another folder");
      return ExitCode.COULD_NOT_OPEN;
    }
    for (Map.Entry<String, byte[]> file : files.get().entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    streams.out().println("copied " + name + " to " + target + "; run it: netarium run " + target);
    return ExitCode.DONE;
  }
}
