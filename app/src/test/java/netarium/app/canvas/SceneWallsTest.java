package netarium.app.canvas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SceneWallsTest {
  @Test
  void scenesAndEdits_knowNoJavaFx() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "netarium.app.canvas.scene..", "netarium.app.edit..", "netarium.app.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
        .because("what is drawn and changed is a value, and commands run without a toolkit")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("netarium.app"));
  }
}
