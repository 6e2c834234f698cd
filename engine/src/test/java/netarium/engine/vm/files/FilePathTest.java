package netarium.engine.vm.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilePathTest {
  @ParameterizedTest
  @CsvSource({
    "/home, x, /home/x",
    "/, x, /x",
    "/home, /etc, /etc",
    "/home, '', ''",
    "/home, ../x, /home/../x"
  })
  void join_seesThePathFromTheBase(String base, String path, String joined) {
    assertEquals(joined, FilePath.join(base, path));
  }

  @ParameterizedTest
  @CsvSource({"/a/./b//c/, /a/b/c", "/a/../b, /b", "/../.., /", "/, /", "/a/b/../.., /"})
  void normalize_tidies(String path, String tidy) {
    assertEquals(tidy, FilePath.normalize(path));
  }

  @ParameterizedTest
  @CsvSource({"/a/b, /a", "/a/b/, /a", "/a, /", "/, /"})
  void parent_isTheDirectoryAbove(String path, String parent) {
    assertEquals(parent, FilePath.parent(path));
  }

  @ParameterizedTest
  @CsvSource({"/a/b, b", "/a/b/, b", "/, /"})
  void name_isTheLastComponent(String path, String name) {
    assertEquals(name, FilePath.name(path));
  }
}
