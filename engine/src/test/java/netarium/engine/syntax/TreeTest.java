package netarium.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TreeTest {
  private static List<Statement> parse(String source) {
    SyntaxResult result = Syntax.check(source.getBytes(StandardCharsets.UTF_8), "=x");
    return assertInstanceOf(SyntaxResult.Ok.class, result).chunk().statements();
  }

  private static Expression value(String expression) {
    return assertInstanceOf(Statement.Local.class, parse("local v = " + expression).getFirst())
        .values()
        .getFirst();
  }

  /// The expression with every operation in parentheses.
  private static String shape(Expression expression) {
    return switch (expression) {
      case Expression.Name name -> name.text();
      case Expression.NumberLiteral number -> "" + (int) number.value();
      case Expression.Unary unary ->
          "(" + unary.operator().spelling() + " " + shape(unary.operand()) + ")";
      case Expression.Operation operation -> {
        String text = shape(operation.first());
        for (Expression.Operand operand : operation.rest()) {
          String operator = operand.operator().spelling();
          String spaced = operand.operator().isReservedWord() ? " " + operator + " " : operator;
          text = "(" + text + spaced + shape(operand.right()) + ")";
        }
        yield text;
      }
      case Expression.Parenthesized inner -> shape(inner.inner());
      case Expression.Suffixed suffixed ->
          shape(suffixed.head())
              + suffixed.suffixes().stream()
                  .map(s -> s.getClass().getSimpleName())
                  .collect(Collectors.joining(".", ".", ""));
      default -> expression.getClass().getSimpleName();
    };
  }

  @Test
  void operators_bindAsTheManualSays() {
    assertEquals("((a+(b*c))-d)", shape(value("a+b*c-d")));
    assertEquals("(a^(b^c))", shape(value("a^b^c")));
    assertEquals("(- (a^(- b)))", shape(value("-a^-b")));
    assertEquals("(a..(b..c))", shape(value("a..b..c")));
    assertEquals("(a or (b and ((c<(d+1))==e)))", shape(value("a or b and c<d+1==e")));
    assertEquals("((not a)==b)", shape(value("not a==b")));
  }

  @Test
  void suffixes_areOneFlatList() {
    assertEquals("a.Field.Index.MethodCall.Call.Call", shape(value("a.b[1]:c{}'d'(e)")));
    Expression.Suffixed deep =
        assertInstanceOf(Expression.Suffixed.class, value("a" + ".b".repeat(50_000)));
    assertEquals(50_000, deep.suffixes().size());
  }

  @Test
  void names_knowWhereTheyLead() {
    List<Statement> chunk = parse("local a function f(p) local q = a + p + g end");
    Statement.FunctionDefinition f =
        assertInstanceOf(Statement.FunctionDefinition.class, chunk.get(1));
    Statement.Local q =
        assertInstanceOf(Statement.Local.class, f.body().block().statements().getFirst());
    Expression.Operation sum = assertInstanceOf(Expression.Operation.class, q.values().getFirst());
    assertEquals(Expression.Scope.UPVALUE, scope(sum.first()));
    assertEquals(Expression.Scope.LOCAL, scope(sum.rest().get(0).right()));
    assertEquals(Expression.Scope.GLOBAL, scope(sum.rest().get(1).right()));
  }

  private static Expression.Scope scope(Expression name) {
    return assertInstanceOf(Expression.Name.class, name).scope();
  }

  @Test
  void everyStatement_spansItsText() {
    String source =
        "local x = 1; f(x) a.b, c = 1, 2\nif x then y() elseif z then else end"
            + " while x do end repeat local t until t for i=1,2 do end for k,v in p do end"
            + " function m.n:o(...) return ... end local function l() end do goto e end ::e::";
    StringBuilder spans = new StringBuilder();
    for (Statement statement : parse(source)) {
      spans.append('<').append(source, statement.start(), statement.end()).append('>');
    }
    assertEquals(
        "<local x = 1><;><f(x)><a.b, c = 1, 2>"
            + "<if x then y() elseif z then else end><while x do end>"
            + "<repeat local t until t><for i=1,2 do end><for k,v in p do end>"
            + "<function m.n:o(...) return ... end><local function l() end><do goto e end><::e::>",
        spans.toString());
  }

  @Test
  void stringLiterals_holdTheirOctets() {
    Expression.StringLiteral text =
        assertInstanceOf(Expression.StringLiteral.class, value("'a\\65\\x42\\z  \n c\\n\\\n'"));
    assertEquals("aABc\n\n", text.value());
    assertEquals(
        "\na\n",
        assertInstanceOf(Expression.StringLiteral.class, value("[=[\r\n\r\na\n\r]=]")).value());
  }

  @Test
  void tokens_coverCommentsAndSurviveBrokenStrings() {
    String source = "x = 1 -- note\n--[[ long\n]] y = 'broken\nz = [[ok]]";
    String kinds =
        Syntax.tokens(source.getBytes(StandardCharsets.UTF_8)).stream()
            .map(t -> t.kind() + "@" + t.line())
            .collect(Collectors.joining(" "));
    assertEquals(
        "NAME@1 ASSIGN@1 NUMBER@1 COMMENT@1 COMMENT@2 NAME@3 ASSIGN@3 STRAY@3"
            + " NAME@4 ASSIGN@4 STRING@4",
        kinds);
  }

  @Test
  void unfinishedLongStrings_takeTheRestOfTheFile() {
    List<Token> tokens = Syntax.tokens("a [[\n".repeat(200_000).getBytes(StandardCharsets.UTF_8));
    assertEquals(2, tokens.size());
    assertEquals(TokenKind.STRAY, tokens.getLast().kind());
    assertEquals(1_000_000, tokens.getLast().end());
  }
}
