package netarium.editor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class WallsTest {
  private static final JavaClasses EDITOR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("netarium.editor");

  @Test
  void language_usesTextAndSyntaxOnly() {
    classes()
        .that()
        .resideInAPackage("netarium.editor.lang..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.util..",
            "java.nio.charset..",
            "org.jspecify..",
            "netarium.editor.lang..",
            "netarium.engine.syntax..")
        .because("what the editor knows of Lua is tested without a window")
        .check(EDITOR);
  }

  @Test
  void control_seesTheLanguageNotTheEngine() {
    noClasses()
        .that()
        .resideInAPackage("netarium.editor.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("netarium.engine..", "netarium.topologies..")
        .because("the control asks netarium.editor.lang")
        .check(EDITOR);
  }

  @Test
  void richText_staysInTheControl() {
    noClasses()
        .that()
        .resideOutsideOfPackage("netarium.editor.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.fxmisc..", "org.reactfx..")
        .because("the text area can be exchanged behind LuaEditor")
        .check(EDITOR);
  }

  @Test
  void awtAndSwing_areNotNeeded() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.swing..", "com.sun..")
        .because("the window is JavaFX, by its public interface")
        .check(EDITOR);
  }
}
