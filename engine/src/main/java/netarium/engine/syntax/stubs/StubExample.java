package netarium.engine.syntax.stubs;

/// A Lua block of a text, and the line of the stub where its first line stands.
public record StubExample(String code, int line) {}
