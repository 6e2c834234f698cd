package netarium.topologies.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import netarium.topologies.unit.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a/..",
        "..",
        ".",
        "a//b",
        "a/",
        "./a",
        "a\\b",
        "C:x",
        "C:/x",
        "c:\\x",
        "a\0b",
        "a\nb",
        "~/x",
        "a/b ",
        "a./b",
        "con",
        "a/NUL.lua",
        "com1.txt",
        "\\\\host\\share",
        "a:b",
        "\ud800"
      })
  void unsafePath_isRefused(String path) {
    assertInstanceOf(Parsed.Bad.class, ProjectPath.parse(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"topology.json", "scripts/a.lua", "scripts/a/b.c.lua", "files/ä ö", "a..b", "..a"})
  void ordinaryPath_isTaken(String path) {
    assertInstanceOf(Parsed.Ok.class, ProjectPath.parse(path));
  }

  @Test
  void deepAndLongPaths_areRefused() {
    assertInstanceOf(Parsed.Bad.class, ProjectPath.parse("a/".repeat(12) + "a"));
    assertInstanceOf(Parsed.Ok.class, ProjectPath.parse("a/".repeat(11) + "a"));
    assertInstanceOf(Parsed.Bad.class, ProjectPath.parse("a".repeat(201)));
  }

  @Test
  void oneNameOnSomeSystems_clashes() {
    PathSet paths = new PathSet();
    assertNull(paths.addFile("scripts/Main.lua"));
    assertEquals("scripts/Main.lua", paths.addFile("scripts/main.LUA"));
    assertEquals("scripts", paths.addFile("Scripts/other.lua"));
    assertEquals("scripts", paths.addFile("scripts"));
    assertEquals("scripts/Main.lua", paths.addFile("scripts/Main.lua/x"));
    assertNull(paths.addFolder("scripts"));
    assertNull(paths.addFile("files/\u00e4"));
    assertEquals("files/\u00e4", paths.addFile("files/a\u0308"));
  }
}
