package netarium.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;

/// Prints what the VMs' consoles show, line by line: `[node] text`, or one VM's console alone and
/// bare. A line that has not ended is printed when its process ends, or the run.
final class ConsolePrinter implements EventSink {
  private record Source(int node, int process) {}

  private final PrintStream out;
  private final List<String> nodeIds;
  private final int onlyNode;
  private final Map<Source, ByteArrayOutputStream> lines = new LinkedHashMap<>();

  private ConsolePrinter(PrintStream out, List<String> nodeIds, int onlyNode) {
    this.out = out;
    this.nodeIds = List.copyOf(nodeIds);
    this.onlyNode = onlyNode;
  }

  /// All consoles, each line with its VM's id in brackets.
  static ConsolePrinter ofAll(PrintStream out, List<String> nodeIds) {
    return new ConsolePrinter(out, nodeIds, -1);
  }

  /// The console of one VM without any prefix.
  static ConsolePrinter ofOne(PrintStream out, List<String> nodeIds, int node) {
    return new ConsolePrinter(out, nodeIds, node);
  }

  @Override
  public void accept(SimEvent event) {
    if (event.node() < 0 || (onlyNode >= 0 && event.node() != onlyNode)) {
      return;
    }
    switch (event) {
      case SimEvent.ConsoleWritten written ->
          append(new Source(written.node(), written.process()), written.text());
      case SimEvent.ErrorRaised raised -> whole(raised.node(), raised.process(), raised.text());
      case SimEvent.Notice notice ->
          whole(notice.node(), notice.process(), text("netarium: " + notice.text()));
      case SimEvent.ProcessEnded ended -> flush(new Source(ended.node(), ended.process()));
      default -> {}
    }
  }

  /// Prints what is left when the run is over.
  void finish() {
    List.copyOf(lines.keySet()).forEach(this::flush);
    out.flush();
  }

  /// Text of the machine itself begins on a line of its own.
  private void whole(int node, int process, Octets text) {
    Source source = new Source(node, process);
    flush(source);
    append(source, text);
    flush(source);
  }

  private void append(Source source, Octets text) {
    ByteArrayOutputStream line = lines.computeIfAbsent(source, _ -> new ByteArrayOutputStream());
    for (int i = 0; i < text.length(); i++) {
      if (text.at(i) == '\n') {
        print(source.node(), line);
      } else {
        line.write(text.at(i));
      }
    }
  }

  private void flush(Source source) {
    ByteArrayOutputStream line = lines.get(source);
    if (line != null && line.size() > 0) {
      print(source.node(), line);
    }
  }

  private void print(int node, ByteArrayOutputStream line) {
    if (onlyNode < 0) {
      out.writeBytes(text("[" + nodeIds.get(node) + "] ").toByteArray());
    }
    out.writeBytes(line.toByteArray());
    out.write('\n');
    line.reset();
  }

  private static Octets text(String text) {
    return Octets.wrap(text.getBytes(UTF_8));
  }
}
