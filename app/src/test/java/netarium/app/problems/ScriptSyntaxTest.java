package netarium.app.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import netarium.app.project.Background;
import netarium.app.project.Document;
import netarium.app.project.Templates;
import netarium.engine.trace.EventLog;
import org.junit.jupiter.api.Test;

class ScriptSyntaxTest {
  private final Document document = new Document(Templates.CLIENT_SERVER.project("Web"), null);
  private final Problems problems = new Problems(new Hints(new EventLog()::event));
  private final Queue<Runnable> work = new ArrayDeque<>();

  /// Work that is done when the test says so.
  private final class Later implements Background {
    @Override
    public <T> void run(Supplier<T> task, Consumer<T> then) {
      work.add(() -> then.accept(task.get()));
    }
  }

  private void finishWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  @Test
  void brokenScript_isFound_whereItBreaks_thoughNobodyOpenedIt() {
    String path = document.scripts().first();
    document.text(path, "local a = 1\nlocal = 2\n");
    new ScriptSyntax(document, Background.DIRECT, problems);
    assertEquals(1, problems.count());
    Finding finding = problems.all().getFirst();
    assertEquals("syntax", finding.kind());
    assertEquals(new Place.InText(path, 2, 7), finding.place());
    assertEquals(List.of(path, "2", "<name> expected near '='"), finding.words());
  }

  @Test
  void mendedScript_isAProblemNoMore_norIsARemovedOne() {
    new ScriptSyntax(document, Background.DIRECT, problems);
    assertEquals(0, problems.count());
    String path = document.scripts().first();
    document.text(path, "local = 2");
    assertEquals(1, problems.count());
    document.text(path, "local x = 2");
    assertEquals(0, problems.count());
    document.text(path, "local = 2");
    document.remove(path);
    assertEquals(0, problems.count());
  }

  @Test
  void whatIsTypedWhileAScriptIsRead_isReadNext() {
    String path = document.scripts().first();
    new ScriptSyntax(document, new Later(), problems);
    document.text(path, "local = 1");
    document.text(path, "local = 1 local = 2");
    assertEquals(1, work.size());
    finishWork();
    assertEquals(2, problems.count());
  }
}
