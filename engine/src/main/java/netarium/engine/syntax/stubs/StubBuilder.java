package netarium.engine.syntax.stubs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Turns declarations with their annotations into records, and says what does not fit together.
final class StubBuilder {
  private static final Set<String> TAGS =
      new TreeSet<>(
          List.of(
              "alias",
              "async",
              "class",
              "deprecated",
              "field",
              "meta",
              "operator",
              "overload",
              "param",
              "return",
              "type"));

  private final String file;
  private final List<StubProblem> problems = new ArrayList<>();
  private final Map<String, ClassBuilder> byVariable = new LinkedHashMap<>();
  private final List<ClassBuilder> classes = new ArrayList<>();
  private final List<StubFunction> functions = new ArrayList<>();
  private final List<StubField> globals = new ArrayList<>();
  private final List<StubAlias> aliases = new ArrayList<>();
  private final Signatures signatures = new Signatures(this);
  private boolean isMarked;
  private @Nullable DocBlock page;

  StubBuilder(String file) {
    this.file = file;
  }

  /// A class whose members are still being found.
  private static final class ClassBuilder {
    final String name;
    final String variable;
    final DocBlock doc;
    final int line;
    final List<String> parents = new ArrayList<>();
    final List<StubField> fields = new ArrayList<>();
    final List<StubFunction> functions = new ArrayList<>();
    final List<String> operators = new ArrayList<>();

    ClassBuilder(String name, String variable, DocBlock doc, int line) {
      this.name = name;
      this.variable = variable;
      this.doc = doc;
      this.line = line;
    }

    String title() {
      return variable.isEmpty() ? name : variable;
    }

    StubClass built() {
      return new StubClass(
          name,
          List.copyOf(parents),
          variable,
          doc.text(),
          doc.examples(),
          List.copyOf(fields),
          List.copyOf(functions),
          List.copyOf(operators),
          line);
    }
  }

  void problem(int line, String message) {
    problems.add(new StubProblem(file, line, message));
  }

  StubReading result() {
    String name = file.endsWith(".lua") ? file.substring(0, file.length() - 4) : file;
    String text = page == null ? "" : page.text();
    if (!isMarked) {
      problem(1, "a stub begins with '---@meta'");
    }
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    boolean hasTitle = first.startsWith("# ");
    StubLibrary library =
        new StubLibrary(
            name,
            hasTitle ? first.substring(2).strip() : name,
            hasTitle ? text.substring(first.length()).strip() : text,
            page == null ? List.of() : page.examples(),
            classes.stream().map(ClassBuilder::built).toList(),
            List.copyOf(functions),
            List.copyOf(globals),
            List.copyOf(aliases));
    return new StubReading(library, List.copyOf(problems));
  }

  private void checkTags(DocBlock doc) {
    for (DocBlock.Tag tag : doc.tags()) {
      if (!TAGS.contains(tag.name())) {
        problem(tag.line(), "unknown tag @" + tag.name());
      }
    }
    for (DocLine stray : doc.strays()) {
      problem(stray.line(), "text stands above the tags, not between or below them");
    }
  }

  // ---- blocks that belong to no declaration ------------------------------------------------

  void standAlone(DocBlock doc) {
    checkTags(doc);
    if (doc.has("meta")) {
      isMarked = true;
    } else if (page == null && doc.tags().isEmpty() && isNothingDeclared()) {
      page = doc;
    } else if (doc.has("class")) {
      classes.add(classOf(doc, ""));
    } else if (doc.has("alias")) {
      doc.all("alias").forEach(tag -> alias(doc, tag));
    } else {
      problem(doc.lastLine(), "these lines belong to no declaration");
    }
  }

  /// The first text of a file is about the whole of it.
  private boolean isNothingDeclared() {
    return classes.isEmpty() && functions.isEmpty() && globals.isEmpty() && aliases.isEmpty();
  }

  private void alias(DocBlock doc, DocBlock.Tag tag) {
    TypeScanner scanner = new TypeScanner(tag.rest());
    String name = scanner.word();
    List<StubAlias.Choice> choices = new ArrayList<>();
    StringBuilder union = new StringBuilder();
    for (DocLine line : tag.choices()) {
      TypeScanner choice = new TypeScanner(line.text());
      StubType type = type(choice, line.line());
      union.append(union.isEmpty() ? "" : "|").append(type.text());
      choices.add(new StubAlias.Choice(type.text(), choice.rest()));
    }
    TypeScanner types = choices.isEmpty() ? scanner : new TypeScanner(union.toString());
    aliases.add(
        new StubAlias(name, type(types, tag.line()), List.copyOf(choices), doc.text(), tag.line()));
  }

  StubType type(TypeScanner scanner, int line) {
    try {
      return scanner.type();
    } catch (TypeScanner.Failure failure) {
      problem(line, String.valueOf(failure.getMessage()));
      return new StubType("any", List.of("any"), List.of());
    }
  }

  // ---- classes and variables ---------------------------------------------------------------

  void variable(DocBlock doc, int line, boolean isLocal, String path, String literalType) {
    checkTags(doc);
    if (doc.has("class")) {
      ClassBuilder made = classOf(doc, isLocal ? "" : path);
      classes.add(made);
      byVariable.put(path, made);
    } else if (isLocal) {
      problem(line, "a local variable is a class: '---@class' is missing above it");
    } else {
      value(doc, line, path, literalType);
    }
  }

  private void value(DocBlock doc, int line, String path, String literalType) {
    StubType type =
        doc.first("type")
            .map(tag -> type(new TypeScanner(tag.rest()), tag.line()))
            .orElseGet(() -> new StubType(literalType, List.of(literalType), List.of()));
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      globals.add(new StubField("", path, type, false, doc.text(), line));
      return;
    }
    ClassBuilder owner = owner(path.substring(0, dot), line);
    if (owner != null) {
      String name = path.substring(dot + 1);
      owner.fields.add(new StubField(owner.title(), name, type, false, doc.text(), line));
    }
  }

  private @Nullable ClassBuilder owner(String path, int line) {
    ClassBuilder owner = byVariable.get(path);
    if (owner == null) {
      problem(line, path + " is no table or class that stands above");
    }
    return owner;
  }

  private ClassBuilder classOf(DocBlock doc, String variable) {
    DocBlock.Tag tag = doc.first("class").orElseThrow();
    int colon = tag.rest().indexOf(':');
    String name = (colon < 0 ? tag.rest() : tag.rest().substring(0, colon)).strip();
    if (name.isEmpty() || name.indexOf(' ') >= 0) {
      problem(tag.line(), "'@class Name' or '@class Name : Parent' expected");
    }
    ClassBuilder made = new ClassBuilder(name, variable, doc, tag.line());
    if (colon >= 0) {
      for (String parent : tag.rest().substring(colon + 1).split(",", -1)) {
        made.parents.add(parent.strip());
      }
    }
    doc.all("field").forEach(each -> field(made, each));
    doc.all("operator").forEach(each -> made.operators.add(each.rest()));
    return made;
  }

  private void field(ClassBuilder owner, DocBlock.Tag tag) {
    TypeScanner scanner = new TypeScanner(tag.rest());
    String word = scanner.word();
    boolean isOptional = word.endsWith("?");
    String name = isOptional ? word.substring(0, word.length() - 1) : word;
    StubType type = type(scanner, tag.line());
    owner.fields.add(
        new StubField(
            owner.title(),
            name,
            type,
            isOptional || type.isOptional(),
            scanner.rest(),
            tag.line()));
  }

  // ---- functions ---------------------------------------------------------------------------

  void function(
      DocBlock doc,
      int line,
      String ownerPath,
      String name,
      boolean isMethod,
      List<String> parameters) {
    checkTags(doc);
    if (doc.isEmpty()) {
      problem(line, name + " has no text");
    }
    ClassBuilder owner = ownerPath.isEmpty() ? null : owner(ownerPath, line);
    if (owner == null && !ownerPath.isEmpty()) {
      return;
    }
    StubSignature signature = signatures.of(doc, line, parameters);
    StubFunction made =
        new StubFunction(
            owner == null ? "" : owner.title(),
            name,
            isMethod,
            signature,
            signatures.overloads(doc, signature),
            doc.has("async"),
            doc.has("deprecated"),
            doc.text(),
            doc.examples(),
            line);
    (owner == null ? functions : owner.functions).add(made);
  }
}
