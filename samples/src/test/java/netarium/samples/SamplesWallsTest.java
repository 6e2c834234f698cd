package netarium.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The samples are resources. What runs them lives in the tests of this module.
class SamplesWallsTest {
  @Test
  void module_holdsNoCode() {
    List<String> code =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("netarium.samples")
                .stream()
                .map(JavaClass::getName)
                .filter(name -> !name.endsWith("package-info"))
                .toList();
    assertEquals(List.of(), code, "the app takes resources from here, nothing else");
  }
}
