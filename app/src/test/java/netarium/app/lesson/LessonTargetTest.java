package netarium.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netarium.app.samples.BundledSamples;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import org.junit.jupiter.api.Test;

class LessonTargetTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");

  private static Project project(String name) {
    OpenResult result = Projects.open(BundledSamples.files(name).orElseThrow(), name);
    return ((OpenResult.Opened) result).project();
  }

  private static LessonTarget of(String address) {
    return of(address, project("hello-http"));
  }

  private static LessonTarget of(String address, Project project) {
    return LessonTarget.of(address, project.topology(), project.scripts());
  }

  @Test
  void select_findsNodesAndLinks() {
    assertEquals(new LessonTarget.Node("server"), of("netarium:select/server"));
    assertEquals(new LessonTarget.Link("l1"), of("netarium:select/l1"));
  }

  @Test
  void open_findsScripts_withTheirLines() {
    assertEquals(
        new LessonTarget.Script("scripts/client.lua", 0), of("netarium:open/scripts/client.lua"));
    assertEquals(
        new LessonTarget.Script("scripts/client.lua", 4), of("netarium:open/scripts/client.lua:4"));
    assertEquals(new LessonTarget.Script("scripts/client.lua", 0), of("scripts/client.lua"));
  }

  @Test
  void whatTheProjectLacks_isNothing() {
    for (String address :
        List.of(
            "netarium:select/nobody",
            "netarium:open/scripts/none.lua",
            "scripts/../../etc/passwd",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "netarium:select/%zz",
            "")) {
      assertEquals(new LessonTarget.Nothing(address), of(address));
    }
  }

  @Test
  void everyLinkOfTheSamples_leadsSomewhere() {
    List<String> found = new ArrayList<>();
    for (String name : BundledSamples.names()) {
      Project project = project(name);
      Matcher links = LINK.matcher(project.lesson().orElse(""));
      while (links.find()) {
        found.add(links.group(1));
        LessonTarget target = of(links.group(1), project);
        assertFalse(target instanceof LessonTarget.Nothing, name + ": " + links.group(1));
      }
    }
    assertTrue(found.size() >= 5, found::toString);
  }
}
