package netarium.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.analysis.filter.FilterProblem;
import netarium.engine.analysis.filter.FrameFilter;
import netarium.topologies.link.Link;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.Problem;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import netarium.topologies.read.Places;
import netarium.topologies.read.ReadResult;
import netarium.topologies.read.TopologyReader;

/// Opens projects that are to be run: what in them is written in a language of the engine is read
/// here, too, so that a mistake is told with its place before anything runs. That is the filters of
/// link rules.
public final class CheckedProjects {
  private CheckedProjects() {}

  /// What was opened, unless the engine finds a mistake in it; `label` is what the project was
  /// opened as: a folder, an archive, or its `topology.json`.
  public static OpenResult checked(OpenResult result, String label) {
    return inFile(result, label.endsWith(ProjectPath.TOPOLOGY) ? label : within(label));
  }

  /// As [Projects#open(Map, String)].
  public static OpenResult open(Map<String, byte[]> contents, String name) {
    return inFile(Projects.open(contents, name), within(name));
  }

  private static String within(String label) {
    boolean needsSlash = !label.isEmpty() && !label.endsWith("/");
    return label + (needsSlash ? "/" : "") + ProjectPath.TOPOLOGY;
  }

  private static OpenResult inFile(OpenResult result, String file) {
    if (!(result instanceof OpenResult.Opened opened)) {
      return result;
    }
    List<Problem> problems = problems(opened.project(), file);
    return problems.isEmpty() ? result : new OpenResult.Refused(problems);
  }

  private static List<Problem> problems(Project project, String file) {
    List<Problem> problems = new ArrayList<>();
    List<Link> links = project.topology().links();
    Optional<Places> places = Optional.empty();
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      for (int j = 0; j < link.rules().size(); j++) {
        String match = link.rules().get(j).match();
        if (FrameFilter.compile(match) instanceof FrameFilter.Unreadable(FilterProblem bad)) {
          Places known = places.orElseGet(() -> places(project, file));
          places = Optional.of(known);
          Position at = known.at("links", i, "rules", j, "match");
          problems.add(problem(file, inside(at, match, bad.from()), link.id(), bad));
        }
      }
    }
    return problems;
  }

  private static Places places(Project project, String file) {
    byte[] octets = project.octets(ProjectPath.TOPOLOGY).orElse(new byte[0]);
    return TopologyReader.read(octets, file) instanceof ReadResult.Good good
        ? good.places()
        : Places.NONE;
  }

  /// The place of a character of a text whose quote stands at `at`: before it come the quote and
  /// the backslashes that quotes and backslashes need.
  private static Position inside(Position at, String text, int index) {
    long escapes = text.chars().limit(index).filter(c -> c == '"' || c == '\\').count();
    return new Position(at.line(), at.column() + 1 + index + (int) escapes);
  }

  private static Problem problem(String file, Position at, String link, FilterProblem bad) {
    String sentence = bad.sentence();
    String what = sentence.substring(sentence.indexOf(": ") + 2);
    int semicolon = what.indexOf("; ");
    String rule = "a rule of link \"" + link + "\": ";
    return semicolon < 0
        ? new Problem(file, at, rule + what, "correct the filter")
        : new Problem(file, at, rule + what.substring(0, semicolon), what.substring(semicolon + 2));
  }
}
