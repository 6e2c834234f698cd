package netarium.engine.syntax.stubs;

import java.util.List;

/// One stub file: its `name` without `.lua`, its text for people, and what it declares, in the
/// order of the file. `functions` and `globals` belong to no table.
public record StubLibrary(
    String name,
    String title,
    String text,
    List<StubExample> examples,
    List<StubClass> classes,
    List<StubFunction> functions,
    List<StubField> globals,
    List<StubAlias> aliases) {}
