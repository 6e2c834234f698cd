package netarium.engine.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The text of a script → [Script]; throws [ScriptException] where it makes no sense.
///
/// Options first, then events: a time, and a packet, a call, a shell block or a code block. The
/// first and the last shell block may stand without a time.
final class ScriptParser {
  private final TokenReader in;
  private final ExpressionParser expressions;
  private final PacketParser packets;

  private ScriptParser(TokenReader in) {
    this.in = in;
    this.expressions = new ExpressionParser(in);
    this.packets = new PacketParser(in);
  }

  static Script parse(String name, String text) {
    return new ScriptParser(new TokenReader(Lexer.tokens(text))).script(name);
  }

  private Script script(String name) {
    Map<String, String> options = new LinkedHashMap<>();
    while (in.sees(Token.Kind.OPTION)) {
      String option = in.next().text().substring(2);
      String value = in.take("=") ? optionValue() : "";
      if (option.equals("define") && value.indexOf('=') > 0) {
        in.define(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
      }
      options.put(option, value);
    }
    List<Script.Event> events = new ArrayList<>();
    while (!in.isAtEnd()) {
      events.add(event());
    }
    return new Script(name, options, events);
  }

  private String optionValue() {
    String value = in.next().text();
    return in.take("=") ? value + "=" + in.next().text() : value;
  }

  private Script.Event event() {
    int line = in.peek().line();
    if (in.sees(Token.Kind.SHELL)) {
      var now = new Script.Timing(Script.Timing.Base.EVENT_BEFORE, 0, 0);
      return new Script.Event(line, now, new Script.Shell(in.next().text()));
    }
    Script.Timing timing = timing();
    Script.Action action = action();
    boolean isExpected = action instanceof Script.Expect;
    if (!isExpected && (timing.isRange() || timing.base() == Script.Timing.Base.ANY)) {
      throw new ScriptException.Unreadable(
          line, "only an outbound packet may have a range of times, or any time");
    }
    return new Script.Event(line, timing, action);
  }

  private Script.Timing timing() {
    if (in.take("*")) {
      return new Script.Timing(Script.Timing.Base.ANY, 0, 0);
    }
    int line = in.peek().line();
    boolean isRelative = in.take("+");
    long from = in.time();
    long to = from;
    if (in.take("~")) {
      in.take("+");
      to = in.time();
    }
    if (to < from) {
      throw new ScriptException.Unreadable(line, "the range of times runs backwards");
    }
    var base = isRelative ? Script.Timing.Base.EVENT_BEFORE : Script.Timing.Base.START;
    return new Script.Timing(base, from, to);
  }

  private Script.Action action() {
    if (in.take("<")) {
      return new Script.Inject(packets.packet(false));
    }
    if (in.take(">")) {
      return new Script.Expect(packets.packet(true));
    }
    if (in.sees(Token.Kind.SHELL)) {
      return new Script.Shell(in.next().text());
    }
    if (in.sees(Token.Kind.CODE)) {
      return new Script.Code(in.next().text());
    }
    return call();
  }

  private Script.Call call() {
    Optional<Long> end = in.take(Token.Kind.ELLIPSIS) ? Optional.of(in.time()) : Optional.empty();
    String name = in.expect(Token.Kind.WORD, "a packet, a call or a block");
    in.expect("(");
    List<Expression> arguments = new ArrayList<>();
    while (!in.take(")")) {
      arguments.add(expressions.expression());
      if (!in.sees(")")) {
        in.expect(",");
      }
    }
    in.expect("=");
    Expression result = expressions.expression();
    String error = "";
    if (in.sees(Token.Kind.WORD)) {
      error = in.next().text();
    }
    if (in.take("(")) {
      while (!in.take(")")) {
        if (in.isAtEnd()) {
          throw in.unexpected("')'");
        }
        in.next();
      }
    }
    return new Script.Call(name, List.copyOf(arguments), end, result, error);
  }
}
