package netarium.engine.syntax.stubs;

import java.util.List;

/// What a stub declares as far as it could be understood, and what could not.
public record StubReading(StubLibrary library, List<StubProblem> problems) {}
