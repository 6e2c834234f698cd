package netarium.engine.syntax.stubs;

/// What is wrong with a stub, and in which line.
public record StubProblem(String file, int line, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
