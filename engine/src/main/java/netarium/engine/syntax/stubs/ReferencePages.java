package netarium.engine.syntax.stubs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The reference as Markdown: a page for each stub, and one that lists them. What a stub says is
/// all that a page says.
public final class ReferencePages {
  private static final String INDEX = "README.md";

  private final StringBuilder out = new StringBuilder();

  private ReferencePages() {}

  /// The pages by file name.
  public static Map<String, String> of(Stubs stubs) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(INDEX, index(stubs));
    for (StubLibrary library : stubs.libraries()) {
      ReferencePages page = new ReferencePages();
      page.library(library);
      pages.put(library.name() + ".md", page.out.toString());
    }
    return pages;
  }

  private static String index(Stubs stubs) {
    ReferencePages page = new ReferencePages();
    page.line("<!-- Made from the stubs. Change those, then see CONTRIBUTING.md. -->");
    page.line("# What scripts can call");
    page.line("");
    page.line(
        "Functions marked with ⏳ wait: the task that calls them is put aside until something");
    page.line(
        "happens, and other tasks of the program go on. A `?` behind a type or a parameter says");
    page.line("that nil is possible.");
    for (StubLibrary library : stubs.libraries()) {
      page.line("");
      page.line("## [" + library.title() + "](" + library.name() + ".md)");
      page.line("");
      library.globals().forEach(each -> page.entry(library, each.name(), "", each.text(), false));
      library.functions().forEach(each -> page.entry(library, each));
      for (StubClass type : library.classes()) {
        type.functions().forEach(each -> page.entry(library, each));
      }
    }
    return page.out.toString();
  }

  private void entry(StubLibrary library, StubFunction function) {
    String arguments = function.signature().arguments();
    entry(library, function.fullName(), arguments, function.summary(), function.isBlocking());
  }

  private void entry(
      StubLibrary library, String name, String arguments, String text, boolean isBlocking) {
    String link = library.name() + ".md#" + anchor(name);
    String mark = isBlocking ? " ⏳" : "";
    line("- [" + code(name + arguments) + "](" + link + ")" + mark + ": " + StubText.summary(text));
  }

  /// As the usual viewers make it of a heading.
  private static String anchor(String heading) {
    return heading.replaceAll("[^\\p{Alnum}_]", "").toLowerCase(Locale.ROOT);
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String after(String text) {
    return text.isEmpty() ? "" : ": " + text;
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void paragraph(String text) {
    if (!text.isEmpty()) {
      line(text);
      line("");
    }
  }

  private void library(StubLibrary library) {
    line("<!-- Made from " + library.name() + ".lua. Change that, then see CONTRIBUTING.md. -->");
    line("# " + library.title());
    line("");
    paragraph(library.text());
    library.globals().forEach(this::value);
    library.functions().forEach(this::function);
    library.classes().forEach(this::type);
    library.aliases().forEach(this::alias);
    while (out.charAt(out.length() - 2) == '\n') {
      out.setLength(out.length() - 1);
    }
  }

  private void value(StubField field) {
    line("## " + field.name());
    line("");
    line(code(field.type().text()) + ": " + field.text());
    line("");
  }

  private void type(StubClass type) {
    line("## " + type.title());
    line("");
    if (!type.isLibrary()) {
      paragraph(type.text());
      if (!type.parents().isEmpty()) {
        paragraph("Has everything that " + code(String.join("`, `", type.parents())) + " has.");
      }
    }
    if (!type.fields().isEmpty()) {
      type.fields().forEach(each -> item(each.name(), each.type(), each.isOptional(), each.text()));
      line("");
    }
    type.functions().forEach(this::function);
  }

  private void item(String name, StubType type, boolean isOptional, String text) {
    String mark = isOptional && !name.startsWith("[") && !name.equals("...") ? "?" : "";
    line("- " + code(name + mark) + " (" + code(type.text()) + ")" + after(text));
  }

  private void function(StubFunction function) {
    line("### " + function.fullName());
    line("");
    line("```lua");
    form(function.fullName() + function.signature().arguments(), function.signature());
    for (StubSignature each : function.overloads()) {
      form(function.fullName() + each.typedArguments(), each);
    }
    line("```");
    line("");
    if (function.isDeprecated()) {
      paragraph("*From Lua 5.1; scripts of today do without it.*");
    }
    if (function.isBlocking()) {
      paragraph("⏳ *May wait.*");
    }
    paragraph(function.text());
    StubSignature signature = function.signature();
    parameters(signature.parameters());
    results(signature.returns());
  }

  private void form(String call, StubSignature signature) {
    String results = signature.results();
    line(results.isEmpty() ? call : call + "  --> " + results);
  }

  private void parameters(List<StubParameter> parameters) {
    if (!parameters.isEmpty()) {
      line("Parameters:");
      line("");
      parameters.forEach(each -> item(each.name(), each.type(), each.isOptional(), each.text()));
      line("");
    }
  }

  private void results(List<StubReturn> returns) {
    if (!returns.isEmpty()) {
      line("Results:");
      line("");
      returns.forEach(each -> item(each.name(), each.type(), false, each.text()));
      line("");
    }
  }

  private void alias(StubAlias alias) {
    line("## " + alias.name());
    line("");
    paragraph(alias.text());
    if (alias.choices().isEmpty()) {
      line(code(alias.type().text()));
    }
    for (StubAlias.Choice each : alias.choices()) {
      line("- " + code(each.value()) + after(each.text()));
    }
    line("");
  }
}
