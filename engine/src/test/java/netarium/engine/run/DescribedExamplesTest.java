package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netarium.engine.syntax.stubs.StubExample;
import netarium.engine.syntax.stubs.StubLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example of the stubs runs and prints what it says: after `-->` stands a line of output,
/// with blanks for tabs.
class DescribedExamplesTest {
  private static final Pattern EXPECTED = Pattern.compile("-->(.*)");

  record Example(String place, StubExample example) {
    @Override
    public String toString() {
      return place + ":" + example.line();
    }
  }

  static Stream<Example> examples() {
    List<Example> all = new ArrayList<>();
    for (StubLibrary library : ApiWorld.STUBS.libraries()) {
      library.examples().forEach(each -> all.add(new Example(library.name(), each)));
      library
          .functions()
          .forEach(f -> f.examples().forEach(each -> all.add(new Example(library.name(), each))));
      library
          .classes()
          .forEach(type -> {
            type.examples().forEach(each -> all.add(new Example(library.name(), each)));
            type.functions().stream()
                .flatMap(f -> f.examples().stream())
                .forEach(each -> all.add(new Example(library.name(), each)));
          });
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_printsWhatItSays(Example example) {
    List<String> expected = new ArrayList<>();
    Matcher matcher = EXPECTED.matcher(example.example.code());
    while (matcher.find()) {
      expected.add(matcher.group(1).strip());
    }
    assertTrue(!expected.isEmpty(), "an example shows what it prints");
    TestProject.Run run = ApiWorld.run(example.example.code());
    List<String> printed =
        ApiWorld.printed(run).stream().map(line -> line.replace('\t', ' ').strip()).toList();
    assertEquals(List.of(), ApiWorld.errors(run));
    assertEquals(expected, printed);
  }
}
