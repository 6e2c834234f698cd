package netarium.engine;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;

/// The engine's compiled classes without its tests, read once for all walls.
final class EngineClasses {
  static final String ROOT = "netarium.engine.";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("netarium.engine");

  private EngineClasses() {}

  static JavaClasses all() {
    return ALL;
  }

  /// The patterns of these engine packages and all below them.
  static String[] trees(Iterable<String> packages) {
    var patterns = new ArrayList<String>();
    for (String name : packages) {
      patterns.add(ROOT + name + "..");
    }
    return patterns.toArray(String[]::new);
  }
}
