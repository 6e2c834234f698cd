package netarium.app;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// How many lines each method takes, from its first modifier or annotation to its closing brace, as
/// the compiler's own parser sees it.
final class MethodLengths {
  record Measured(Path file, String type, String method, long line, long lines) {}

  private MethodLengths() {}

  static List<Measured> of(List<Path> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Measured> found = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(unit, positions, found).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final LineMap lines;
    private final SourcePositions positions;
    private final List<Measured> found;

    Scanner(CompilationUnitTree unit, SourcePositions positions, List<Measured> found) {
      this.unit = unit;
      this.lines = unit.getLineMap();
      this.positions = positions;
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      long first = lines.getLineNumber(positions.getStartPosition(unit, method));
      long last = lines.getLineNumber(positions.getEndPosition(unit, method) - 1);
      Path file = Path.of(unit.getSourceFile().toUri());
      String type =
          getCurrentPath().getParentPath().getLeaf() instanceof ClassTree owner
              ? owner.getSimpleName().toString()
              : "";
      found.add(new Measured(file, type, method.getName().toString(), first, last - first + 1));
      return super.visitMethod(method, null);
    }
  }
}
